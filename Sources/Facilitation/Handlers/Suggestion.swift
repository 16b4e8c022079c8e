import Outcomes
import PlaybookLanguage
import Session
import Values

/// Something that was said in plain words and sounds like an action or a decision.
///
/// Offered once at the read-back, one key each, and never added without it.
struct Suggestion: Equatable {
  let mark: Mark
  /// Where it was said: an item's id or a question's.
  let source: String

  /// Its words, without a day that was taken out of them.
  let text: String
  /// As it would be noted: what, who, by when.
  let line: String

  /// What nobody has said yes or no to.
  static func open(_ room: Room) -> [Suggestion] {
    let known = Set(
      room.scope.allOutcomes().map { TextFolding.fold($0.text) }
        + (room.state.read[Self.refused] ?? []).map { TextFolding.fold($0.text) })
    var seen = known
    return sayings(room).flatMap { found(in: $0, room) }
      .filter { suggestion in
        let words = [suggestion.text, suggestion.line].map { TextFolding.fold($0) }
        guard !words.contains(where: seen.contains) else { return false }
        seen.formUnion(words)
        return true
      }
  }

  /// What the outcome of a no is recorded under; no outcome has this id.
  private static let refused = "suggested"

  // MARK: Where to look

  private struct Saying {
    let source: String
    let speaker: String?
    let text: String
  }

  /// Notes, entries of lists and answers in words: tables and themes have outcomes of their own.
  private static func sayings(_ room: Room) -> [Saying] {
    let lists = Set(
      room.session.index.order.filter {
        room.session.index.questions[$0]?.content.kind == .list
      })
    let items = room.state.items.filter { item in
      item.isLive && !item.text.isEmpty
        && (item.list == Address.Room.notes.address || lists.contains(item.list.question))
    }.map { item in
      let speaker = item.by.count == 1 ? room.state.name(of: item.by[0]) : nil
      return Saying(source: item.id, speaker: speaker, text: item.text)
    }
    let answers = room.session.index.order.flatMap { name -> [Saying] in
      guard room.session.index.questions[name]?.content.kind == .text else { return [] }
      return room.state.answers.filter { $0.key.question == name }.sorted { $0.key < $1.key }
        .compactMap { address, answer in
          answer.value.string.map {
            Saying(
              source: address.description, speaker: answer.by.map(room.state.name(of:)), text: $0)
          }
        }
    }
    return items + answers
  }

  /// Of prose only what names people of the room is offered: others would be guesses.
  private static func found(in saying: Saying, _ room: Room) -> [Suggestion] {
    let people = room.state.people.map(\.name)
    let lines = MarkedPieces.of(saying.text).map { SaidLine(1, saying.speaker, $0) }
    let marks = lines.flatMap { MinutesText([$0], people: people).marks }
    // Minutes report a promise by “would”; said in the room it weighs what might be done.
    let weighs = saying.text.contains(" would ")
    return marks.filter { mark in
      if mark.isExplicit || mark.kind == .decision { return true }
      return !weighs && mark.owners.allSatisfy { room.isHere($0) }
    }.map { mark in
      let action = MarkedAction(mark, today: room.moment.today)
      let parts = [mark.owners.isEmpty ? nil : Owners.joined(mark.owners), action.due?.display]
      let words = mark.kind == .action ? action.text : mark.text
      return Suggestion(
        mark: mark, source: saying.source, text: words,
        line: ([words] + parts.compactMap { $0 }).joined(separator: " · "))
    }
  }

  // MARK: Asking

  /// `N2 sounds like an action: send the draft · Ana · Fri 27 Nov 2026. Take it? [Y/n]`.
  var question: String {
    let kind = mark.kind == .decision ? "a decision" : "an action"
    return "\(source) sounds like \(kind): \(line). Take it? [Y/n]"
  }

  func take(_ room: Room) -> Decision {
    guard mark.kind == .action else { return Noting(room).note(mark.text, in: .decisions) }
    let marked = MarkedAction(mark, today: room.moment.today)
    var action = ActionLine.Action(text: marked.text)
    action.owner = mark.owners.count == 1 ? room.person(mark.owners[0]) : nil
    if mark.owners.count > 1 { action.owner = Owners.joined(mark.owners) }
    action.due = marked.due
    action.doneWhen = marked.doneWhen
    return Noting(room).action(action)
  }

  /// A no is remembered, so that nobody is asked twice.
  func refuse(_ room: Room, _ place: Place) -> Decision {
    let isLast =
      Self.open(room).allSatisfy { $0.line == line } && ReadbackHandler.unread(room).isEmpty
    let read = OutcomeRead(outcome: Self.refused, verdict: .disputed, text: line, note: "not taken")
    return Decision(fact: Fact(.outcomeRead(read), done: isLast ? [place.address] : []))
  }
}

extension Room {
  /// The id of somebody by name; the name itself for somebody who is not here.
  fileprivate func person(_ name: String) -> String {
    if case .one(let id) = names.match(name) { return id }
    return name
  }

  fileprivate func isHere(_ name: String) -> Bool {
    if case .one = names.match(name) { return true }
    return ["everyone", "everybody"].contains(TextFolding.fold(name))
  }
}
