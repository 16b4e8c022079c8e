import Console
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

/// What every command that begins a meeting takes.
extension Subcommand.Option {
  static let project = Self("--project", "NAME", "the project that the meeting is about")
  static let people = Self(
    "--with", "NAMES", "who is here, functions in brackets: \"Ana (Legal), Bo\"")
  static let also = Self("--also", "DIR", "write every record to a second folder as well")
  static let noTips = Self(
    "--no-tips", nil, "without the tips for whoever runs it, where the room sees your screen")
}

extension Subcommand {
  static let runMeeting = Subcommand(
    "run", "PLAYBOOK", most: 1, summary: "run a meeting, from a built-in playbook or a file",
    example: "huddle run pre-mortem --project Apollo --with \"Ana, Bo (Legal), Cy\"",
    options: [
      .project,
      .people,
      Option("--answers", "FILE", "play the meeting from a file of answers, without a terminal"),
      .also,
      .noTips,
    ]
  ) { invocation, world in
    guard let name = invocation.operands.first else {
      throw Failure("Which playbook? huddle run pre-mortem; huddle playbooks lists them.", .usage)
    }
    let playbook = try PlaybookShelf(world).load(name)
    if let file = invocation.options["--answers"] {
      return try ScriptedMeeting(playbook, file, invocation, world.fixed()).run()
    }
    return try LiveMeeting(world).begin(playbook, invocation)
  }

  static let resumeMeeting = Subcommand(
    "resume", "[SESSION | PROJECT]", most: 1,
    summary: "go on with a meeting, at the very same question",
    example: "huddle resume",
    options: [
      Option("--upgrade", nil, "take over a newer version of its playbook, after a look"),
      Option("--from", "FILE", "the newer playbook, where it is a file of yours"),
      .also,
      .noTips,
    ]
  ) { invocation, world in
    try LiveMeeting(world).resume(invocation)
  }
}

extension Subcommand {
  static let replayMeeting = Subcommand(
    "replay", "[SESSION]", most: 1,
    summary: "run a meeting again for a new project: Enter takes each earlier answer",
    example: "huddle replay 2026-11-20-apollo --project Borealis",
    options: [
      Option("--project", "NAME", "the new project"),
      .people,
      .also,
      .noTips,
    ]
  ) { invocation, world in
    try LiveMeeting(world).replay(invocation)
  }
}

/// A meeting at a terminal (or a pipe), from its first line to its end.
struct LiveMeeting {
  let world: World
  let reader: any LineReader

  init(_ world: World, reader: (any LineReader)? = nil) {
    self.world = world
    self.reader = reader ?? Readers.make(world)
  }

  func begin(
    _ playbook: Playbook, _ invocation: Invocation, _ preparation: Preparation? = nil
  ) throws -> Int32 {
    if world.hasNobody { throw Self.nobody }
    let given = invocation.options["--project"] ?? preparation?.drafts.project
    guard let project = try project(given) else { return ExitStatus.done.rawValue }
    try Self.checkCopy(invocation)
    // Looked for before this meeting is the project's last one.
    let last =
      world.hasTerminal
      ? LastPeople(SessionStore(world), project: project, playbook: playbook.id) : nil
    let open = try SessionStore(world).begin(playbook, project: project)
    try preparation?.keep(world, session: open.session.state.opened?.session ?? "session")
    welcome(playbook, open)
    return try run(
      open, also: invocation.options["--also"], people: invocation.options["--with"], last)
  }

