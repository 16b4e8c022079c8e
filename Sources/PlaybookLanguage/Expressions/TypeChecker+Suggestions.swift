import Values

/// The wording of mistaken names, with the one that was probably meant.
extension TypeChecker {
  mutating func reportUnknownName(_ name: String, at span: SourceSpan) {
    guard !isQuiet else { return }
    let meant = nearestName(to: name)
    let label = meant.map { "did you mean \($0.path)?" } ?? Self.days[name].map { "write \($0)" }
    report(
      .unknownName, at: span, "'\(name)' is not something we ask", label: label,
      notes: meant.map { origin($0) ?? [] } ?? notes(ofWord: name, hasLabel: label != nil))
  }

  private static let days = [
    "tomorrow": "today + days(1)", "yesterday": "today - days(1)", "now": "today",
  ]

  /// A word with a capital is no name of the language's: mostly somebody's, or words without quotes.
  private func notes(ofWord name: String, hasLabel: Bool) -> [String] {
    guard !hasLabel, name.first?.isUppercase == true else { return [] }
    return [
      "words stand in quotes: '\(name)'",
      "somebody who is not yet known is a role (roles: {lead: person}) or asked: kind: person",
    ]
  }

  mutating func reportUnknownField(
    _ name: String, of base: Expression, _ type: ValueType, at span: SourceSpan
  ) {
    guard !isQuiet else { return }
    let meant = nearestField(to: name, of: type).map {
      Meant(path: "\(base.source).\($0.path)", origin: $0.origin)
    }
    if meant == nil, reportAskedFor(name, of: base, type, at: span) { return }
    let message =
      switch type {
      case .item: "'\(name)' is not something we ask"
      default: "\(type.words) has no '\(name)'"
      }
    report(
      .unknownName, at: span, message, label: meant.map { "did you mean \($0.path)?" },
      notes: meant.flatMap { origin($0) } ?? fieldNotes(of: type, named: name))
  }

  mutating func reportUnknownProperty(
    _ name: String, of base: Expression, _ type: ValueType, at span: SourceSpan
  ) {
    guard !isQuiet else { return }
    let source = base.source
    var label: String?
    var notes: [String] = []
    if ["length", "size", "len", "number"].contains(name) {
      label = "did you mean \(source).count?"
    } else if let function = LanguageFunction.list(name) {
      notes = ["write it like \(function.usage)"]
    } else if names.fields(of: type.element)?[name] != nil {
      notes = [
        "each item has it: \(source).map(x, x.\(name)), or go through them with 'each'"
      ]
    } else {
      let known = LanguageFunction.names(.property)
      let near = NearestWord.find(name, in: known) ?? known.first { name.hasPrefix($0) }
      label = near.map { "did you mean \(source).\($0)?" }
      notes = ["a list has \(DisplayText.joined(known.map { ".\($0)" }))"]
    }
    report(.unknownName, at: span, "a list has no '\(name)'", label: label, notes: notes)
  }

  mutating func reportUnknownFunction(
    _ name: String, _ arguments: [Expression], at span: SourceSpan
  ) {
    let place = SourceSpan(
      file: span.file, line: span.line, column: span.column, length: name.count)
    var label: String?
    let first = arguments.first?.source ?? "list"
    if let mended = Self.foreignFunctions[name] {
      label = "write \(mended.replacing("x", with: first))"
    } else if arguments.count == 3, case .name = arguments[1].node,
      let function = LanguageFunction.list(name),
      function.variable != .never
    {
      let rest = arguments.dropFirst().map(\.source).joined(separator: ", ")
      label = "write \(first).\(name)(\(rest))"
    } else if LanguageFunction.property(name) != nil, !arguments.isEmpty {
      let all = arguments.map(\.source).joined(separator: ", ")
      label = "write \(arguments.count == 1 ? all : "[\(all)]").\(name)"
    } else if let function = LanguageFunction.list(name) {
      label = "write it like \(function.usage)"
    } else if names.names[name] != nil, arguments.isEmpty {
      label = "write \(name) without brackets"
    } else {
      label = NearestWord.find(name, in: LanguageFunction.names(.plain))
        .map { "did you mean \($0)(…)?" }
    }
    report(.unknownFunction, at: place, "there is no function '\(name)'", label: label)
  }

