import PlaybookLanguage
package import Session
import Values

/// What a meeting said, in words that can be typed again: a new project's meeting offers them.
///
/// It is copied into the new session's file when that is begun (`huddle replay`), so that the session
/// stays readable by itself.
package struct ReplayedMeeting {
  /// The link of a session that replays this one; the body is read by `Replay`.
  package static func link(to session: MeetingSession, _ moment: Moment) -> Fact {
    let meeting = ReplayedMeeting(Room(session, moment: moment))
    return Fact(
      .sessionLinked(
        session: session.state.opened?.session ?? "", name: EarlierAnswers.replayLink,
        body: meeting.body))
  }

  private let room: Room

  private init(_ room: Room) { self.room = room }

  private var body: JSONValue {
    let state = room.state
    return .object([
      .init("title", .string(state.opened?.title ?? "")),
      .init("people", .string(state.people.map(Self.words).joined(separator: ", "))),
      .init("names", .object(state.people.map { .init($0.id, .string($0.name)) })),
      .init("roles", .object(room.session.playbook.roles.compactMap(holders))),
      .init("answers", .object(room.agenda.places.compactMap(answer))),
      .init("items", .array(room.agenda.places.flatMap(entries))),
    ])
  }

  /// `Bo (Legal)`, as it is typed.
  private static func words(_ person: Participant) -> String {
    person.name + (person.function.map { " (\($0))" } ?? "")
  }

  private func holders(of role: Playbook.Role) -> JSONValue.Member? {
    let names = room.state.holders(of: role.name).map(\.name)
    return names.isEmpty ? nil : .init(role.name, .string(names.joined(separator: ", ")))
  }

  /// A single answer as somebody would type it.
  private func answer(_ place: Place) -> JSONValue.Member? {
    guard let question = place.question, let answer = room.state.answers[place.address]?.value,
      // Places in a list of another meeting's entries are no order of this one's.
      answer != .null, question.kind != .rank || question.of == nil
    else { return nil }
    let words = AnswerKinds.show(answer, of: question, room.context(question, place.bindings))
    return words.isEmpty ? nil : .init(place.address.description, .string(words))
  }

  // MARK: Entries, rows, themes, tasks

  private func entries(_ place: Place) -> [JSONValue] {
    guard let question = place.question else { return [] }
    let items = room.state.liveItems(in: place.address)
    let names = RowNames(
      items.map { item in
        let row = ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
        return (item.id, room.scope.text(of: row).onOneLine)
      })
    return items.compactMap { item in
      guard let words = words(item, question, names) else { return nil }
      let members: [JSONValue] =
        question.kind == .group
        ? room.state.members(of: item.id).map { .string($0.id) } : []
      return .object(
        [
          .init("id", .string(item.id)), .init("q", .string(place.address.description)),
          .init("words", .string(words)),
        ] + (members.isEmpty ? [] : [.init("members", .array(members))]) + speaker(of: item))
    }
  }

  /// Who said it, and for which function: a new meeting has others, who may have the same one.
  private func speaker(of item: Item) -> [JSONValue.Member] {
    guard let by = item.by.first, let person = room.state.person(by) else { return [] }
    return [.init("by", .string(person.name))]
      + (person.function.map { [.init("function", .string($0))] } ?? [])
  }

  /// Nil for what is not offered: a row that another list's entry has made.
  private func words(_ item: Item, _ question: Question, _ names: RowNames) -> String? {
    switch question.kind {
    case .list, .group: item.text.onOneLine
    case .table where question.of == nil: cells(item, question, names)
    case .schedule where question.of == nil: ScheduleText(question, room).typed(item)
    default: nil
    }
  }

  /// `a | b | c`, empty cells at the end left out.
  private func cells(_ item: Item, _ table: Question, _ names: RowNames) -> String? {
    var cells = table.askedColumns.map { column -> String in
      guard let question = column.question else { return "" }
      if column.name == "after", question.kind == .text, let words = item["after"].string {
        // The rows of the new meeting have other ids.
        return names.spelledOut(words).onOneLine.replacing("|", with: "/")
      }
      return AnswerKinds.show(item[column.name], of: question, room.context(question)).onOneLine
        .replacing("|", with: "/")
    }
    while cells.last == "" { cells.removeLast() }
    guard !cells.isEmpty else { return nil }
    // One bar at least: without one the words would be read for a name and a day.
    return cells.count == 1 && table.askedColumns.count > 1
      ? cells[0] + " |" : cells.joined(separator: " | ")
  }
}
