import Console
import Journal
import Outcomes
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  static let listActions = Subcommand(
    "actions", summary: "what people have promised, over all sessions of the folder",
    example: "huddle actions --due 2w --owner Ana",
    options: [
      Option("--owner", "NAME", "only this person’s"),
      Option("--project", "NAME", "only this project’s"),
      Option("--by", "WORD", "put together by owner or by project, in place of one list by date"),
      Option("--due", "WHEN", "only what is due within a time: 2w, 5 days"),
      Option("--json", nil, "as JSON"), .noNames,
    ]
  ) { invocation, world in
    try ActionList(world, invocation).show()
  }
}

/// The open actions of a folder's sessions, by date.
struct ActionList {
  let world: World
  let invocation: Invocation

  init(_ world: World, _ invocation: Invocation) {
    self.world = world
    self.invocation = invocation
  }

  /// Where something was promised; a library of some ten thousand rows shares these.
  final class Meeting {
    let project: String
    /// The session's own id and title.
    let session: String
    let title: String
    let path: String

    init(project: String, session: String, title: String, path: String) {
      self.project = project
      self.session = session
      self.title = title
      self.path = path
    }
  }

  struct Row {
    let id: String
    var text: String
    var owner: String?
    let due: CalendarDate?
    var doneWhen: String?
    /// As its session left it: open, agreed, to confirm, disputed.
    let state: String
    /// What two people changed at once; the value that is shown is one of them.
    var conflicts: [ActionFollowUp.Conflict] = []
    /// What it is where it is no action: an open point, or a signature.
    var promise: OpenPromise.Kind?
    var meeting: Meeting

    /// Each owner, where several were named.
    var owners: [String] { owner.map(Owners.apart) ?? [] }

    /// What has no date comes last.
    func isDue(before other: Row) -> Bool {
      guard let due, let next = other.due else { return due != nil }
      return due < next
    }
  }

  /// The same without names: one person is the same participant in every row.
  private func nameless(_ rows: [Row]) -> [Row] {
    var people: [[String]] = []
    func add(_ names: [String]) {
      let folded = names.map(TextFolding.fold)
      let known = people.firstIndex { $0.contains { folded.contains(TextFolding.fold($0)) } }
      if let known { people[known] += names } else { people.append(names) }
    }
    for owner in rows.flatMap(\.owners) { add([owner]) }
    // Whoever a session names may be named in what was promised there.
    for path in Set(rows.map(\.meeting.path)).sorted() {
      guard let session = try? SessionStore(world).read(path).session else { continue }
      for names in NamelessSession(session).people { add(names) }
    }
    let names = ReplacedNames(people: people)
    return rows.map { row in
      var row = row
      row.text = names.text(row.text)
      row.owner = row.owner.map(names.text)
      row.doneWhen = row.doneWhen.map(names.text)
      row.conflicts = row.conflicts.map {
        ActionFollowUp.Conflict(field: $0.field, values: $0.values.map(names.text))
      }
      row.meeting = Meeting(
        project: names.text(row.meeting.project), session: row.meeting.session,
        title: names.text(row.meeting.title), path: "")
      return row
    }
  }

  func show() throws -> Int32 {
    let (all, status) = try rows()
    let named = try filtered(all)
    let rows = invocation.has("--no-names") ? nameless(named) : named
    if invocation.has("--json") {
      world.output.document(JSONValue.array(rows.map(json)).encoded() + "\n")
      return status
    }
    guard !rows.isEmpty else {
      world.output.line("No open actions here.")
      return status
    }
    guard let by = invocation.options["--by"] else {
      list(rows, Columns(rows, window: world.listColumns, by: nil))
      return status
    }
    switch by.lowercased() {
    case "owner": group(rows, by: "owner") { $0.owners.isEmpty ? ["nobody"] : $0.owners }
    case "project":
      group(rows, by: "project") {
        [$0.meeting.project.isEmpty ? "no project" : $0.meeting.project]
      }
    default: throw Failure("“\(by)” puts nothing together: --by owner, --by project.", .usage)
    }
    return status
  }

  /// In columns, whose words are broken within them; in a narrow window a paragraph for each.
  private struct Columns {
    private static let due = 10
    private static let gap = 2
    private static let leastText = 24

    let owner: Int
    let text: Int
    let project: Int
    let window: Int
    /// No column says what stands above the rows.
    var heading: String?