  mutating func reportUnknownMethod(
    _ name: String, of base: Expression, _ arguments: [Expression], at span: SourceSpan
  ) {
    var label: String?
    if LanguageFunction.property(name) != nil, arguments.isEmpty {
      label = "write \(base.source).\(name) without brackets"
    } else if LanguageFunction.plain(name) != nil {
      let all = ([base] + arguments).map(\.source).joined(separator: ", ")
      label = "write \(name)(\(all))"
    } else if ["length", "size", "len"].contains(name) {
      label = "write \(base.source).count"
    } else {
      label =
        Self.foreignMethods[name]
        ?? NearestWord.find(name, in: LanguageFunction.names(.list))
        .map { "did you mean .\($0)(…)?" }
    }
    report(.unknownFunction, at: span, "there is no function '.\(name)'", label: label)
  }

  /// Functions of other languages, with what they are here; `x` is the first argument.
  private static let foreignFunctions = [
    "len": "x.count", "length": "x.count", "size": "x.count", "count": "x.count",
    "coalesce": "either(a, b)", "default": "either(a, b)", "iif": "if(condition, this, that)",
    "floor": "round(x)", "ceil": "round(x)", "int": "round(x)", "now": "today",
    "today": "today", "lowercase": "lower(x)", "toLowerCase": "lower(x)", "mean": "x.avg",
    "average": "x.avg", "isblank": "x == blank", "empty": "x == blank", "has": "x != blank",
    "concat": "[a, b].join(' ')",
  ]

  private static let foreignMethods = [
    "any": "write .exists(…)", "some": "write .exists(…)", "every": "write .all(…)",
    "where": "write .filter(…)", "select": "write .filter(…)", "find": "write .first(…)",
    "limit": "write .take(…)", "sortBy": "write .sort(…)", "sorted": "write .sort(…)",
    "average": "write .avg(…)", "mean": "write .avg(…)", "includes": "write x in list",
    "reduce": "write .sum(…), .min(…) or .max(…)",
  ]

  // MARK: - What was meant

  struct Meant {
    let path: String
    let origin: String?
  }

  private func origin(_ meant: Meant) -> [String]? { meant.origin.map { [$0] } }

  private func fieldNotes(of type: ValueType, named name: String) -> [String] {
    if type == .date, ["days", "day", "month", "year"].contains(name) {
      return ["a length of time has days: (a - b).days"]
    }
    guard let fields = names.fields(of: type), !fields.isEmpty, fields.count <= 12 else {
      return []
    }
    let known = fields.keys.sorted()
    return ["known here: \(DisplayText.joined(known))"]
  }

  /// The nearest known name, a name of a part by its last word, or a field of a loop's item.
  private func nearestName(to name: String) -> Meant? {
    let known = (Array(locals.keys) + Array(names.names.keys)).sorted()
    if let namespaced = known.first(where: { $0.hasSuffix(".\(name)") }) {
      return Meant(path: namespaced, origin: names.origins[namespaced])
    }
    for variable in locals.keys.sorted() {
      if let type = locals[variable], let field = exactField(name, of: type) {
        return Meant(path: "\(variable).\(field.path)", origin: field.origin)
      }
    }
    for whole in known {
      if case .record(let parts)? = names.names[whole], parts.contains(where: { $0.name == name }) {
        return Meant(path: "\(whole).\(name)", origin: names.origins[whole])
      }
    }
    if let near = NearestWord.find(name, in: known) {
      return Meant(path: near, origin: names.origins[near])
    }
    for variable in locals.keys.sorted() {
      if let type = locals[variable], let field = nearestField(to: name, of: type) {
        return Meant(path: "\(variable).\(field.path)", origin: field.origin)
      }
    }
    return nil
  }

  private func exactField(_ name: String, of type: ValueType) -> Meant? {
    fieldPaths(of: type).first { $0.name == name }.map { Meant(path: $0.path, origin: $0.origin) }
  }

  /// The nearest field, looked for in nested sets of values too: `rating.likelihood`.
  private func nearestField(to name: String, of type: ValueType) -> Meant? {
    let paths = fieldPaths(of: type)
    let found =
      paths.first { $0.name == name }
      ?? NearestWord.find(name, in: paths.map(\.name)).flatMap { near in
        paths.first { $0.name == near }
      }
    return found.map { Meant(path: $0.path, origin: $0.origin) }
  }

  private func fieldPaths(of type: ValueType) -> [(name: String, path: String, origin: String?)] {
    guard let fields = names.fields(of: type) else { return [] }
    return fields.sorted { $0.key < $1.key }.flatMap { name, fieldType in
      var origin: String?
      if case .item(let list) = type { origin = names.origins["\(list).\(name)"] }
      var paths = [(name: name, path: name, origin: origin)]
      if case .record(let parts) = fieldType {
        paths += parts.map { (name: $0.name, path: "\(name).\($0.name)", origin: origin) }
      }
      return paths
    }
  }
}
