internal import CYAML

/// What libyaml reports, without its types.
struct YAMLEvent {
  enum Kind {
    case scalar(String, Style)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case streamStart
    case streamEnd
    case alias(String)
    case failure(problem: String)
  }

  enum Style { case plain, single, double, literal, folded }

  var kind: Kind
  /// In Unicode scalars from the start of the text.
  var start: Int
  var end: Int
  var anchor: String?
  var tag: String?
}

/// libyaml's event parser over bytes in memory; the handle has one owner and is freed with it.
struct YAMLEventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// nil where libyaml finds no memory.
  init?(_ input: [UInt8]) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    self.parser = parser
    bytes = .allocate(capacity: max(1, input.count))
    _ = bytes.initialize(from: input)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event; after a failure or the end of the stream there is none to ask for.
  mutating func next() -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { return failure() }
    defer { yaml_event_delete(&event) }
    var result = YAMLEvent(
      kind: kind(of: event), start: Int(event.start_mark.index), end: Int(event.end_mark.index))
    addProperties(of: event, to: &result)
    return result
  }

  private func failure() -> YAMLEvent {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it is not YAML"
    let place = Int(parser.pointee.problem_mark.index)
    return YAMLEvent(kind: .failure(problem: problem), start: place, end: place)
  }

  private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      return .documentStart(
        hasDirectives: start.version_directive != nil
          || start.tag_directives.start != start.tag_directives.end)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let words = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return .scalar(words, style(of: scalar.style))
    case YAML_SEQUENCE_START_EVENT:
      return .sequenceStart(isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: return .streamStart
    }
  }

  private func addProperties(of event: yaml_event_t, to result: inout YAMLEvent) {
    switch event.type {
    case YAML_SCALAR_EVENT:
      result.anchor = text(event.data.scalar.anchor)
      result.tag = text(event.data.scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      result.anchor = text(event.data.sequence_start.anchor)
      result.tag = text(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      result.anchor = text(event.data.mapping_start.anchor)
      result.tag = text(event.data.mapping_start.tag)
    default: break
    }
  }

  private func style(of style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .double
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
