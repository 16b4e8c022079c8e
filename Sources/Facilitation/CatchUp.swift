import Outcomes
import PlaybookLanguage
import Session
import Values

/// Where a meeting stands, in four lines, for somebody who comes late.
///
/// The wall shows it for two minutes; the console has it to be read out.
struct CatchUp {
  /// Where we are, what for, and what there is so far.
  let lines: [String]
  /// The question at hand, which the wall shows anyhow.
  let question: String?

  /// Nil before the first question: nobody is late there.
  init?(_ room: Room, for names: [String]) {
    guard let place = room.place, let section = place.section else { return nil }
    let clock = SectionClock(section, room).ends?.clockTime(offsetSeconds: room.moment.offset)
    let until = clock.map { ", until \($0.display)" } ?? ""
    let title = room.state.opened?.title ?? room.session.playbook.title
    lines = [
      "Welcome, \(DisplayText.joined(names)). \(title), "
        + "part \(section.number) of \(room.session.sections().count): \(section.title)\(until).",
      Self.aim(room).map { "What for: \($0)" },
      Self.counts(room).map { "So far: \($0)" },
    ].compactMap { $0 }
    question = place.question.map { "Now: \(room.words($0.prompt, place.bindings).onOneLine)" }
  }

  /// The first thing that the room had to put into words.
  private static func aim(_ room: Room) -> String? {
    room.agenda.places.lazy.compactMap { place -> String? in
      guard let question = place.question, question.kind == .text, question.isRequired,
        let answer = room.state.answers[place.address]?.value, answer != .null
      else { return nil }
      return AnswerKinds.show(answer, of: question, room.context(question)).onOneLine
    }.first
  }

  private static func counts(_ room: Room) -> String? {
    let lists = room.agenda.places.compactMap { place -> String? in
      guard let question = place.question, [.list, .group].contains(question.kind),
        case let count = room.state.liveItems(in: place.address).count, count > 0
      else { return nil }
      return "\(place.label) \(count)"
    }
    let summary = Summary(of: room.session)
    let outcomes = [
      ("agreements", summary.agreements.count), ("decisions", summary.decisions.count),
      ("actions", summary.actions.count), ("open points", summary.openPoints.count),
    ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    let all = lists.suffix(4) + outcomes
    return all.isEmpty ? nil : all.joined(separator: " · ")
  }

  // MARK: On the wall

  static let seconds = 120

  /// Who came late, and until when the wall says where we are; nil when nobody just did.
  static func latecomers(_ room: Room) -> (names: [String], until: Instant)? {
    let known = room.session.log.records.first { $0.fact.done.contains(Address.people) }?.number
    guard let known else { return nil }
    for record in room.session.log.records.reversed() where record.number > known {
      let until = record.at.adding(TimeSpan(seconds: seconds))
      guard until > room.moment.now else { return nil }
      guard !room.session.log.dead.contains(record.number),
        case .peopleJoined(let joined) = record.fact.event
      else { continue }
      let new = joined.filter { $0.roles == nil && isNew($0.person, record.number, room) }
      if !new.isEmpty { return (new.map(\.name), until) }
    }
    return nil
  }

  private static func isNew(_ person: String, _ number: Int, _ room: Room) -> Bool {
    !room.session.log.records.contains { record in
      guard record.number < number, case .peopleJoined(let joined) = record.fact.event else {
        return false
      }
      return joined.contains { $0.person == person }
    }
  }
}