    init(_ rows: [Row], window: Int, by: String?) {
      func widest(_ words: (Row) -> String) -> Int {
        rows.map { DisplayText.width(of: words($0)) }.max() ?? 0
      }
      let most = window < 200 ? window / 4 : window
      owner = by == "owner" ? 0 : min(most, widest { $0.owner ?? "nobody" })
      project = by == "project" ? 0 : min(most, widest { $0.meeting.project.onOneLine })
      let others = [owner, project].filter { $0 > 0 }.reduce(Self.due) { $0 + $1 + Self.gap }
      text = min(window - others - Self.gap, 72, widest(Self.told))
      self.window = window
    }

    /// Whoever said no at the read-back, or has not said yes, has promised nothing.
    private static func told(_ row: Row) -> String {
      return ActionList.words(row).onOneLine + (Outcome.isDoubt(row.state) ? " (\(row.state))" : "")
        + ActionList.words(row.conflicts).onOneLine
    }

    func lines(_ row: Row) -> [StyledText] {
      let due = row.due?.iso ?? "no date"
      let names = row.owner ?? "nobody"
      let place = row.meeting.project.onOneLine
      var words = Self.told(row)
      if owner == 0 {
        let others = row.owners.filter { $0 != heading }
        if row.owners.count > others.count, !others.isEmpty {
          words += " (with \(Owners.joined(others)))"
        }
      }
      guard window - owner - project >= Self.due + 3 * Self.gap + Self.leastText else {
        let line =
          [owner > 0 ? "\(due)  \(names): \(words)" : "\(due)  \(words)"]
          + (project > 0 && !place.isEmpty ? [place] : [])
        return broken(line.joined(separator: " · "), window, hanging: 2).map { StyledText($0) }
      }
      let cells = [(due, Self.due), (names, owner), (words, text), (place, project)]
        .filter { $0.1 > 0 }.map { (broken($0.0, $0.1), $0.1) }
      return (0..<(cells.map(\.0.count).max() ?? 0)).map { line in
        let pieces = cells.map { lines, width in
          DisplayText.padded(line < lines.count ? lines[line] : "", to: width)
        }
        let gap = String(repeating: " ", count: Self.gap)
        let head = pieces.dropLast(project > 0 ? 1 : 0).joined(separator: gap)
        let last = project > 0 ? (pieces.last ?? "").trimmed : ""
        return last.isEmpty
          ? StyledText(String(head.reversed().drop { $0 == " " }.reversed()))
          : "\(head + gap)\(last, .dim)"
      }
    }

    /// Where a program reads, an entry stays on its line.
    private func broken(_ words: String, _ width: Int, hanging: Int = 0) -> [String] {
      let shown = TerminalText.visible(words)
      return window >= 1_000 ? [shown] : wrap(shown, width: width, hanging: hanging)
    }
  }

  private func list(_ rows: [Row], _ columns: Columns) {
    // Some at once: a write for each line takes longer than finding it.
    for start in stride(from: 0, to: rows.count, by: 256) {
      let some = rows[start..<min(start + 256, rows.count)]
      world.output.lines(some.flatMap(columns.lines))
    }
  }

  /// Under headings in the order of the alphabet; what has several owners stands under each.
  private func group(_ rows: [Row], by: String, _ names: (Row) -> [String]) {
    let known = Set(rows.flatMap(names)).sorted { TextFolding.fold($0) < TextFolding.fold($1) }
    var columns = Columns(rows, window: world.listColumns, by: by)
    for (place, name) in known.enumerated() {
      if place > 0 { world.output.line() }
      world.output.line(StyledText(name.onOneLine, .bold))
      columns.heading = name
      list(rows.filter { names($0).contains(name) }, columns)
    }
  }

  /// ` (two people changed it at once: status done or dropped)`.
  private static func words(_ conflicts: [ActionFollowUp.Conflict]) -> String {
    guard !conflicts.isEmpty else { return "" }
    let fields = conflicts.map { "\($0.field) \($0.values.joined(separator: " or "))" }
    return " (two people changed it at once: \(fields.joined(separator: ", ")))"
  }

  /// What is no action says what it is.
  private static func words(_ row: Row) -> String {
    switch row.promise {
    case .point: "\(row.text) (open point)"
    case .signature: OpenPromise.words(.signature, row.text)
    case nil: row.text
    }
  }

