import Outcomes
import PlaybookLanguage
import Session
import Values

/// Reading every agreement, decision and action back, one line at a time.
struct ReadbackHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  static let legend =
    "y, or Enter, when you have heard a yes · e NEW WORDS changes it · n WHY disputes it · /back reads the one before again"

  /// What nobody has heard yet as it stands now.
  static func unread(_ room: Room) -> [Outcome] {
    let summary = Summary(of: room.session)
    return (summary.agreements + summary.decisions + summary.actions).filter { $0.read == nil }
  }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    if let suggestion = Suggestion.open(room).first {
      return Prompt(
        place: place.address, label: "take", completions: ["yes", "no"],
        opening: [.question(suggestion.question)], topic: "\(place.address) \(suggestion.line)")
    }
    let unread = Self.unread(room)
    guard let outcome = unread.first else {
      return Prompt(
        place: place.address, label: place.label,
        opening: room.asking(question, place) + [.hint("Nothing to read back. Enter goes on.")])
    }
    var opening = unread.count == total(room) ? room.asking(question, place) : []
    opening.append(.question(Self.words(outcome, room)))
    opening += outcome.flaws.map { .warning("\(outcome.id): \($0.words)") }
    if let item = outcome.item.flatMap(room.state.item), !room.doubts(item).isEmpty {
      opening.append(.warning("\(outcome.id)\(room.doubts(item))"))
    }
    return Prompt(
      place: place.address, label: "\(outcome.id)", completions: ["yes", "edit", "no"],
      opening: opening, topic: "\(place.address) \(outcome.id) \(outcome.readingLine)")
  }

  private func total(_ room: Room) -> Int {
    let summary = Summary(of: room.session)
    return summary.agreements.count + summary.decisions.count + summary.actions.count
  }

  /// `Ana, get an SLA by Fri 27 Nov 2026: yours? [Y/e/n]`.
  private static func words(_ outcome: Outcome, _ room: Room) -> String {
    let keys = absent(outcome, room) ? "[Y = to confirm/e/n]" : "[Y/e/n]"
    guard outcome.kind == .action else {
      let isSentence = outcome.text.last.map { ".!?…".contains($0) } ?? true
      let text = isSentence ? outcome.text : outcome.text + "."
      return "\(outcome.kind == .decision ? "Decided" : "Agreed"): \(text) Right? \(keys)"
    }
    let due = outcome.due.map { " by \($0.display)" } ?? ""
    guard let owner = outcome.owner else { return "Nobody’s: \(outcome.text)\(due)? \(keys)" }
    return absent(outcome, room)
      ? "\(owner.name) is not here: \(outcome.text)\(due)? \(keys)"
      : words(outcome, asking: owner.name)
  }

  /// An action as it is read to its owner.
  static func words(_ outcome: Outcome, asking owner: String) -> String {
    "\(owner), \(outcome.text)\(outcome.due.map { " by \($0.display)" } ?? ""): yours? [Y/e/n]"
  }

  /// An owner who is not in the room cannot say yes.
  private static func absent(_ outcome: Outcome, _ room: Room) -> Bool {
    guard outcome.kind == .action, let owner = outcome.owner else { return false }
    return room.state.person(owner.id)?.isHere != true
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    if let suggestion = Suggestion.open(room).first {
      switch TextFolding.fold(line.trimmed) {
      case "", "y", "yes", "ok": return suggestion.take(room)
      case "n", "no": return suggestion.refuse(room, place)
      default: return .problem("y takes it, n leaves it.", keeping: line)
      }
    }
    guard let outcome = Self.unread(room).first else {
      return Decision(fact: room.settling(place))
    }
    switch ReadbackReply(line) {
    case .yes: return agree(outcome, room, place)
    case .edit(nil): return edit(outcome, room)
    case .edit(let words?):
      var edited = change(outcome, words, room) ?? .problem(Self.fixed(outcome))
      if edited.refill == words { edited.refill = line }
      return edited
    case .dispute(let why): return Self.doubt(outcome, why)
    case .words(let words):
      return ReadbackReply.asking(
        words, yes: agree(outcome, room, place), edit: change(outcome, words, room),
        dispute: Self.doubt(outcome, words))
    }
  }

  /// Who settles it is asked, whatever the reason; and the reason, where a no was all that was said.
  private static func doubt(_ outcome: Outcome, _ why: String?) -> Decision {
    let (id, text) = (outcome.id, outcome.readingLine)
    guard let why else {
      return Decision(dialog: .objecting(purpose: .objection(outcome: id, text: text)))
    }
    return Decision(dialog: .settling(purpose: .dispute(outcome: id, text: text, why: why)))
  }

  /// What the objection to a line that is read comes to: next it is asked who settles it.
  static func object(_ line: String, _ id: String, _ text: String, _ room: Room) -> Decision {
    guard !ReadbackReply.isOnlySettling(line, room) else {
      return dispute(line, id, text, nil, room)
    }
    let why = line.trimmed.isEmpty ? nil : line.trimmed.onOneLine
    return Decision(dialog: .settling(purpose: .dispute(outcome: id, text: text, why: why)))
  }

  /// A line that somebody says no to, and who settles that; nothing where it was read otherwise
  /// meanwhile.
  static func dispute(
    _ line: String, _ id: String, _ text: String, _ why: String?, _ room: Room
  ) -> Decision {
    guard let outcome = unread(room).first(where: { $0.id == id && $0.readingLine == text }) else {
      return Decision()
    }
    return dispute(outcome, why, settledBy: line, room)
  }

  /// The no of whoever is named before it, else of the owner who was asked.
  static func dispute(
    _ outcome: Outcome, _ why: String?, settledBy line: String, _ room: Room
  ) -> Decision {
    let objection = Objection(why, room)
    let note = ReadbackReply.note(objection.why, settledBy: line, room)
    return record(outcome, .disputed, by: objection.by, note: note, room)
  }

  private func change(_ outcome: Outcome, _ words: String, _ room: Room) -> Decision? {
    outcome.item.flatMap(room.state.item).map { ItemEditing(room).change(words, $0) }
  }

  private func agree(_ outcome: Outcome, _ room: Room, _ place: Place) -> Decision {
    let verdict: OutcomeRead.Verdict =
      Self.absent(outcome, room) || (outcome.kind == .action && outcome.owner == nil)
      ? .toConfirm : .agreed
    var decision = Self.record(outcome, verdict, note: nil, room)
    if outcome.kind == .action, outcome.doneWhen == nil, outcome.item != nil {
      decision.dialog = Dialog(
        "\(outcome.id) done when", purpose: .doneWhen(outcome: outcome.id))
    }
    return decision
  }

  /// The last line that is read settles the place.
  static func record(
    _ outcome: Outcome, _ verdict: OutcomeRead.Verdict, by speaker: Objection.Speaker = .owner,
    note: String?, _ room: Room
  ) -> Decision {
    let isLast = unread(room).allSatisfy {
      $0.id == outcome.id && $0.readingLine == outcome.readingLine
    }
    let settles = room.place?.question?.kind == .readback && isLast
    let by: String? =
      switch speaker {
      case .person(let id): id
      case .unclear: nil
      // Who is not here says neither yes nor no.
      case .owner: absent(outcome, room) ? nil : outcome.owner?.id
      }
    let read = OutcomeRead(
      outcome: outcome.id, verdict: verdict, text: outcome.readingLine, by: by, note: note)
    return Decision(
      fact: Fact(
        .outcomeRead(read), done: settles ? [room.place?.address].compactMap { $0 } : []),
      say: verdict == .agreed
        ? []
        : [
          .noted(
            "\(outcome.id) \(verdict.rawValue)" + speaker.words(room)
              + (note.map { ": \($0)" } ?? ""))
        ])
  }

  private func edit(_ outcome: Outcome, _ room: Room) -> Decision {
    guard let item = outcome.item.flatMap(room.state.item) else {
      return .problem(Self.fixed(outcome))
    }
    return Decision(dialog: ItemEditing(room).dialog(item))
  }

  /// Why an outcome cannot be edited where it is read.
  static func fixed(_ outcome: Outcome) -> String {
    "“\(outcome.text)” comes from the playbook’s questions: /back goes to them, /edit ID too."
  }
}