  /// A new session of an earlier one's playbook, as that session had it.
  func replay(_ invocation: Invocation) throws -> Int32 {
    if world.hasNobody { throw Self.nobody }
    let reading = try SessionStore(world).read(invocation.operands.first)
    let (earlier, path) = (reading.session, reading.path)
    let title = earlier.state.opened?.title ?? earlier.playbook.title
    // A project may have had two meetings on one day: their names tell them apart.
    let name = JournalPath.stem(path).split(separator: "/").last.map(String.init) ?? ""
    world.say("Replaying \(title).", .bold)
    world.say("Held as \(name).", .dim)
    guard let project = try project(invocation.options["--project"]) else {
      return ExitStatus.done.rawValue
    }
    try Self.checkCopy(invocation)
    let playbook = earlier.playbook
    let open = try SessionStore(world).begin(playbook, project: project, replaying: earlier)
    welcome(playbook, open)
    world.say("Its answers stand in the line: Enter takes each, typing changes it.", .dim)
    SessionUpgrade(open, world).tellOfNewer()
    return try run(open, also: invocation.options["--also"], people: invocation.options["--with"])
  }

  /// Before anything begins: a second copy that cannot be written is no surprise for later.
  private static func checkCopy(_ invocation: Invocation) throws(Failure) {
    guard let folder = invocation.options["--also"] else { return }
    try Failure.from { () throws(JournalError) in try JournalFile.checkCopy(in: folder) }
  }

  func resume(_ invocation: Invocation) throws -> Int32 {
    if world.hasNobody { throw Self.nobody }
    try Self.checkCopy(invocation)
    let also = invocation.options["--also"]
    let open = try SessionStore(world).resume(
      invocation.operands.first, also: also, confirms: confirm)
    // Whatever else the meeting looks up is looked up where its session stands.
    return try LiveMeeting(world.inLibrary(of: open.journal.path), reader: reader)
      .goOn(with: open, invocation)
  }

  private func goOn(with resumed: SessionStore.Open, _ invocation: Invocation) throws -> Int32 {
    var open = resumed
    let title = open.session.state.opened?.title ?? open.session.playbook.title
    world.say(title, .bold)
    let upgrade = SessionUpgrade(open, world)
    if invocation.has("--upgrade") || invocation.options["--from"] != nil {
      open = try upgrade.offer(from: invocation.options["--from"], confirms: confirm)
    } else {
      upgrade.tellOfNewer()
    }
    return try run(open, also: nil, people: nil)
  }

  /// A question that has to be answered with yes; the end of the input is none.
  private func confirm(_ question: String) -> Bool {
    world.say(question + " [y/N]", .bold)
    guard case .line(let line, _) = reader.readLine(ReadRequest(prompt: "> ")) else { return false }
    return ["y", "yes"].contains(line.trimmed.lowercased())
  }

  /// How long it stood still: asked about where it is one meeting still.
  private func tellGap(_ loop: MeetingLoop) {
    let records = loop.facilitator.session.log.records
    guard records.count > 1 else { return }
    let last = records[records.count - 2].at
    let offset = world.offset(at: last)
    let seconds = last.clockTime(offsetSeconds: offset).display + Self.seconds(last)
    if world.hasTerminal,
      let dialog = loop.facilitator.question(
        aboutGapSince: last, lastSaved: seconds, loop.moment())
    {
      return loop.ask(dialog)
    }
    let gap = world.now().since(last).seconds / 60
    let isWhole = !loop.journal.notices.contains(where: \.isLoss) && !loop.hasUnreadableLines
    let comfort = isWhole ? " Nothing is lost" : ""
    world.say(
      gap < 1
        ? "Last saved \(seconds).\(isWhole ? comfort + "." : "")"
        : "Last saved \(last.date(offsetSeconds: offset).display), \(seconds)."
          + (isWhole
            ? comfort + ", and every section ends as much later."
            : " Every section ends as much later."),
      .dim)
  }

  /// `:07`.
  private static func seconds(_ instant: Instant) -> String {
    let second = instant.milliseconds / 1000 % 60
    return second < 10 ? ":0\(second)" : ":\(second)"
  }

  static let nobody = Failure(
    "There is nobody to ask: no terminal, and nothing comes in. "
      + "--answers FILE plays a meeting from a file.", .usage)

