import Console
import PlaybookLanguage
import Values

extension Subcommand {
  static let listPlaybooks = Subcommand(
    "playbooks", "[show ID]", most: 2,
    summary: "the meetings that can be run, or one as it is written",
    example: "huddle playbooks show pre-mortem > my-pre-mortem.yaml",
    options: [Option("--json", nil, "as JSON")]
  ) { invocation, world in
    let shelf = PlaybookShelf(world)
    switch invocation.operands.first {
    case nil: break
    case "show":
      guard invocation.operands.count == 2 else {
        throw Failure("Which one? huddle playbooks show pre-mortem", .usage)
      }
      world.output.document(try shelf.source(of: invocation.operands[1]).text)
      return 0
    case .some(let word):
      throw Failure("“\(word)”? huddle playbooks, or huddle playbooks show ID.", .usage)
    }
    if invocation.has("--json") {
      let entries = shelf.entries.map { entry in
        JSONValue.object([
          .init("id", .string(entry.id)), .init("title", .string(entry.title)),
          .init("summary", .string(entry.summary)), .init("from", .string(entry.place)),
          .init("shadows", .bool(entry.shadowsOwn)),
          .init("minutes", entry.time.map { .number(Number($0.minutes)) } ?? .null),
        ])
      }
      world.output.document(JSONValue.array(entries).encoded() + "\n")
      return 0
    }
    world.output.lines(PlaybookRow.lines(shelf.entries, prefix: "", world))
    return 0
  }

  static let checkPlaybooks = Subcommand(
    "check", "FILE…", most: 10_000,
    summary: "find every mistake in playbooks, each with how to mend it",
    example: "huddle check my-meeting.yaml", options: [Option("--json", nil, "as JSON")]
  ) { invocation, world in
    guard !invocation.operands.isEmpty else {
      throw Failure(
        "Which file? huddle check my-meeting.yaml; a folder means all in it, - standard input.",
        .usage)
    }
    return try PlaybookCheck(world).run(invocation.operands, asJSON: invocation.has("--json"))
  }

  static let explainRule = Subcommand(
    "explain", "[CODE]", most: 1,
    summary: "what a mistake’s code means and how to mend it; all of them without one",
    example: "huddle explain P203"
  ) { invocation, world in
    let columns = Terminal(descriptor: 1, environment: world.environment).columns
    guard let word = invocation.operands.first else {
      for rule in DiagnosticRule.all {
        let words = DisplayText.truncated(
          "\(rule.name): \(rule.firstSentence.lowercasedFirst)", to: max(20, columns - 6))
        world.output.line(StyledText("\(rule.code)  ", .accent) + StyledText(words))
      }
      return 0
    }
    guard let rule = DiagnosticRule.find(word) else {
      let codes = DiagnosticRule.all.map(\.code)
      let near =
        NearestWord.find(word.uppercased(), in: codes)
        ?? NearestWord.find(word, in: DiagnosticRule.all.map(\.name))
      throw Failure(
        "There is no rule “\(word)”"
          + (near.map { ": did you mean \($0)?" } ?? "; huddle explain lists all of them."), .usage)
    }
    world.output.line(StyledText("\(rule.code) \(rule.name)", .bold))
    for line in wrap(rule.explanation, width: columns) { world.output.line("\(line)") }
    return 0
  }
}

/// Playbooks in lists: how to run each, what it is for, how long it takes.
enum PlaybookRow {
  static func lines(_ entries: [PlaybookShelf.Shelved], prefix: String, _ world: World)
    -> [StyledText]
  {
    let columns = Terminal(descriptor: 1, environment: world.environment).columns
    let name = (entries.map { DisplayText.width(of: prefix + $0.id) }.max() ?? 0) + 2
    return entries.flatMap { entry -> [StyledText] in
      let shadow = entry.shadowsOwn ? ", in place of huddle’s own" : ""
      let place = entry.place == "built in" ? "" : " (\(entry.place)\(shadow))"
      let time = entry.time.map { "\($0.minutes) min" } ?? ""
      let words = wrap(
        "\(entry.summary) \(time)\(place)", width: columns, indent: name + 2)
      let head = StyledText("  " + DisplayText.padded(prefix + entry.id, to: name), .accent)
      let first = StyledText(words.first?.trimmed ?? "")
      return [head + first] + words.dropFirst().map { StyledText($0) }
    }
  }
}
