package import Values

extension YAMLNode {
  /// The tree as JSON: every scalar a string, what is blank null, so that nothing is lost or guessed.
  package var json: JSONValue {
    switch content {
    case .scalar(let scalar): isBlank ? .null : .string(scalar.text)
    case .sequence(let items): .array(items.map(\.json))
    case .mapping(let entries): .object(entries.map { .init($0.name, $0.value.json) })
    }
  }

  /// A tree from JSON, under the name by which mistakes in it are reported.
  package init(json: JSONValue, file: String) {
    let span = SourceSpan(file: file, line: 1, column: 1)
    switch json {
    case .null:
      self.init(.scalar(YAMLScalar(source: SourceText("", file: file), isPlain: true)), at: span)
    case .bool(let yes): self.init(text: yes ? "yes" : "no", at: span)
    case .number(let number): self.init(text: number.description, at: span)
    case .string(let text): self.init(text: text, at: span)
    case .array(let items):
      self.init(.sequence(items.map { YAMLNode(json: $0, file: file) }), at: span)
    case .object(let members):
      let entries = members.map {
        YAMLEntry(
          key: SourceText($0.name, file: file), value: YAMLNode(json: $0.value, file: file))
      }
      self.init(.mapping(entries), at: span)
    }
  }
}
