import Console
import Journal
import Values

extension Subcommand {
  static let redactSession = Subcommand(
    "redact", "SESSION WHAT…", most: 1_000,
    summary: "take words out of a session’s file for good: a record by number, an item by id",
    example: "huddle redact 2026-11-20-apollo 41 A2 --yes",
    options: [Option("--yes", nil, "really do it; it cannot be taken back")]
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
    let (path, lines) = try Failure.from { () throws(JournalError) in
      let path = try library.find(name)
      return (path, try Reseal.reseal(path))
    }
    let numbers = lines.map(String.init).joined(separator: ", ")
    world.output.line(
      lines.isEmpty
        ? "\(path): every check sum was right already."
        : "\(path): \(lines.count == 1 ? "line" : "lines") \(numbers) accepted as edited.")
    return 0
  }
}

/// Takes words out of a session's file, and says where else they may stand.
struct WordRemoval {
  let name: String
  let targets: [Redaction.Target]
  let isMeant: Bool
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
    self.world = world
  }

  func run() throws(Failure) -> Int32 {
    let library = SessionStore(world).library
    let path = try Failure.from { () throws(JournalError) in try library.find(name) }
    guard isMeant else {
      throw Failure(
        "This takes words out of \(path) for good. With --yes at the end it is done.", .usage)
    }
    let now = world.fixed().now()
    let today = now.date(offsetSeconds: world.offset(at: now))
    let report = try Failure.from { () throws(JournalError) in
      try Redaction.redact(path, targets, on: today)
    }
    guard !report.records.isEmpty else {
      throw Failure("Nothing in \(path) has that number or id. It is as it was.", .badData)
    }
    world.output.lines(lines(report))
    return 0
  }

  private func lines(_ report: Redaction.Report) -> [StyledText] {
    let numbers = report.records.map(String.init).joined(separator: ", ")
    let records = report.records.count == 1 ? "record" : "records"
    let beside = report.copies.map { StyledText("  \($0)") }
    return [
      "The words of \(records) \(numbers) are gone; signatures that covered them are void.",
      "huddle cannot reach other copies: git’s history, backups, exports, linked sessions.",
    ] + (beside.isEmpty ? [] : ["Look at these beside it:"] + beside)
  }
}
