import Console
import Facilitation
import Journal
import Outcomes
import Session
import Values

extension Subcommand {
  static let importMeeting = Subcommand(
    "import", "FILE", most: 1,
    summary: "read in a meeting that was held elsewhere: a log, a chat, minutes",
    example: "huddle import forms-irc.txt --project Forms",
    options: [
      Option(
        "--from", "KIND",
        "what it is, if huddle does not see it: "
          + ImportKind.allCases.map(\.rawValue).joined(separator: ", ")),
      Option("--project", "NAME", "the project that the meeting was about"),
      Option("--date", "DAY", "when it was, if the log does not say: 2026-11-20"),
      Option("--replace", nil, "read it in anew: the session from before is kept aside"),
      Option("--suggested", nil, "take what only sounds like an action or a decision as well"),
    ]
  ) { invocation, world in
    guard let file = invocation.operands.first else {
      throw Failure("Which file? huddle import forms-irc.txt; - is standard input.", .usage)
    }
    return try MeetingImport(file, invocation, world.fixed()).run()
  }
}

/// Reads a log into a session of its own, which is closed at once.
struct MeetingImport {
  let file: String
  let invocation: Invocation
  let world: World

  init(_ file: String, _ invocation: Invocation, _ world: World) {
    self.file = file
    self.invocation = invocation
    self.world = world
  }

  func run() throws -> Int32 {
    let kind = try kind()
    let date = try date()
    let bytes = try Files.read(file)
    var meeting = try read(bytes, kind)
    let suggestions = meeting.suggestions
    if invocation.has("--suggested") { meeting = meeting.takingSuggestions() }
    let playbook = try PlaybookShelf(world).load(
      meeting.groups.isEmpty ? "common/imported" : "common/imported-groups")
    let project = project(meeting)
    let earlier = SessionStore(world).earlierReadings(of: bytes, project: project)
    let open = try SessionStore(world).begin(
      playbook, project: project, title: meeting.title, date: date ?? meeting.date,
      id: SessionStore.identifier(ofLog: bytes, project: project),
      replaces: invocation.has("--replace"))
    let facts = ImportFacts(meeting, into: open.session, at: world.now()).facts
    let records = try save(facts, open)
    var session = open.session
    for record in records { session.append(record) }
    report(meeting, Summary(of: session), invocation.has("--suggested") ? [] : suggestions)
    tellDay(date ?? meeting.date, session.state.opened?.today)
    for entry in earlier {
      world.say(
        "This log was read in before, for the project \(entry.project): \(entry.path). Its actions "
          + "are counted in both; if one of them is a mistake, remove that file.", .warn)
    }
    world.output.line("\(open.journal.path)")
    return 0
  }

  /// All of the log or nothing: what is left of a failed try would be in the way of the next.
  private func save(_ facts: [Fact], _ open: SessionStore.Open) throws(Failure) -> [SessionRecord] {
    do throws(JournalError) {
      return try open.journal.append(facts, at: world.now())
    } catch {
      open.takeBack()
      throw Failure(error)
    }
  }

  // MARK: What is asked for

  private func kind() throws(Failure) -> ImportKind? {
    guard let name = invocation.options["--from"] else { return nil }
    if let kind = ImportKind(rawValue: name.lowercased()) { return kind }
    let known = ImportKind.allCases.map(\.rawValue)
    let near = NearestWord.find(name, in: known)
    throw Failure(
      "There is no kind “\(name)”"
        + (near.map { ": did you mean \($0)?" } ?? ": \(known.joined(separator: ", "))."), .usage)
  }

  private func date() throws(Failure) -> CalendarDate? {
    guard let words = invocation.options["--date"] else { return nil }
    let now = world.now()
    let today = now.date(offsetSeconds: world.offset(at: now))
    if case .date(let date) = DatePhrase.read(words, today: today) { return date }
    throw Failure("“\(words)” is no day: --date 2026-11-20.", .usage)
  }

  private func read(_ bytes: [UInt8], _ kind: ImportKind?) throws(Failure) -> ImportedMeeting {
    do {
      return try ImportedMeeting(TextBytes.text(bytes), as: kind)
    } catch {
      let name = file == "-" ? "standard input" : file
      let place = error.line.map { ", line \($0):" } ?? ""
      throw Failure("\(name)\(place) \(error.words).", .badData)
    }
  }

  /// What is given, what the meeting calls itself, or the file's name.
  private func project(_ meeting: ImportedMeeting) -> String {
    if let project = invocation.options["--project"] ?? meeting.title { return project }
    let name = file.split(separator: "/").last.map(String.init) ?? ""
    let stem = name.split(separator: ".").first.map(String.init) ?? ""
    return stem.isEmpty || file == "-" ? "Imported" : stem
  }

  // MARK: What it came to

  /// Days that people say, such as `by Friday`, are counted from the day of the meeting.
  private func tellDay(_ known: CalendarDate?, _ taken: CalendarDate?) {
    if let known {
      world.say("Held on \(known.display).", .dim)
    } else if let taken {
      world.say(
        "It does not say when it was held: \(taken.display) is taken. "
          + "--date DAY --replace sets it.", .warn)
    }
  }

  private func report(_ meeting: ImportedMeeting, _ summary: Summary, _ open: [Mark]) {
    let counts = [
      (meeting.people.count, "person", "people"), (meeting.said.count, "line", "lines"),
      (summary.actions.count, "action", "actions"),
      (summary.decisions.count, "decision", "decisions"),
    ].map { $0.0.counted($0.1, $0.2) }
    world.say("Read \(meeting.kind.words): \(counts.joined(separator: ", ")).", .bold)
    if meeting.leftOut > 0 {
      let lines = meeting.leftOut == 1 ? "1 line is" : "\(meeting.leftOut) lines are"
      let which =
        [.meetbot, .w3c].contains(meeting.kind)
        ? "who came and went, robots, and what was said to them"
        : "hello, reactions, and what was for one person only"
      world.say("\(lines) left out: \(which).", .dim)
    }
    for outcome in summary.actions + summary.decisions {
      world.say("\(outcome.id) \(outcome.readingLine)", indent: 3)
    }
    guard !open.isEmpty else { return }
    let words =
      open.count == 1
      ? "1 more sounds like one and is not taken; --suggested takes it as well:"
      : "\(open.count) more sound like some and are not taken; --suggested takes them as well:"
    world.say(words, .dim)
    for mark in open {
      let owners = mark.owners.isEmpty ? "" : Owners.joined(mark.owners) + " · "
      world.say("line \(mark.line): \(owners)\(mark.text)", .dim, indent: 3)
    }
  }
}
