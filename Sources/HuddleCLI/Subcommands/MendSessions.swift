import Console
import Journal
import Values

extension Subcommand {
  static let redactSession = Subcommand(
    "redact", "SESSION WHAT…", most: 1_000,
    summary: "take words out of a session’s file for good: a record by number, an item by id",
    example: "huddle redact 2026-11-20-apollo 41 A2 --yes",
    options: [
      Option("--dry-run", nil, "only show what would be taken away"),
      Option("--yes", nil, "do it without being asked; it cannot be taken back"),
    ]
  ) { invocation, world in
    try WordRemoval(invocation, world).run()
  }

  static let resealSession = Subcommand(
    "reseal", "SESSION", most: 1, summary: "accept what was edited by hand in a session’s file",
    example: "huddle reseal 2026-11-20-apollo"
  ) { invocation, world in
    guard let name = invocation.operands.first else {
      throw Failure("Which session? huddle reseal 2026-11-20-apollo", .usage)
    }
    let library = SessionStore(world).library
    let (path, accepted) = try Failure.from { () throws(JournalError) in
      let path = try library.find(name)
      return (path, try Reseal.reseal(path))
    }
    guard !accepted.isEmpty else {
      world.output.line("\(path): every check sum was right already.")
      return 0
    }
    let numbers = accepted.map { String($0.line) }.joined(separator: ", ")
    world.output.line(
      "\(path): \(accepted.count.agreeing("line", "lines")) \(numbers) accepted as edited:")
    for gist in accepted { world.say("line \(gist.line): \(GistText.of(gist))", indent: 2) }
    return 0
  }
}

/// Takes words out of a session's file, and says where else they may stand.
struct WordRemoval {
  let name: String
  let targets: [Redaction.Target]
  let isMeant: Bool
  let isTried: Bool
  let world: World

  init(_ invocation: Invocation, _ world: World) throws(Failure) {
    guard let name = invocation.operands.first, invocation.operands.count > 1 else {
      throw Failure(
        "Which words? huddle redact SESSION 41 takes those of line 41 of its file, A2 an item’s.",
        .usage)
    }
    self.name = name
    targets = invocation.operands.dropFirst().map { word in
      Int(word).map { .record($0) } ?? .item(word)
    }
    isMeant = invocation.has("--yes")
    isTried = invocation.has("--dry-run")
    self.world = world
  }

  func run() throws(Failure) -> Int32 {
    let library = SessionStore(world).library
    let now = world.fixed().now()
    let today = now.date(offsetSeconds: world.offset(at: now))
    let (path, plan) = try Failure.from { () throws(JournalError) in
      let path = try library.find(name)
      return (path, try Redaction.plan(path, targets, on: today))
    }
    guard !plan.taken.isEmpty else {
      throw Failure("Nothing in \(path) has that number or id. It is as it was.", .badData)
    }
    guard isTried || isMeant || world.hasTerminal else {
      throw Failure(
        "This takes words out of \(path) for good. --dry-run shows which; with --yes at the end it "
          + "is done.", .usage)
    }
    if isTried || !isMeant { show(plan, path) }
    guard !isTried, isMeant || isConfirmed() else { return 0 }
    let report = try Failure.from { () throws(JournalError) in
      try Redaction.redact(path, targets, on: today)
    }
    world.output.lines(lines(report))
    return 0
  }

  /// What would go, before anything does.
  private func show(_ plan: Redaction.Report, _ path: String) {
    world.say("This would take out of \(path), for good:")
    for gist in plan.taken {
      world.say("record \(gist.number ?? 0): \(GistText.of(gist))", indent: 2)
    }
  }

  /// Asked of whoever sits at a terminal; without one, only `--yes` does it.
  private func isConfirmed() -> Bool {
    let reader = Readers.make(world)
    world.say("Take it out? It cannot be taken back. [y/N]", .bold)
    let request = ReadRequest(prompt: "> ")
    if case .line(let line, _) = reader.readLine(request),
      ["y", "yes"].contains(line.trimmed.lowercased())
    {
      return true
    }
    world.say("It is as it was.", .dim)
    return false
  }

  private func lines(_ report: Redaction.Report) -> [StyledText] {
    let numbers = report.taken.compactMap(\.number).map(String.init).joined(separator: ", ")
    let records = report.taken.count.agreeing("record", "records")
    let beside = report.copies.map { StyledText("  \($0)") }
    return [
      "The words of \(records) \(numbers) are gone; signatures that covered them are void.",
      "huddle cannot reach other copies: git’s history, backups, exports, linked sessions.",
    ] + (beside.isEmpty ? [] : ["Look at these beside it:"] + beside)
  }
}
