/// Names: resolved to full ones in every expression, declared once each.
extension PlaybookDecoder {
  func resolve(_ expression: Expression) -> Expression {
    expression.mapNames(
      bound: scope.bound, isNamespace: scope.isNamespace, scope.fullName)
  }

  func resolve(_ template: Template) -> Template {
    template.mapNames(bound: scope.bound, isNamespace: scope.isNamespace, scope.fullName)
  }

  func resolve(_ clauses: [LoopClause]) -> [LoopClause] {
    clauses.mapNames(bound: scope.bound, isNamespace: scope.isNamespace, scope.fullName)
  }

  /// Reads what stands inside a loop, with its variables in scope.
  func inside<Result>(_ variables: [String], _ read: () -> Result) -> Result {
    scope.variables += variables
    defer { scope.variables.removeLast(variables.count) }
    return read()
  }

  /// A loop's variable may not hide a name.
  func checkVariable(_ variable: String, at span: SourceSpan, name: String) {
    let isTaken =
      scope.variables.contains(variable) || scope.hidden.contains(variable)
      || scope.declared.names.contains(variable)
      || scope.roles.contains(variable) || NameScope.reserved.contains(variable)
    guard isTaken else { return }
    report(
      .hiddenName, at: span, "the loop's '\(variable)' would hide another '\(variable)'",
      label: "give the loop's item a name of its own")
  }

  /// A question's id, a value of `set`, a list of `repeat`: in full, each used once in the file.
  func declare(_ source: SourceText) -> String {
    let name = source.text
    if !Self.isName(name) {
      report(
        .badID, at: span(of: source), "'\(name)' cannot be a name",
        label: Self.suggestion(for: name),
        notes: ["a name starts with a small letter, then small letters, digits and '_'"])
    } else if NameScope.reserved.contains(name) {
      report(
        .badID, at: span(of: source), "'\(name)' is a word of the language's own",
        label: "choose another name")
    } else if scope.roles.contains(name) {
      report(
        .duplicateID, at: span(of: source), "'\(name)' is already the name of a role",
        label: "choose another name")
    }
    let full = scope.prefix + name
    if scope.variables.isEmpty { noteReadable(full) }
    checkUnique(full, written: name, source, in: \.nameSpans)
    return full
  }

  func checkUnique(
    _ full: String, written: String, _ source: SourceText,
    in places: ReferenceWritableKeyPath<PlaybookDecoder, [String: SourceSpan]>
  ) {
    if let first = self[keyPath: places][full] {
      let where_ =
        first.file == source.file ? "line \(first.line)" : "line \(first.line) of \(first.file)"
      report(
        .duplicateID, at: span(of: source), "'\(written)' is the id of something else",
        label: "first set on \(where_)")
    } else {
      self[keyPath: places][full] = span(of: source)
    }
  }

  /// Starts with a small letter, then small letters, digits and `_`.
  static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy(isNameScalar) && name.count <= 64
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
  }

  private static func suggestion(for name: String) -> String? {
    let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let joined = words.joined(separator: "_")
    guard let first = joined.first, first.isLetter else { return nil }
    return "write '\(joined)'"
  }

  /// A section's, document's or playbook's id: as names, but with `-` too.
  func slug(_ fields: Fields, _ name: String) -> SourceText? {
    guard let source = source(fields, name) else { return nil }
    let scalars = source.text.unicodeScalars
    let isSlug =
      scalars.allSatisfy { Self.isNameScalar($0) || $0 == "-" } && scalars.first != "-"
      && (1...64).contains(scalars.count)
    if !isSlug {
      report(
        .badID, at: span(of: source), "'\(source.text)' cannot be an id",
        notes: ["an id has small letters, digits, '-' and '_', and at most 64 of them"])
    }
    return source
  }
}
