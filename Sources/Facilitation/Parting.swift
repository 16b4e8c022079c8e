import Outcomes
import PlaybookLanguage
import Session
import Values

/// What somebody who leaves still holds: their actions and an agreement that they have not signed.
///
/// It is read to them at the door, one key each; that they have left is on disk by then.
struct Parting {
  let room: Room
  let person: String
  /// Who left by the same line, and is read to after this one.
  private let others: [String]

  /// Nil for nobody.
  init?(_ room: Room, _ people: [String]) {
    guard let first = people.first else { return nil }
    self.room = room
    person = first
    others = Array(people.dropFirst())
  }

  private var people: [String] { [person] + others }

  /// What is read to whoever is next.
  private var othersQuestion: Dialog? { Parting(room, others)?.question }

  private var name: String { room.state.name(of: person) }

  private var unread: [Outcome] {
    ReadbackHandler.unread(room).filter { $0.kind == .action && $0.owner?.id == person }
  }

  /// The sign-off that waits for them; nil where there is none.
  private var signing: (place: Place, handler: SignoffHandler)? {
    // Before anything is agreed there is no page to sign.
    let isAsked = room.place?.question?.kind == .signoff
    guard isAsked || !Summary(of: room.session).outcomes.isEmpty else { return nil }
    for place in room.agenda.places {
      guard let question = place.question, question.kind == .signoff else { continue }
      let handler = SignoffHandler(question)
      if handler.waiting(room, place).contains(where: { $0.id == person }) {
        return (place, handler)
      }
    }
    return nil
  }

  // MARK: Asking

  /// `Vera holds 2 actions and an unsigned agreement. Read them out now? [Y/n]`; nil for nothing.
  var question: Dialog? {
    let count = unread.count
    let held = [
      count == 0 ? nil : count == 1 ? "an action" : "\(count) actions",
      signing == nil ? nil : "an unsigned agreement",
    ].compactMap { $0 }
    guard !held.isEmpty, let next else { return othersQuestion }
    let isOne = count + (signing == nil ? 0 : 1) == 1
    return .yesNo(
      "\(name) holds \(DisplayText.joined(held)). Read \(isOne ? "it" : "them") out now?",
      yes: .decide(Decision(dialog: next)), no: .decide(Decision(dialog: othersQuestion)))
  }

  /// What is read next; nil when all is read.
  var next: Dialog? {
    if let outcome = unread.first {
      return Dialog(
        ReadbackHandler.words(outcome, asking: name),
        purpose: .parting(people: people, step: .read(outcome: outcome.id)))
    }
    guard let signing, let question = signing.place.question else { return othersQuestion }
    let unfinished =
      isFinished(before: signing.place)
      ? "" : "The page is not finished, and what changes it asks them again: l DATE is safest. "
    return Dialog(
      "\(name), \(room.words(question.prompt, signing.place.bindings).onOneLine) " + unfinished
        + "a agrees · r WHY · d WHY · l DATE · Enter leaves it open",
      purpose: .parting(people: people, step: .sign))
  }

  /// True where nothing that the page shows is still to be asked.
  private func isFinished(before signing: Place) -> Bool {
    room.agenda.places.prefix { $0.address != signing.address }
      .allSatisfy { $0.question == nil || room.agenda.isSettled($0) }
  }

  // MARK: Deciding

  func decide(_ line: String, _ step: Dialog.PartingStep) -> Decision {
    switch step {
    case .read(let id): read(line, id)
    case .objection(let id): object(line, id)
    case .dispute(let id, let why): dispute(line, id, why)
    case .edit(let item): ItemEditing(room).decide(line, item).then(room, following)
    case .sign: sign(line)
    }
  }

  private func following(_ after: Room) -> Dialog? { Parting(after, people)?.next }

  private func read(_ line: String, _ id: String) -> Decision {
    guard let outcome = unread.first(where: { $0.id == id }) else { return Decision(dialog: next) }
    switch ReadbackReply(line) {
    case .yes: return record(outcome, .agreed, nil)
    case .dispute(let why): return doubt(id, why)
    case .edit(let words): return edit(outcome, words)
    case .words(let words):
      let isItem = outcome.item.flatMap(room.state.item) != nil
      return ReadbackReply.asking(
        words, yes: record(outcome, .agreed, nil), edit: isItem ? edit(outcome, words) : nil,
        dispute: doubt(id, words),
        dialog: next)
    }
  }

  private func edit(_ outcome: Outcome, _ words: String?) -> Decision {
    guard let item = outcome.item.flatMap(room.state.item) else {
      return Decision(say: [.problem(ReadbackHandler.fixed(outcome))], dialog: next)
    }
    if let words {
      return ItemEditing(room).change(words, item).atItsEnds { end in
        // Where the words are asked for again, what is left is still read afterwards.
        guard case .edit(let id)? = end.dialog?.purpose else { return }
        end.dialog?.purpose = .parting(people: people, step: .edit(item: id))
      }.then(room, following)
    }
    var dialog = ItemEditing(room).dialog(item)
    dialog.purpose = .parting(people: people, step: .edit(item: item.id))
    return Decision(dialog: dialog)
  }

  private func doubt(_ id: String, _ why: String?) -> Decision {
    guard let why else {
      return Decision(
        dialog: .objecting(purpose: .parting(people: people, step: .objection(outcome: id))))
    }
    return settling(id, why)
  }

  private func settling(_ id: String, _ why: String?) -> Decision {
    Decision(
      dialog: .settling(
        purpose: .parting(people: people, step: .dispute(outcome: id, why: why))))
  }

  private func object(_ line: String, _ id: String) -> Decision {
    guard !ReadbackReply.isOnlySettling(line, room) else { return dispute(line, id, nil) }
    return settling(id, line.trimmed.isEmpty ? nil : line.trimmed.onOneLine)
  }

  private func dispute(_ line: String, _ id: String, _ why: String?) -> Decision {
    guard let outcome = unread.first(where: { $0.id == id }) else { return Decision(dialog: next) }
    return ReadbackHandler.dispute(outcome, why, settledBy: line, room).then(room, following)
  }

  private func record(_ outcome: Outcome, _ verdict: OutcomeRead.Verdict, _ note: String?)
    -> Decision
  {
    ReadbackHandler.record(outcome, verdict, note: note, room).then(room, following)
  }

  private func sign(_ line: String) -> Decision {
    guard let signing, let party = room.state.person(person) else { return Decision() }
    guard !line.trimmed.isEmpty else {
      return Decision(say: [.hint("\(name)’s answer stays open.")], dialog: othersQuestion)
    }
    var decision = signing.handler.answer(
      party, line, line, room, signing.place, atDoor: next)
    if decision.fact == nil, decision.dialog == nil { decision.dialog = next }
    return decision.then(room, following)
  }
}