  /// Closed sessions say it at their end; an open one is folded.
  ///
  /// What cannot be read is told on standard error, and in the status.
  private func rows() throws -> ([Row], status: Int32) {
    let store = SessionStore(world)
    let library = store.library
    let outcomes = try Failure.from { () throws(JournalError) in
      try library.outcomes(
        only: ["action", OpenPromise.Kind.point.rawValue, OpenPromise.Kind.signature.rawValue])
    }
    let followUps = outcomes.followUps
    let trouble =
      outcomes.unreadable + followUps.unreadable.filter { !outcomes.unreadable.contains($0) }
    world.tell(trouble)
    store.tellOfRescued()
    var rows: [Row] = []
    // Growing by doubling would take room for half as many again.
    rows.reserveCapacity(outcomes.settled.reduce(0) { $0 + $1.outcomes.count })
    for session in outcomes.settled {
      let meeting = Meeting(
        project: session.project, session: session.session, title: session.title,
        path: session.path)
      for outcome in session.outcomes {
        if ["done", "dropped"].contains(outcome.state) { continue }
        let later = followUps.action(outcome.id, in: session.session)
        if later?.isFinished == true { continue }
        let promise = OpenPromise.Kind(rawValue: outcome.kind)
        // Whoever has answered since is not waited for, unless it was with another day.
        let signed =
          promise == .signature
          ? followUps.signatures(in: session.session).given
            .last { OpenPromise.isKept(outcome.id, by: $0.signoff) }?.signoff : nil
        if let signed, signed.verdict != .later { continue }
        let due = later?.due.flatMap { CalendarDate(iso: $0) }
        let word = LaterWord(
          status: later?.status, text: later?.text, owner: later?.owner, due: due)
        rows.append(
          Row(
            id: outcome.id, text: word.text ?? outcome.text, owner: word.owner ?? outcome.owner,
            due: due ?? signed?.by ?? outcome.due, doneWhen: outcome.doneWhen,
            state: word.standing(
              after: outcome.state,
              isChanged: word.changes(outcome.text, owner: outcome.owner, due: outcome.due)),
            conflicts: later?.conflicts ?? [], promise: promise, meeting: meeting))
      }
    }
    for path in outcomes.open {
      guard let session = try? SessionStore(world).read(path).session else { continue }
      let opened = session.state.opened
      let meeting = Meeting(
        project: opened?.project ?? "", session: opened?.session ?? "",
        title: opened?.title ?? "", path: path)
      let summary = Summary(of: session)
      rows += OpenPromise.all(in: session, summary).map {
        Row(
          id: $0.id, text: $0.text, owner: $0.owner.name, due: $0.due, state: "open",
          promise: $0.kind, meeting: meeting)
      }
      rows += summary.actions.map {
        Row(
          id: $0.id, text: $0.text, owner: $0.owner?.name, due: $0.due, doneWhen: $0.doneWhen,
          state: $0.standing, meeting: meeting)
      }
    }
    rows.sort { a, b in
      guard a.due == b.due else { return a.isDue(before: b) }
      let (project, other) = (a.meeting.project, b.meeting.project)
      return project == other ? a.id < b.id : project < other
    }
    return (rows, trouble.readingStatus)
  }

  private func filtered(_ rows: [Row]) throws(Failure) -> [Row] {
    var rows = rows
    if let owner = invocation.options["--owner"] {
      let wanted = TextFolding.fold(owner)
      rows = rows.filter { row in
        row.owners.contains { TextFolding.fold($0).hasPrefix(wanted) }
          || wanted == "nobody" && row.owners.isEmpty
      }
    }
    if let project = invocation.options["--project"] {
      let wanted = TextFolding.fold(project)
      rows = rows.filter { TextFolding.fold($0.meeting.project).hasPrefix(wanted) }
    }
    guard let due = invocation.options["--due"] else { return rows }
    guard let span = TimeSpan(typed: due) else {
      throw Failure("“\(due)” is not a length of time: --due 2w, --due \"5 days\".", .usage)
    }
    let now = world.now()
    let today = now.date(offsetSeconds: world.offset(at: now))
    let last = today.adding(days: span.seconds / 86_400)
    return rows.filter { row in
      row.due.map { due in last.map { due <= $0 } ?? true } ?? false
    }
  }

  private static func json(_ conflict: ActionFollowUp.Conflict) -> JSONValue {
    .object([
      .init("field", .string(conflict.field)),
      .init("values", .array(conflict.values.map { .string($0) })),
    ])
  }

  private func json(_ row: Row) -> JSONValue {
    .object([
      .init("id", .string(row.id)),
      .init("kind", .string(row.promise?.rawValue ?? "action")), .init("text", .string(row.text)),
      .init("owner", row.owner.map { .string($0) } ?? .null),
      .init("owners", .array(row.owners.map { .string($0) })),
      .init("due", row.due.map { .string($0.iso) } ?? .null),
      .init("done_when", row.doneWhen.map { .string($0) } ?? .null),
      .init("project", .string(row.meeting.project)), .init("state", .string(row.state)),
      .init("session", .string(row.meeting.session)),
      .init("title", .string(row.meeting.title)),
      .init("conflicts", .array(row.conflicts.map(Self.json))),
    ])
  }
}
