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
    "check", "FILE…", most: 1_000,
    summary: "find every mistake in playbooks, each with how to mend it",
    example: "huddle check my-meeting.yaml", options: [Option("--json", nil, "as JSON")]
  ) { invocation, world in
    guard !invocation.operands.isEmpty else {
      throw Failure("Which file? huddle check my-meeting.yaml; - is standard input.", .usage)
    }
    return try PlaybookCheck(world).run(invocation.operands, asJSON: invocation.has("--json"))
  }

  static let explainRule = Subcommand(
    "explain", "CODE", most: 1, summary: "what a mistake’s code means and how to mend it",
    example: "huddle explain P203"
  ) { invocation, world in
    let word = invocation.operands.first ?? ""
    guard let rule = DiagnosticRule.find(word) else {
      let near = NearestWord.find(word.uppercased(), in: DiagnosticRule.all.map(\.code))
      throw Failure(
        "There is no rule “\(word)”" + (near.map { ": did you mean \($0)?" } ?? "."), .usage)
    }
    let columns = Terminal(descriptor: 1, environment: world.environment).columns
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
      let place = entry.place == "built in" ? "" : " (\(entry.place))"
      let time = entry.time.map { "\($0.minutes) min" } ?? ""
      let words = wrap(
        "\(entry.summary) \(time)\(place)", width: columns, indent: name + 2)
      let head = StyledText("  " + DisplayText.padded(prefix + entry.id, to: name), .accent)
      let first = StyledText(words.first?.trimmed ?? "")
      return [head + first] + words.dropFirst().map { StyledText($0) }
    }
  }
}

/// Checks files and shows what is wrong with them.
struct PlaybookCheck {
  let world: World

  init(_ world: World) { self.world = world }

  func run(_ names: [String], asJSON: Bool) throws(Failure) -> Int32 {
    let shelf = PlaybookShelf(world)
    var found: [Diagnostic] = []
    for name in names {
      let source = try shelf.source(of: name)
      let diagnostics = shelf.check(source).1
      found += diagnostics
      if asJSON { continue }
      if diagnostics.isEmpty { world.output.line("\(name): no problems") }
      shelf.show(diagnostics, source)
    }
    if asJSON { world.output.document(JSONValue.array(found.map(\.json)).encoded() + "\n") }
    let hasErrors = found.contains { $0.severity == .error }
    return hasErrors ? ExitStatus.badData.rawValue : 0
  }
}
