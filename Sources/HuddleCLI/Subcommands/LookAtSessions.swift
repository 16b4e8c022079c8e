import Console
import Documents
import Journal
import Outcomes
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  private static let json = Option("--json", nil, "as JSON")

  static let listSessions = Subcommand(
    "list", summary: "the sessions of the folder, the latest first", example: "huddle list",
    options: [json]
  ) { invocation, world in
    try SessionList(world).show(asJSON: invocation.has("--json"))
  }

  static let showSession = Subcommand(
    "show", "[SESSION]", most: 1, summary: "what a session came to, the latest one by itself",
    example: "huddle show 2026-11-20-apollo",
    options: [
      json, Option("--document", "ID", "another document than the minutes"), .noNames,
    ]
  ) { invocation, world in
    let named = try SessionStore(world)
      .read(invocation.operands.first, namesPeople: !invocation.has("--no-names")).session
    let nameless = invocation.has("--no-names") ? NamelessSession(named) : nil
    let session = nameless?.session ?? named
    let summary = Summary(of: session)
    let details = MeetingDetails(of: session)
    if invocation.has("--json") {
      if invocation.options["--document"] != nil {
        throw Failure("--json is the whole session: leave --document or --json out.", .usage)
      }
      let json = SessionJSON(session: session, summary: summary, details: details)
      world.output.document(nameless?.shown(json.text) ?? json.text)
      return 0
    }
    let builder = DocumentBuilder(session: session, summary: summary, details: details)
    let id = invocation.options["--document"] ?? "minutes"
    guard let document = builder.document(id: id) else {
      throw Failure.noDocument(id, builder.documentIDs)
    }
    let columns = Terminal(descriptor: 1, environment: world.environment).columns
    let text = PlainTextWriter.write(document, width: columns)
    world.output.document(nameless?.shown(text) ?? text)
    return 0
  }

  static let verifySessions = Subcommand(
    "verify", "[SESSION]", most: 1, summary: "check a session’s file, line by line",
    example: "huddle verify 2026-11-20-apollo",
    options: [json]
  ) { invocation, world in
    let path = try SessionStore(world).place(invocation.operands.first)
    let verification = try Failure.from { () throws(JournalError) in try Verification(of: path) }
    if invocation.has("--json") {
      world.output.document(VerificationReport.json(verification).encoded() + "\n")
      return verification.isSound ? 0 : ExitStatus.badData.rawValue
    }
    world.output.lines(
      VerificationReport(verification).lines.flatMap { line in
        let indent = line.string.prefix { $0 == " " }.count
        return wrap(line.string, width: world.listColumns, indent: indent, hanging: 2).map {
          StyledText($0, line.spans.first?.style ?? .plain)
        }
      })
    return verification.isSound ? 0 : ExitStatus.badData.rawValue
  }
}

extension Failure {
  static func noDocument(_ id: String, _ known: [String]) -> Failure {
    let near = NearestWord.find(id, in: known)
    return Failure(
      "There is no document “\(id)”"
        + (near.map { ": did you mean \($0)?" } ?? ": \(known.joined(separator: ", "))."), .usage)
  }
}

/// The sessions of a folder as a list.
struct SessionList {
  let world: World

  init(_ world: World) { self.world = world }

  /// The latest first; what cannot be read is told on standard error.
  func entries(onlyOpen: Bool = false) throws(Failure) -> [LibraryEntry] {
    Self.sorted(try listing().entries.filter { !onlyOpen || $0.closed == nil })
  }

  private func listing() throws(Failure) -> SessionLibrary.Listing {
    let store = SessionStore(world)
    let listing = try Failure.from { () throws(JournalError) in
      try store.library.listing(checksAll: true)
    }
    world.tell(listing.unreadable)
    store.tellOfRescued()
    return listing
  }

  private static func sorted(_ entries: [LibraryEntry]) -> [LibraryEntry] {
    entries.sorted { ($1.last, $1.name) < ($0.last, $0.name) }
  }

  func show(asJSON: Bool) throws(Failure) -> Int32 {
    let listing = try listing()
    let entries = Self.sorted(listing.entries)
    let status = listing.unreadable.readingStatus
    if asJSON {
      world.output.document(JSONValue.array(entries.map(json)).encoded() + "\n")
      return status
    }
    guard !entries.isEmpty else {
      if status != 0 { return status }
      world.output.line("No sessions in \(world.sessionsFolder). huddle run pre-mortem starts one.")
      return 0
    }
    world.output.lines(lines(entries))
    return status
  }

  /// A line each in columns of one width; where the window is too narrow for that, two or more.
  func lines(_ entries: [LibraryEntry], indent: Int = 0) -> [StyledText] {
    let rows = entries.map(Row.init)
    let columns = world.listColumns
    let name = rows.map { DisplayText.width(of: $0.name) }.max() ?? 0
    let fixed = indent + name + 2 + Row.stateWidth + 2
    let blanks = String(repeating: " ", count: indent)
    let widest = rows.map { fixed + DisplayText.width(of: $0.words) }.max() ?? 0
    guard widest <= columns || columns - fixed >= Row.narrowest else {
      return rows.flatMap { row in
        wrap(row.name, width: columns, indent: indent).map { StyledText($0, .accent) }
          + wrap("\(row.state) · \(row.words)", width: columns, indent: indent + 4)
          .map { StyledText($0) }
      }
    }
    return rows.flatMap { row -> [StyledText] in
      let words = wrap(row.words, width: columns - fixed, hanging: 2)
      let padded = StyledText(DisplayText.padded(row.state, to: Row.stateWidth), row.style)
      let first = StyledText("  \(words.first ?? "")")
      let head: StyledText = "\(blanks)\(DisplayText.padded(row.name, to: name), .accent)  "
      let below = words.dropFirst().map {
        StyledText(String(repeating: " ", count: fixed) + $0)
      }
      return [head + padded + first] + below
    }
  }

  /// What a list shows of a session.
  private struct Row {
    let name: String
    let state: String
    let words: String
    let style: Style

    static let stateWidth = 6
    /// With less room than this beside their names, words stand below them.
    static let narrowest = 34

    init(_ entry: LibraryEntry) {
      let file = entry.name
      name = TerminalText.visible(file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file)
      state = entry.closed == nil ? "open" : "closed"
      style = entry.closed == nil ? .warn : .dim
      let title = entry.playbookTitle.isEmpty ? entry.playbook : entry.playbookTitle
      let people = entry.people.counted("person", "people")
      let parts = [entry.project, title, people] + (entry.isPrivate ? ["private"] : [])
      words = TerminalText.visible(parts.joined(separator: " · ").onOneLine)
    }
  }

  private func json(_ entry: LibraryEntry) -> JSONValue {
    .object([
      .init("name", .string(entry.name)), .init("path", .string(entry.path)),
      .init("session", .string(entry.session)), .init("title", .string(entry.title)),
      .init("project", .string(entry.project)), .init("playbook", .string(entry.playbook)),
      .init("opened", .string(entry.opened.iso8601)), .init("last", .string(entry.last.iso8601)),
      .init("closed", entry.closed.map { .string($0.iso8601) } ?? .null),
      .init("people", .number(Number(entry.people))), .init("private", .bool(entry.isPrivate)),
    ])
  }
}
