import Console
import Documents
import Journal
import Session
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
    if isTried || !isMeant {
      show(plan, path)
      world.output.lines(elsewhere(plan, path))
    }
    guard !isTried, isMeant || isConfirmed() else { return 0 }
    let before = voidAnswers(path)
    let report = try Failure.from { () throws(JournalError) in
      try Redaction.redact(path, targets, on: today)
    }
    let voided = voidAnswers(path).filter { !before.contains($0) }
    world.output.lines(lines(report, path, voided))
    return 0
  }

  /// Whose answers to a sign-off are for another text than the one that stands there.
  private func voidAnswers(_ path: String) -> [String] {
    guard let session = try? SessionStore(world).read(path).session else { return [] }
    return session.state.signatures.keys.sorted().flatMap { session.outdatedAnswers(to: $0) }
      .map { session.state.name(of: $0.person) }
  }

  /// Records that still say some of the words, with what takes them out as well.
  private func elsewhere(_ report: Redaction.Report, _ path: String) -> [StyledText] {
    guard !report.elsewhere.isEmpty else { return [] }
    let numbers = report.elsewhere.compactMap(\.number).map(String.init)
    let name = JournalPath.stem(path).split(separator: "/").last.map(String.init) ?? path
    return ["Some of the same words stay in these:"]
      + report.elsewhere.map { StyledText("  record \($0.number ?? 0): \(GistText.of($0))") }
      + [
        StyledText(
          "huddle redact \(ShellText.word(name)) \(numbers.joined(separator: " ")) takes them out too."
        )
      ]
  }

  /// Files that huddle keeps outside of the session and that hold some of the words.
  private func keptElsewhere(_ report: Redaction.Report, _ path: String) -> [String] {
    let session = (try? SessionStore(world).read(path).session.state.opened?.session) ?? nil
    let state = session.map { StateFolder(world.stateFolder).folder(session: $0) }
    let folders = [state, "\(SessionLibrary(holding: path).folder)/follow-ups"].compactMap { $0 }
    let files = folders.flatMap { folder in Files.names(in: folder).map { "\(folder)/\($0)" } }
    return report.stillSaid(in: [world.historyPath] + files)
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

  private func lines(
    _ report: Redaction.Report, _ path: String, _ voided: [String]
  ) -> [StyledText] {
    let numbers = report.taken.compactMap(\.number).map(String.init).joined(separator: ", ")
    let records = report.taken.count.agreeing("record", "records")
    let beside = (report.copies + keptElsewhere(report, path)).map { StyledText("  \($0)") }
    var lines: [StyledText] = ["The words of \(records) \(numbers) are gone."]
    if !voided.isEmpty {
      let answers = voided.count.agreeing("answer", "answers")
      let verb = voided.count.agreeing("is", "are")
      lines.append(
        StyledText(
          "The \(answers) of \(DisplayText.joined(voided)) to the sign-off covered them and \(verb) void.",
          .warn))
    }
    lines += elsewhere(report, path)
    if report.names(path) {
      lines.append(
        StyledText("The file’s own name still says some of it: mv gives it another one.", .warn))
    }
    lines += [
      "huddle cannot reach other copies: git’s history, backups, exports, linked sessions, a second",
      "copy (--also), the lines that a terminal or huddle remembers.",
    ]
    return lines
      + (beside.isEmpty ? [] : ["Look at these, where the words may stand too:"] + beside)
  }
}
