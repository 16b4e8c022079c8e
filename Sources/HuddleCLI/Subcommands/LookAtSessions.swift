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
    let (named, _) = try SessionStore(world).read(invocation.operands.first)
    let nameless = invocation.has("--no-names") ? NamelessSession(named) : nil
    let session = nameless?.session ?? named
    let summary = Summary(of: session)
    let details = MeetingDetails(of: session)
    if invocation.has("--json") {
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
    let store = SessionStore(world)
    let verification = try Failure.from { () throws(JournalError) in
      let path =
        if let name = invocation.operands.first { try store.find(name) } else {
          try store.library.latest()
        }
      return try Verification(of: path)
    }
    if invocation.has("--json") {
      world.output.document(VerificationReport.json(verification).encoded() + "\n")
      return verification.isSound ? 0 : ExitStatus.badData.rawValue
    }
    world.output.lines(
      VerificationReport(verification).lines.flatMap { line in
        wrap(line.string, width: world.listColumns, hanging: 2).map {
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

/// What a check of a session's file found, in words.
struct VerificationReport {
  let lines: [StyledText]

  init(_ verification: Verification) {
    let state = verification.isClosed ? "closed" : "open"
    var lines: [StyledText] = [
      StyledText(
        TerminalText.visibleLine(verification.path)
          + ": \(verification.recordCount) records, \(state)")
    ]
    if let unreadable = verification.unreadable {
      lines = [StyledText("\(unreadable)", .bad)]
    }
    lines += verification.lost.map { lost in
      StyledText("line \(lost.line): \(lost.why)\n  \(lost.preview)", .bad)
    }
    lines += verification.missing.map { StyledText("record \($0) is missing", .bad) }
    switch verification.tail {
    case .clean, .unterminated: break
    case .torn(let bytes), .trailed(let bytes):
      lines.append(
        StyledText("\(bytes) bytes of a write that was cut short; resume sets them aside", .warn))
    }
    if verification.isMendedByReseal {
      lines.append("Only edited by hand: huddle reseal accepts the file as it is.")
    } else if !verification.lost.isEmpty {
      lines.append(
        "Nothing is added to it as it is. A copy (git, a backup, --also) may hold what is lost; "
          + "huddle show shows the rest.")
    }
    if verification.unreadable == nil, let newer = verification.newer {
      lines.append(
        StyledText("line \(newer.line): \(newer.what) is from a newer huddle; read only", .warn))
    }
    if let mode = verification.looseMode {
      lines.append(
        StyledText("others on this machine can read it (mode \(mode)): chmod 600", .warn))
    }
    if let mode = verification.looseFolderMode {
      lines.append(
        StyledText("others can look into its folder (mode \(mode)): chmod 700", .warn))
    }
    if verification.isSound {
      lines.append(
        StyledText("Sound: every line’s check sum and number is right.", .good))
    }
    self.lines = lines
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
    let library = SessionStore(world).library
    let listing = try Failure.from { () throws(JournalError) in
      try library.listing(checksAll: true)
    }
    world.tell(listing.unreadable)
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
    world.output.lines(entries.flatMap { lines($0) })
    return status
  }

  /// One line, or several where the window is too narrow for it.
  func lines(_ entry: LibraryEntry, indent: Int = 0) -> [StyledText] {
    let style: Style = entry.closed == nil ? .warn : .dim
    let name = entry.name.hasSuffix(".jsonl") ? String(entry.name.dropLast(6)) : entry.name
    let title = entry.playbookTitle.isEmpty ? entry.playbook : entry.playbookTitle
    let state = entry.closed == nil ? "open" : "closed"
    let words =
      "\(entry.project) · \(title) · \(entry.people) people" + (entry.isPrivate ? " · private" : "")
    let blanks = String(repeating: " ", count: indent)
    let padded = StyledText(DisplayText.padded(state, to: 6), style)
    let line: StyledText = "\(blanks)\(name, .accent)  \(padded)  \(words.onOneLine)"
    let columns = world.listColumns
    if DisplayWidth.of(TerminalText.visible(line.string)) <= columns { return [line] }
    let below = wrap(
      "\(state) · \(TerminalText.visible(words))", width: columns, indent: indent + 4)
    return wrap(name, width: columns, indent: indent).map { StyledText($0, .accent) }
      + below.map { StyledText($0) }
  }

  private func json(_ entry: LibraryEntry) -> JSONValue {
    .object([
      .init("name", .string(entry.name)), .init("path", .string(entry.path)),
      .init("session", .string(entry.session)), .init("title", .string(entry.title)),
      .init("project", .string(entry.project)), .init("playbook", .string(entry.playbook)),
      .init("opened", .string(entry.opened.iso8601)), .init("last", .string(entry.last.iso8601)),
      .init("closed", entry.closed.map { .string($0.iso8601) } ?? .null),
      .init("people", .number(Number(entry.people))),
    ])
  }
}
