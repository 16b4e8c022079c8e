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

  struct Row {
    let id: String
    let text: String
    let owner: String?
    let due: CalendarDate?
    let project: String
    /// Who was there when it was promised.
    let people: [String]
  }

  /// The same without names: one person is the same participant in every row.
  private static func nameless(_ rows: [Row]) -> [Row] {
    var people: [String] = []
    for name in rows.flatMap({ [$0.owner].compactMap { $0 } + $0.people })
    where !people.contains(where: { TextFolding.fold($0) == TextFolding.fold(name) }) {
      people.append(name)
    }
    let names = ReplacedNames(people: people.map { [$0] })
    return rows.map {
      Row(
        id: $0.id, text: names.text($0.text), owner: $0.owner.map(names.text), due: $0.due,
        project: names.text($0.project), people: [])
    }
  }

  func show() throws -> Int32 {
    let (all, status) = try rows()
    let named = try filtered(all)
    let rows = invocation.has("--no-names") ? Self.nameless(named) : named
    if invocation.has("--json") {
      world.output.document(JSONValue.array(rows.map(json)).encoded() + "\n")
      return status
    }
    guard !rows.isEmpty else {
      world.output.line("No open actions here.")
      return status
    }
    let owners = rows.map { DisplayText.width(of: $0.owner ?? "nobody") }.max() ?? 0
    for row in rows { world.output.lines(lines(row, owners: owners)) }
    return status
  }

  /// One line, or several where the window is too narrow for it.
  private func lines(_ row: Row, owners: Int) -> [StyledText] {
    let due = row.due?.iso ?? "no date   "
    let owner = DisplayText.padded(row.owner ?? "nobody", to: owners)
    let line: StyledText = "\(due)  \(owner)  \(row.text.onOneLine)  \(row.project.onOneLine, .dim)"
    let columns = world.listColumns
    if DisplayWidth.of(TerminalText.visible(line.string)) <= columns { return [line] }
    let words = "\(due)  \(row.owner ?? "nobody"): \(row.text) · \(row.project)"
    return wrap(TerminalText.visible(words), width: columns, hanging: 2).map { StyledText($0) }
  }

  /// Closed sessions say it at their end; an open one is folded.
  ///
  /// What cannot be read is told on standard error, and in the status.
  private func rows() throws -> ([Row], status: Int32) {
    let library = SessionStore(world).library
    let (outcomes, followUps) = try Failure.from { () throws(JournalError) in
      (try library.outcomes(), try library.followUps())
    }
    let trouble =
      outcomes.unreadable + followUps.unreadable.filter { !outcomes.unreadable.contains($0) }
    world.tell(trouble)
    var rows: [Row] = []
    for session in outcomes.settled {
      for outcome in session.outcomes where outcome.kind == "action" {
        if ["done", "dropped"].contains(outcome.state) { continue }
        let later = followUps.action(outcome.id, in: session.session)
        if ["done", "dropped", "closed"].contains(later?.status ?? "") { continue }
        rows.append(
          Row(
            id: outcome.id, text: later?.text ?? outcome.text,
            owner: later?.owner ?? outcome.owner,
            due: later?.due.flatMap { CalendarDate(iso: $0) } ?? outcome.due,
            project: session.project, people: session.names))
      }
    }
    for path in outcomes.open {
      guard let session = try? SessionStore(world).read(path).session else { continue }
      rows += Summary(of: session).actions.map {
        Row(
          id: $0.id, text: $0.text, owner: $0.owner?.name, due: $0.due,
          project: session.state.opened?.project ?? "", people: session.state.people.map(\.name))
      }
    }
    let sorted = rows.sorted { a, b in
      (a.due?.iso ?? "9999", a.project, a.id) < (b.due?.iso ?? "9999", b.project, b.id)
    }
    return (sorted, trouble.readingStatus)
  }

  private func filtered(_ rows: [Row]) throws(Failure) -> [Row] {
    var rows = rows
    if let owner = invocation.options["--owner"] {
      let wanted = TextFolding.fold(owner)
      rows = rows.filter { TextFolding.fold($0.owner ?? "").hasPrefix(wanted) }
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

  private func json(_ row: Row) -> JSONValue {
    .object([
      .init("id", .string(row.id)), .init("text", .string(row.text)),
      .init("owner", row.owner.map { .string($0) } ?? .null),
      .init("due", row.due.map { .string($0.iso) } ?? .null),
      .init("project", .string(row.project)),
    ])
  }
}
