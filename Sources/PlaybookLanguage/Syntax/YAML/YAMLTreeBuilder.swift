/// Builds a tree from libyaml's events and catches on the way what libyaml loses silently.
struct YAMLTreeBuilder {
  /// A list or map whose end has not come.
  private struct Open {
    var span: SourceSpan
    var isFlow: Bool
    var isMapping: Bool
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key that waits for its value, and where it ended.
    var key: SourceText?
    var keyEnd = 0
    var firstLine: [String: Int] = [:]
  }

  var lines: SourceLines
  var diagnostics: [Diagnostic] = []
  private var open: [Open] = []
  private var root: YAMLNode?
  private var documents = 0
  /// The last text in quotes, for one that swallowed what came after it.
  private var lastQuoted = 0..<0

  /// More mistakes than this are one: it is another file than was meant.
  static let mostMistakes = 100

  init(lines: SourceLines) { self.lines = lines }

  mutating func build(_ bytes: [UInt8]) -> (YAMLNode?, [Diagnostic]) {
    guard var events = YAMLEventStream(bytes) else {
      return (nil, [Diagnostic(.tooLarge, at: lines.span(0, 1), "there is no memory to read it")])
    }
    var count = 0
    while true {
      let event = events.next()
      count += 1
      if count > YAMLReader.mostEvents {
        refuse(event, "there are more than 20,000 values in this file")
        return (nil, diagnostics)
      }
      guard take(event) else { break }
      if diagnostics.count >= Self.mostMistakes { return (nil, diagnostics) }
    }
    if root == nil, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          .emptyFile, at: lines.span(0, 1), "there is nothing in this file",
          notes: ["'huddle new ID' writes a playbook to start from"]))
    }
    return (root, diagnostics)
  }

  /// False where reading ends.
  private mutating func take(_ event: YAMLEvent) -> Bool {
    checkProperties(event)
    switch event.kind {
    case .streamStart, .documentEnd: return true
    case .streamEnd: return false
    case .documentStart(let hasDirectives): return startDocument(event, hasDirectives)
    case .scalar(let text, let style): return addScalar(text, style, event)
    case .sequenceStart(let isFlow): return start(event, isFlow: isFlow, isMapping: false)
    case .mappingStart(let isFlow): return start(event, isFlow: isFlow, isMapping: true)
    case .collectionEnd:
      end()
      return true
    case .alias(let name):
      addAlias(name, event)
      return true
    case .failure(let problem):
      let end =
        swallowed(before: event.start)
        ?? YAMLTrouble.explain(problem, at: event.start, in: &lines)
      // What was noticed on the way in the same line is said better by what ended it.
      diagnostics.removeAll { $0.span.line == end.span.line }
      diagnostics.append(end)
      root = nil
      return false
    }
  }

  /// A text whose closing quotation mark was forgotten ends at the next one, lines further down.
  private mutating func swallowed(before index: Int) -> Diagnostic? {
    guard !lastQuoted.isEmpty else { return nil }
    let first = lines.line(of: lastQuoted.lowerBound)
    let last = lines.line(of: lastQuoted.upperBound - 1)
    guard first < last, lines.line(of: index) == last else { return nil }
    return Diagnostic(
      .yamlSyntax, at: lines.span(lastQuoted.lowerBound, lastQuoted.lowerBound + 1),
      "this text ends only at the next quotation mark, on line \(last + 1)",
      label: "is its own closing mark missing?",
      notes: ["close it on its line; inside the text use curly ones (“ ”)"])
  }

  private mutating func startDocument(_ event: YAMLEvent, _ hasDirectives: Bool) -> Bool {
    documents += 1
    if documents == 1, !hasDirectives { return true }
    let what =
      hasDirectives
      ? "a line that starts with '%' speaks to the YAML reader, and huddle needs none"
      : "'---' starts a second document, and what follows would be lost"
    diagnostics.append(
      Diagnostic(
        .secondDocument, at: lines.span(event.start, event.start + 3), what,
        notes: ["delete the line; inside prose, move it away from the first column"]))
    root = nil
    return false
  }

  private mutating func refuse(_ event: YAMLEvent, _ message: String) {
    diagnostics.append(
      Diagnostic(
        .tooLarge, at: lines.span(event.start, event.start + 1), message,
        notes: ["move parts to files of their own with 'use'"]))
    root = nil
  }

  private mutating func start(_ event: YAMLEvent, isFlow: Bool, isMapping: Bool) -> Bool {
    if open.count >= YAMLReader.deepestNesting {
      refuse(event, "lists and maps are nested more than 32 deep here")
      return false
    }
    checkKeyShape(event)
    open.append(
      Open(span: lines.span(event.start, event.start + 1), isFlow: isFlow, isMapping: isMapping))
    return true
  }

  private mutating func end() {
    guard let done = open.popLast() else { return }
    let content: YAMLNode.Content = done.isMapping ? .mapping(done.entries) : .sequence(done.items)
    add(YAMLNode(content, at: done.span, isFlow: done.isFlow), keyEnd: 0)
  }

  private mutating func addScalar(
    _ text: String, _ style: YAMLEvent.Style, _ event: YAMLEvent
  ) -> Bool {
    guard text.utf8.count <= YAMLReader.longestScalar else {
      refuse(event, "this text is longer than 64 KiB")
      return false
    }
    let source = lines.source(of: text, style: style, from: event.start, to: event.end)
    if style == .plain { checkPlain(text, event) }
    if style == .double || style == .single { lastQuoted = event.start..<event.end }
    let lost = style == .plain ? lostComment(after: event) : nil
    let span = lines.span(event.start, max(event.start + 1, event.end))
    let scalar = YAMLScalar(source: source, isPlain: style == .plain, lost: lost)
    add(YAMLNode(.scalar(scalar), at: span), keyEnd: event.end)
    return true
  }

  /// Puts a finished node where it belongs: a key, a value, an entry of a list, or the root.
  private mutating func add(_ node: YAMLNode, keyEnd: Int) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    if !open[last].isMapping {
      if open[last].isFlow { checkBrackets(node) }
      open[last].items.append(node)
    } else if let key = open[last].key {
      if open[last].isFlow { checkFlowValue(node, of: key, keyEnd: open[last].keyEnd) }
      open[last].key = nil
      addEntry(YAMLEntry(key: key, value: node), to: last)
    } else {
      open[last].key =
        node.scalar?.source
        ?? SourceText("", file: lines.file, line: node.span.line, column: node.span.column)
      open[last].keyEnd = keyEnd
    }
  }

  private mutating func addEntry(_ entry: YAMLEntry, to last: Int) {
    if let line = open[last].firstLine[entry.name] {
      diagnostics.append(
        Diagnostic(
          .duplicateKey, at: entry.keySpan, "'\(entry.name)' is written twice here",
          label: "first set on line \(line)", notes: ["keep one of the two"]))
      return
    }
    open[last].firstLine[entry.name] = entry.keySpan.line
    open[last].entries.append(entry)
  }

  private var awaitsKey: Bool {
    guard let last = open.indices.last else { return false }
    return open[last].isMapping && open[last].key == nil
  }

  private mutating func checkKeyShape(_ event: YAMLEvent) {
    guard awaitsKey else { return }
    diagnostics.append(
      Diagnostic(
        .complexKey, at: lines.span(event.start, event.start + 1),
        "a list or a map stands where a field's name should be",
        notes: ["put text that starts with '{' or '[' in double quotes"]))
  }

  private mutating func addAlias(_ name: String, _ event: YAMLEvent) {
    diagnostics.append(
      Diagnostic(
        .anchor, at: lines.span(event.start, event.end),
        "'*\(name)' points at another place of the file, which playbooks do not use",
        notes: ["put text that starts with '*' in double quotes"]))
    let source = SourceText("", file: lines.file)
    add(
      YAMLNode(
        .scalar(YAMLScalar(source: source, isPlain: true)), at: lines.span(event.start, event.end)),
      keyEnd: event.end)
  }
}
