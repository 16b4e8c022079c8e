import Outcomes
import PlaybookLanguage
import Session
import Values

/// What was said about something: id, words, when, how it stands, and whether it is signed.
struct Recollection {
  let room: Room

  init(_ room: Room) { self.room = room }

  static let most = 5

  /// At most five lines: outcomes first, then entries and answers.
  func lines(about words: String) -> [Utterance.Entry] {
    let wanted = TextFolding.fold(words)
    let summary = Summary(of: room.session)
    if let item = ItemNames(room).item(words) { return [entry(item, summary)] }
    let outcomes = summary.outcomes.filter {
      holds($0.readingLine, wanted) || TextFolding.fold($0.id) == wanted
    }
    let taken = Set(outcomes.compactMap(\.item))
    let items = room.state.items.filter { item in
      item.isLive && !taken.contains(item.id) && holds(ItemEditing.words(item, room), wanted)
    }
    return Array(
      (outcomes.map { line($0, signed: signed) } + items.map { entry($0, summary) }
        + answers(wanted)).prefix(Self.most))
  }

  private func holds(_ text: String, _ wanted: String) -> Bool {
    TextFolding.fold(text).contains(wanted)
  }

  private func answers(_ wanted: String) -> [Utterance.Entry] {
    room.agenda.places.compactMap { place in
      guard let question = place.question, let answer = room.state.answers[place.address] else {
        return nil
      }
      let text = AnswerKinds.show(answer.value, of: question, room.context(question))
      guard holds(text + " " + place.label, wanted) else { return nil }
      return .init(
        place.label, [text, clock(of: place.address)].compactMap { $0 }.joined(separator: " · "))
    }
  }

  private func entry(_ item: Item, _ summary: Summary) -> Utterance.Entry {
    if let outcome = summary.outcomes.first(where: { $0.item == item.id && $0.id == item.id }) {
      return line(outcome, signed: signed)
    }
    let by = item.by.isEmpty ? "" : "  (\(DisplayText.joined(item.by.map(room.state.name))))"
    let text = ItemEditing.words(item, room) + by + room.doubts(item)
    let list = Address.Room(item.list).map { $0 == .notes ? "note" : $0.rawValue }
    return .init(
      item.id,
      [text, clock(ofRecord: item.record), list].compactMap { $0 }.joined(separator: " · "))
  }

  private func line(_ outcome: Outcome, signed: String?) -> Utterance.Entry {
    let record = outcome.item.flatMap(room.state.item)?.record
    let isRead = [.agreement, .decision, .action].contains(outcome.kind)
    let isSaid = outcome.read != nil || outcome.isDisputed
    let state = isSaid ? outcome.standing : isRead ? "not read back" : nil
    return .init(
      outcome.id,
      [outcome.readingLine, record.flatMap(clock(ofRecord:)), state, signed].compactMap { $0 }
        .joined(separator: " · "))
  }

  // MARK: When, and whether signed

  private func clock(ofRecord number: Int) -> String? {
    let record = room.session.log.records.last { $0.number == number }
    return record?.at.clockTime(offsetSeconds: room.moment.offset).display
  }

  private func clock(of address: Address) -> String? {
    let record = room.session.log.records.last { record in
      guard case .answerSet(let answer) = record.fact.event else { return false }
      return answer.address == address
    }
    return record.flatMap { clock(ofRecord: $0.number) }
  }

  /// Nil where the playbook has nothing to sign.
  private var signed: String? {
    guard let place = room.agenda.places.last(where: { $0.question?.kind == .signoff }) else {
      return nil
    }
    let content = SignedContent(room.session, before: place.address).sha256
    let signing = (room.state.signatures[place.address] ?? []).filter {
      [.agree, .reservation].contains($0.verdict) && $0.contentSHA256 == content
    }
    guard !signing.isEmpty else { return "not signed" }
    let parties = room.state.parties.count
    let conditions = signing.count { $0.verdict == .reservation }
    return (signing.count >= parties ? "signed" : "signed by \(signing.count) of \(parties)")
      + (conditions == 0 ? "" : ", with \(conditions.counted("reservation"))")
  }
}
