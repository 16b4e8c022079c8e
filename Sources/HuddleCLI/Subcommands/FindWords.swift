import Console
import Documents
import Journal
import Outcomes
import Session
import Values

extension Subcommand {
  static let findWords = Subcommand(
    "find", "WORDS…", most: .max,
    summary: "where something was said, over all sessions of the folder",
    example: "huddle find \"data feed\" vendor",
    options: [
      Option("--in", "SESSION", "only in this one, which may be private"),
      Option("--project", "NAME", "only in this project’s"),
      Option("--json", nil, "as JSON"), .noNames,
    ]
  ) { invocation, world in
    guard let words = SearchWords(invocation.operands) else {
      throw Failure(
        "Find what? huddle find WORDS, such as: \(invocation.subcommand.example).", .usage)
    }
    return try WordSearch(world, invocation, words).show()
  }
}

/// Looks for words in what was said, as it stands at the end of each meeting.
///
/// What was taken back or put otherwise is not found: it is no longer what the meeting says.
private struct WordSearch {
  let world: World
  let invocation: Invocation
  let words: SearchWords
  private let store: SessionStore

  init(_ world: World, _ invocation: Invocation, _ words: SearchWords) {
    self.world = world
    self.invocation = invocation
    self.words = words
    store = SessionStore(world)
  }

  func show() throws -> Int32 {
    var (paths, status) = try paths()
    var found: [FoundMeeting] = []
    for path in paths {
      do {
        if let meeting = try meeting(path) { found.append(meeting) }
      } catch let failure as Failure {
        world.errors.line(StyledText(failure.words, .warn))
        status = failure.status
      }
    }
    if invocation.has("--json") {
      world.output.document(JSONValue.array(found.flatMap(\.json)).encoded() + "\n")
    } else {
      for meeting in found {
        world.output.lines(meeting.lines(words, columns: world.listColumns))
        world.output.line()
      }
      world.say(count(found), .dim)
    }
    return status
  }

  /// The files that are worth reading, those of the latest meetings first.
  private func paths() throws -> ([String], status: Int32) {
    if let name = invocation.options["--in"] {
      return ([try Failure.from { () throws(JournalError) in try store.find(name) }], 0)
    }
    let mentions = try Failure.from { () throws(JournalError) in
      try store.library.mentions(of: words.letters)
    }
    world.tell(mentions.unreadable)
    store.tellOfRescued()
    return (mentions.paths.reversed(), (mentions.unreadable + mentions.damaged).readingStatus)
  }

  /// nil where what stands in it has not the words, or where it is another project's.
  private func meeting(_ path: String) throws -> FoundMeeting? {
    let named = try store.read(path, namesPeople: !invocation.has("--no-names")).session
    if let project = invocation.options["--project"] {
      let own = TextFolding.fold(named.state.opened?.project ?? "")
      guard own.hasPrefix(TextFolding.fold(project)) else { return nil }
    }
    let name = JournalPath.stem(path).split(separator: "/").last.map(String.init) ?? path
    guard invocation.has("--no-names") else { return FoundMeeting(named, name, words) }
    let nameless = NamelessSession(named)
    return FoundMeeting(nameless.session, nameless.stem(name), words)
  }

  private func count(_ meetings: [FoundMeeting]) -> String {
    let wanted = words.words.map(\.quoted).joined(separator: " and ")
    guard !meetings.isEmpty else { return "No session here says \(wanted)." }
    let places = meetings.map { max(1, $0.passages.count) }.reduce(0, +)
    return "\(wanted): \(places.counted("place")) in \(meetings.count.counted("session"))."
  }
}

/// A meeting that has the words: in what was said, or in its own name.
private struct FoundMeeting {
  /// The file's name without `.jsonl`, as other commands take it.
  let name: String
  let session: String
  let title: String
  let project: String
  let date: CalendarDate
  let passages: [Passage]

  /// nil where it has not the words.
  init?(_ session: MeetingSession, _ name: String, _ words: SearchWords) {
    let details = MeetingDetails(of: session)
    let opened = session.state.opened
    self.name = name
    self.session = opened?.session ?? ""
    title = opened?.title ?? ""
    project = opened?.project ?? ""
    date = details.date
    passages = DocumentBuilder(session: session, summary: Summary(of: session), details: details)
      .passages(with: words)
    if passages.isEmpty, !words.areIn("\(project) \(title)") { return nil }
  }

  /// Its name, then each passage under its section and its question, with the words in bold.
  func lines(_ words: SearchWords, columns: Int) -> [StyledText] {
    let head = "\(title.isEmpty ? project : title) · \(date.display)"
    var lines = wrap(head.onOneLine, width: columns).map { marked($0, words, .accent) }
    lines += wrap(name, width: columns, indent: 2).map { StyledText($0, .dim) }
    var last: Passage?
    for passage in passages {
      if passage.section != last?.section || passage.question != last?.question {
        let link = passage.section.last?.isPunctuation == true ? " " : ": "
        let heading = passage.section + (passage.question.map { link + $0 } ?? "")
        lines += wrap(heading, width: columns, indent: 2, hanging: 2)
          .map { StyledText($0, .dim) }
      }
      lines += wrap(passage.words, width: columns, indent: 4, hanging: 2)
        .map { marked($0, words, .plain) }
      last = passage
    }
    return lines
  }

  private func marked(_ line: String, _ words: SearchWords, _ style: Style) -> StyledText {
    var text = StyledText()
    var end = line.startIndex
    for place in words.places(in: line) {
      text += StyledText(line[end..<place.lowerBound], style)
      text += StyledText(line[place], .bold)
      end = place.upperBound
    }
    return text + StyledText(line[end...], style)
  }

  /// One object for each passage; one without words of its own where only the name has them.
  var json: [JSONValue] {
    let head: [JSONValue.Member] = [
      .init("name", .string(name + ".jsonl")), .init("session", .string(session)),
      .init("title", .string(title)), .init("project", .string(project)),
      .init("date", .string(date.iso)),
    ]
    let rows = passages.isEmpty ? [nil] : passages.map(Optional.some)
    return rows.map { passage in
      .object(
        head + [
          .init("section", passage.map { .string($0.section) } ?? .null),
          .init("question", passage?.question.map { .string($0) } ?? .null),
          .init("text", passage.map { .string($0.words) } ?? .null),
        ])
    }
  }
}