  private func run(
    _ open: SessionStore.Open, also: String?, people: String?, _ last: LastPeople? = nil
  ) throws -> Int32 {
    try open.copy(to: also)
    let loop = MeetingLoop(open, reader: reader, world: world)
    loop.prepared =
      Preparation.kept(
        world, session: open.session.state.opened?.session ?? "session",
        for: open.session.playbook)?.drafts
    if let people { try loop.type(people) }
    if let last, loop.offer(last.line, at: Address.people) { world.say(last.question, .bold) }
    if open.isResumed { tellGap(loop) }
    if open.comesFromElsewhere, loop.isWritingAnew {
      world.say(
        "This round is written alone, and what was held on the other machine stays there: go on there, "
          + "or write it again here.", .warn)
    }
    switch try loop.run() {
    case .closed:
      world.say("huddle export makes the documents of it, huddle show shows it.", .dim, indent: 3)
      let name = JournalPath.stem(open.journal.path).split(separator: "/").last.map(String.init)
      world.say(
        "Something in it is wrong? huddle replay \(name ?? "") asks it again as a new meeting: Enter "
          + "takes each answer, typing changes it; what was noted on the way is noted anew.",
        .dim, indent: 3)
      return 0
    case .paused: return 0
    case .terminated: return ExitStatus.terminated.rawValue
    case .hungUp: return ExitStatus.hungUp.rawValue
    case .refused: return ExitStatus.badData.rawValue
    }
  }

  private func welcome(_ playbook: Playbook, _ open: SessionStore.Open) {
    let time = playbook.time.map { " · \($0.display)" } ?? ""
    let name = open.journal.path.split(separator: "/").last.map(String.init) ?? ""
    let sections = open.session.sections().count.counted("section")
    world.say("\(playbook.title) \(playbook.version) · \(sections)\(time)", .bold)
    world.say("Every answer is saved as you go: \(name)", .dim)
    world.say("/help lists the commands, /back goes back, /quit leaves.", .dim)
  }

  /// The project's name, asked where the command line did not say it.
  ///
  /// Nil where nobody does.
  private func project(_ given: String?) throws -> String? {
    if let given, !given.trimmed.isEmpty { return given.trimmed }
    let known = (try? SessionStore(world).library.listing())?.entries.map(\.project) ?? []
    let projects = Array(Set(known)).sorted()
    while true {
      world.output.line(StyledText("Which project is this about?", .bold))
      let request = ReadRequest(
        prompt: StyledText("project> ", .accent), historyKind: "project",
        completions: { typed in
          projects.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
            .map { Completion($0, replacedCount: typed.count) }
        })
      switch reader.readLine(request) {
      case .line(let line, _):
        if !line.trimmed.isEmpty { return line.trimmed.onOneLine }
        world.output.line(StyledText("   A name, such as Apollo. Ctrl-D leaves.", .dim))
      case .endOfInput where !world.hasTerminal:
        throw Self.nobody
      case .interrupted: throw Failure("Nothing was begun.", .interrupted)
      case .endOfInput: return nil
      case .expired: continue
      case .terminated: throw Failure("Nothing was begun.", .terminated)
      case .hungUp: throw Failure("Nothing was begun.", .hungUp)
      case .refused(_, let refusal):
        throw Failure("\("\(refusal)".capitalizedFirst): it names no project.", .badData)
      }
    }
  }
}

/// The reader that fits: libedit at a terminal, plain lines elsewhere.
enum Readers {
  static func make(_ world: World) -> any LineReader {
    let output = world.output
    // The history cannot be kept in a folder that is not there; a meeting goes on without it.
    if world.hasTerminal { try? Files.makeFolder(world.stateFolder) }
    let history = History(path: world.historyPath)
    if let reader = EditLineReader(
      output: output, history: history, environment: world.environment)
    {
      return reader
    }
    return PlainReader(
      output: output, showsPrompts: true, environment: world.environment)
  }
}
