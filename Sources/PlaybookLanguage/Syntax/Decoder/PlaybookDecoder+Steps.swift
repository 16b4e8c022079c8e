import Values

/// Steps: one verb each, with the fields that any step may have.
extension PlaybookDecoder {
  /// The steps under a field; `place` begins the ids of those that have none of their own.
  func steps(_ fields: Fields, _ name: String, in place: String) -> [Step] {
    items(fields, name).enumerated().compactMap { index, node in
      isFull
        ? nil
        : step(node, place: place.contains(":") ? "\(place).\(index + 1)" : "\(place):\(index + 1)")
    }
  }

  private func step(_ node: YAMLNode, place: String) -> Step? {
    guard let row = verb(of: node) else { return nil }
    let node = withoutOtherVerbs(node, than: row)
    switch row.verb.name {
    case "ask": return ask(node, place: place)
    case "use": return usedStep(node, place: place)
    default:
      let fields = fields(node, LanguageTable.form(of: row))
      var step = emptyStep(fields, place: place)
      inside(step.each.map(\.variable)) {
        addCommon(fields, to: &step)
        step.action = action(row.verb.name, fields, place: place)
      }
      return step
    }
  }

  /// The one verb of a step; none or two are a mistake.
  private func verb(of node: YAMLNode) -> VerbRow? {
    let keys = node.entries?.map(\.name) ?? []
    var rows = LanguageTable.verbs.filter { keys.contains($0.verb.name) }
    if rows.count > 1 { rows.removeAll { $0.verb.name == "steps" } }
    if rows.count == 1 { return rows[0] }
    let verbs = LanguageTable.verbs.map(\.verb.name)
    let span = node.entries?.first?.keySpan ?? node.span
    if rows.isEmpty {
      let near = keys.lazy.compactMap { NearestWord.find($0, in: verbs) }.first
      report(
        .noVerb, at: span, "this step does not say what it does",
        label: near.map { "did you mean '\($0)'?" },
        notes: ["a step has one of \(verbs.joined(separator: ", "))"] + hints(for: node))
      return nil
    }
    report(
      .twoVerbs, at: span,
      "a step does one thing, and this one has '\(rows[0].verb.name)' and '\(rows[1].verb.name)'",
      notes: ["make two steps of it, each with its own '- '"])
    return rows[0]
  }

  /// Two verbs are reported once; what belongs to the second is not read.
  private func withoutOtherVerbs(_ node: YAMLNode, than row: VerbRow) -> YAMLNode {
    let form = LanguageTable.form(of: row)
    let others = LanguageTable.verbs.map(\.verb.name).filter {
      node[$0] != nil && form.field($0) == nil
    }
    var node = node
    for other in others { node.remove(other) }
    return node
  }

  func emptyStep(_ fields: Fields, place: String) -> Step {
    Step(
      id: place, action: .group([]), time: duration(fields, "time"), each: loops(fields, "each"),
      span: fields.span)
  }

  /// What any step may have; read inside its own loop.
  func addCommon(_ fields: Fields, to step: inout Step) {
    step.tip = written(fields, "tip")
    step.condition = logic(fields, "if")
    if let source = source(fields, "id") { step.id = declare(source) }
  }

  private func action(_ verb: String, _ fields: Fields, place: String) -> Step.Action {
    switch verb {
    case "say": .say(words(of: fields, verb))
    case "warn": .warn(words(of: fields, verb))
    case "show": .show(fields["show"].map(documentPart) ?? .init(kind: .group, span: fields.span))
    case "set": .set(assignments(fields))
    case "repeat": .repeated(repetition(fields, place: place))
    default: .group(steps(fields, "steps", in: place))
    }
  }

  func words(of fields: Fields, _ name: String) -> Template {
    written(fields, name) ?? Template(.prose([]), at: fields.span)
  }

  private func assignments(_ fields: Fields) -> [Step.Assignment] {
    guard let node = fields["set"] else { return [] }
    return entries(node, called: "set", of: "names").map { entry in
      let value = logic(entry.value, called: entry.name)
      return Step.Assignment(
        name: declare(entry.key), value: value ?? Self.nothing(at: entry.keySpan),
        span: entry.keySpan)
    }
  }

  /// Stands for an expression that could not be read.
  static func nothing(at span: SourceSpan) -> Expression { Expression(.literal(.blank), at: span) }

  private func repetition(_ fields: Fields, place: String) -> Step.RepeatLoop {
    let source = source(fields, "repeat")
    let names = source.flatMap { EachParser.parseRepeat($0, reporting: &diagnostics) }
    let variable = names?.variable ?? ""
    if let names, let source {
      checkVariable(variable, at: span(of: source), name: "repeat")
      declareList(names.list, in: source)
    }
    let maximum = count(fields, "max") ?? 1
    if maximum < 1 || maximum > 1000 {
      report(.badNumber, at: fields.keySpan("max"), "'max' of a repeat is from 1 to 1000")
    }
    return inside([variable]) {
      Step.RepeatLoop(
        variable: variable, list: scope.prefix + (names?.list ?? ""),
        until: logic(fields, "until"), maximum: maximum,
        steps: steps(fields, "steps", in: place))
    }
  }

  private func declareList(_ list: String, in source: SourceText) {
    let offset = source.text.count - list.count
    let span = source.span(from: offset, to: source.text.count)
    _ = declare(
      SourceText(list, file: source.file, line: span.line, column: span.column))
  }

  /// A part among steps: a group of its steps.
  private func usedStep(_ node: YAMLNode, place: String) -> Step? {
    var result: Step?
    use(node) { use, part in
      if part["steps"] == nil, part["sections"] != nil {
        report(
          .wrongShape, at: node.entries?.first?.keySpan ?? node.span,
          "this part has sections and stands among steps", label: "use it among the sections")
      }
      result = Step(
        id: place, action: .group(steps(part, "steps", in: use.namespace)), time: use.time,
        tip: use.tip, condition: use.condition, each: use.each, span: node.span)
    }
    return result
  }
}
