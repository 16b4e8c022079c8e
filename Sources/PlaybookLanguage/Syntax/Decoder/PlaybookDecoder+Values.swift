import Values

/// How each shape of field is read; what does not fit is reported and reads as nothing.
extension PlaybookDecoder {
  /// A scalar's text with its places; a list or map in its place is a mistake.
  func source(_ fields: Fields, _ name: String) -> SourceText? {
    guard let node = fields[name] else { return nil }
    return source(of: node, called: name)
  }

  func source(of node: YAMLNode, called name: String) -> SourceText? {
    guard let scalar = node.scalar else {
      report(
        .wrongShape, at: node.span, "'\(name)' takes text, and this is \(node.shapeName)",
        notes: node.isFlow ? ["put text that starts with a bracket or brace in double quotes"] : [])
      return nil
    }
    return scalar.source
  }

  private func reportLost(_ node: YAMLNode) {
    guard let lost = node.scalar?.lost else { return }
    report(
      .lostComment, at: lost, "YAML drops what follows ' #' as a comment",
      notes: [
        "put the whole text in double quotes",
        "if it is a comment, put two spaces before '#' and one after it",
      ])
  }

  func plain(_ fields: Fields, _ name: String) -> String? {
    guard let node = fields[name], let source = source(of: node, called: name) else { return nil }
    reportLost(node)
    return source.text
  }

  func written(_ fields: Fields, _ name: String) -> Template? {
    guard let node = fields[name] else { return nil }
    return written(node, called: name)
  }

  func written(_ node: YAMLNode, called name: String) -> Template? {
    guard let source = source(of: node, called: name) else { return nil }
    reportLost(node)
    return TemplateParser.parse(source, reporting: &diagnostics).map(resolve)
  }

  /// A written field that may also be a constant list or map.
  func writtenOrConstant(_ node: YAMLNode, called name: String) -> Template? {
    guard node.scalar == nil else { return written(node, called: name) }
    return Template(.constant(constant(node)), at: node.span)
  }

  func logic(_ fields: Fields, _ name: String) -> Expression? {
    fields[name].flatMap { logic($0, called: name) }
  }

  func logic(_ node: YAMLNode, called name: String) -> Expression? {
    guard let scalar = node.scalar else {
      report(
        .wrongShape, at: node.span, "'\(name)' takes an expression, and this is \(node.shapeName)",
        notes: node.isFlow ? ["put an expression that starts with a bracket in double quotes"] : [])
      return nil
    }
    reportLost(node)
    return ExpressionParser.parse(scalar.source, reporting: &diagnostics).map(resolve)
  }

  /// Loops in one `each`.
  private static let deepestLoop = 8

  /// The clauses of a loop; its variables are not yet in scope.
  func loops(_ fields: Fields, _ name: String) -> [LoopClause] {
    guard let source = source(fields, name) else { return [] }
    guard let clauses = EachParser.parse(source, reporting: &diagnostics) else {
      return guess(source)
    }
    if clauses.count > Self.deepestLoop {
      report(
        .tooLarge, at: span(of: source), "loops go at most \(Self.deepestLoop) deep",
        label: "these are \(clauses.count)")
      return []
    }
    for clause in clauses { checkVariable(clause.variable, at: clause.list.span, name: name) }
    return resolve(clauses)
  }

  /// The variable that a mistaken loop seems to name, so that what reads it is not complained of.
  private func guess(_ source: SourceText) -> [LoopClause] {
    let word = source.text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard Self.isName(String(word)), !scope.declared.names.contains(String(word)) else { return [] }
    let nothing = Expression(.literal(.blank), at: source.span(from: 0, to: max(1, word.count)))
    return [LoopClause(variable: String(word), list: nothing)]
  }

  func yesno(_ fields: Fields, _ name: String) -> Bool {
    guard let source = source(fields, name) else { return false }
    switch source.text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      report(
        .unknownWord, at: span(of: source), "'\(name)' is yes or no", label: "expected yes or no")
      return false
    }
  }

  func count(_ fields: Fields, _ name: String) -> Int? {
    guard let source = source(fields, name) else { return nil }
    if let count = Int(source.text) { return count }
    report(
      .badNumber, at: span(of: source), "'\(name)' is a whole number",
      label: "'\(source.text)' is not one")
    return nil
  }

  func duration(_ fields: Fields, _ name: String) -> TimeSpan? {
    guard let source = source(fields, name) else { return nil }
    if let span = TimeSpan(typed: source.text), span.seconds >= 0 { return span }
    report(
      .badDuration, at: span(of: source), "'\(source.text)' is not a length of time",
      notes: ["write it as 5m, 90s, 1h30m, 2 weeks"])
    return nil
  }

  func word(_ source: SourceText, called name: String, among words: [String]) -> String? {
    if words.contains(source.text) { return source.text }
    let near = NearestWord.find(source.text, in: words)
    report(
      .unknownWord, at: span(of: source), "'\(source.text)' is no \(name)",
      label: near.map { "did you mean '\($0)'?" },
      notes: near == nil ? ["it is one of \(words.joined(separator: ", "))"] : [])
    return nil
  }

  /// A list of words as they stand.
  func words(_ fields: Fields, _ name: String) -> [SourceText] {
    guard let node = fields[name] else { return [] }
    let shape = fields.form.field(name)?.shape
    if node.scalar != nil, shape == .names || shape == .name {
      return source(of: node, called: name).map { [$0] } ?? []
    }
    guard let items = node.items else {
      report(
        .wrongShape, at: node.span, "'\(name)' takes a list, and this is \(node.shapeName)",
        notes: ["write it as [one, two], or an entry a line, each after '- '"] + hints(for: node))
      return []
    }
    if isTooLong(node, items.count, name) { return [] }
    return items.compactMap { item in
      let source = source(of: item, called: name)
      if source != nil { reportLost(item) }
      return source
    }
  }

  func entries(_ node: YAMLNode, called name: String, of what: String) -> [YAMLEntry] {
    if let entries = node.entries {
      return isTooLong(node, entries.count, name) ? [] : entries
    }
    report(
      .wrongShape, at: node.span, "'\(name)' takes a map of \(what), and this is \(node.shapeName)",
      notes: ["write each on a line of its own as 'name: value'"] + hints(for: node))
    return []
  }

  private func isTooLong(_ node: YAMLNode, _ count: Int, _ name: String) -> Bool {
    guard count > Self.mostNames else { return false }
    report(
      .tooLarge, at: node.span, "'\(name)' has \(count) entries, and may have \(Self.mostNames)")
    return true
  }

  func items(_ fields: Fields, _ name: String) -> [YAMLNode] {
    guard !isFull, let node = fields[name] else { return [] }
    if let items = node.items { return items }
    report(
      .wrongShape, at: node.span, "'\(name)' takes a list, and this is \(node.shapeName)",
      notes: ["start each entry on a line of its own with '- '"])
    return []
  }

  func span(of source: SourceText) -> SourceSpan {
    let firstLine = source.text.prefix { !$0.isNewline }.count
    return source.span(from: 0, to: max(1, firstLine))
  }
}
