import Values

/// Reads a map of answers and checks it against the playbook: names, and the shape of each answer.
///
/// What depends on the meeting itself (how many items a loop has, whether a day is one) is checked
/// when it is played.
struct AnswerReader {
  let playbook: Playbook
  var diagnostics: [Diagnostic] = []
  /// Those who take part, by name without their function.
  private(set) var people: [String] = []
  /// False where the file leaves it to the meeting who takes part.
  private var namesPeople = false

  init(playbook: Playbook) { self.playbook = playbook }

  mutating func read(_ node: YAMLNode) -> ScriptedAnswers {
    var result = ScriptedAnswers()
    let roles = playbook.roles.map(\.name)
    let slots = AnswerSlot.all(of: playbook)
    if let entry = node.entries?.first(where: { $0.name == "people" }) {
      result.people = readPeople(entry)
      namesPeople = true
      // A person may be written with a function: `Ana (Legal)`.
      people = result.people.map { String($0.prefix { !"(<".contains($0) }).trimmed }
    }
    for entry in node.entries ?? [] {
      switch entry.name {
      case "people": break
      case "project": result.project = project(entry)
      case let role where roles.contains(role): result.roles[role] = holders(entry)
      default:
        guard let slot = slots.first(where: { $0.id == entry.name }) else {
          reportUnknown(entry, among: ["project", "people"] + roles + slots.map(\.id))
          continue
        }
        check(entry.value, slot, loops: slot.loops[...])
        result.answers.append(.init(id: slot.id, value: entry.value, span: entry.keySpan))
      }
    }
    return result
  }

  mutating func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    guard diagnostics.count < PlaybookDecoder.mostMistakes else { return }
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  // MARK: - The room

  private mutating func project(_ entry: YAMLEntry) -> String? {
    if let text = entry.value.text, !text.trimmed.isEmpty, !entry.value.isBlank { return text }
    report(.wrongShape, at: entry.keySpan, "'project' takes the project's name")
    return nil
  }

  private mutating func readPeople(_ entry: YAMLEntry) -> [String] {
    let names = names(entry)
    var seen: Set<String> = []
    for name in names where !seen.insert(TextFolding.fold(name)).inserted {
      report(
        .repeatedOption, at: entry.value.span, "\(name) is among the people twice",
        label: "keep one, or tell the two apart")
    }
    return names
  }

  private mutating func names(_ entry: YAMLEntry) -> [String] {
    let node = entry.value
    if node.isBlank { return [] }
    if let text = node.text, !text.contains(",") { return [text] }
    guard let items = node.items else {
      report(
        .wrongShape, at: node.span, "'\(entry.name)' takes a list of names",
        label: node.text == nil ? nil : "this is one text",
        notes: ["write it as \(entry.name): [Ana, Bo, Cy]"])
      return []
    }
    return items.compactMap { item in
      if let name = item.text?.trimmed, !name.isEmpty, !item.isBlank { return name }
      report(.wrongShape, at: item.span, "a name is needed here, and this is \(item.shapeName)")
      return nil
    }
  }

  private mutating func holders(_ entry: YAMLEntry) -> [String] {
    let names = names(entry)
    for name in names { checkPerson(name, at: entry.value.span) }
    return names
  }

  mutating func checkPerson(_ name: String, at span: SourceSpan) {
    let bare = String(name.prefix { $0 != "(" }).trimmed
    guard namesPeople, !people.contains(where: { TextFolding.fold($0) == TextFolding.fold(bare) })
    else {
      return
    }
    let near = NearestWord.find(bare, in: people)
    report(
      .unknownID, at: span, "\(bare) is not among the people",
      label: near.map { "did you mean \($0)?" }, notes: ["add the name to 'people'"])
  }

  // MARK: - Answers

  /// Descends through the loops around a question, then looks at the answer itself.
  private mutating func check(_ node: YAMLNode, _ slot: AnswerSlot, loops: ArraySlice<String>) {
    guard !node.isBlank else { return }
    if let list = loops.first {
      guard let items = node.items else {
        return report(
          .wrongShape, at: node.span,
          "'\(slot.word)' is asked for every item of '\(list)', so it takes a list",
          label: "this is \(node.shapeName)",
          notes: ["one entry for each item, ~ where it is not asked"])
      }
      for item in items { check(item, slot, loops: loops.dropFirst()) }
      return
    }
    switch slot.content {
    case .question(let question): check(node, question)
    case .turns(let slots): checkTurns(node, slot, slots)
    }
  }

  private mutating func checkTurns(_ node: YAMLNode, _ slot: AnswerSlot, _ slots: [AnswerSlot]) {
    guard let turns = node.items else {
      return report(
        .wrongShape, at: node.span, "'\(slot.word)' takes a list with a map for each turn",
        label: "this is \(node.shapeName)",
        notes: ["one '- ' a turn, and under it its questions: \(Self.list(slots.map(\.word)))"])
    }
    for turn in turns where !turn.isBlank {
      guard let entries = turn.entries else {
        report(
          .wrongShape, at: turn.span, "a turn is a map of questions, and this is \(turn.shapeName)",
          notes: ["its questions are \(Self.list(slots.map(\.word)))"])
        continue
      }
      for entry in entries {
        if let inner = slots.first(where: { [$0.id, $0.word].contains(entry.name) }) {
          check(entry.value, inner, loops: inner.loops[...])
        } else {
          reportUnknown(entry, "a turn of '\(slot.word)' has no question", slots.map(\.word))
        }
      }
    }
  }

  private mutating func reportUnknown(_ entry: YAMLEntry, among known: [String]) {
    let near =
      NearestWord.find(entry.name, in: known) ?? known.first { $0.hasSuffix(".\(entry.name)") }
    let ofPart = (entry.value.entries ?? []).map { "\(entry.name).\($0.name)" }
      .filter(known.contains)
    let all = known.filter { $0.hasPrefix(entry.name + ".") }
    report(
      .unknownID, at: entry.keySpan, "the playbook has no question '\(entry.name)'",
      label: all.isEmpty ? near.map { "did you mean '\($0)'?" } : "that is a part's name",
      notes: all.isEmpty
        ? []
        : [
          "write its answers as \((ofPart.isEmpty ? all : ofPart).map { $0 + ": …" }.joined(separator: ", "))"
        ])
  }

  mutating func reportUnknown(_ entry: YAMLEntry, _ what: String, _ known: [String]) {
    let near = NearestWord.find(entry.name, in: known)
    report(
      .unknownKey, at: entry.keySpan, "\(what) '\(entry.name)'",
      label: near.map { "did you mean '\($0)'?" },
      notes: near == nil ? ["there is \(Self.list(known))"] : [])
  }

  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
