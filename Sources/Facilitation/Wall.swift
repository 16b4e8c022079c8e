import Outcomes
import PlaybookLanguage
package import Session
package import Values

/// What the room sees on a second screen: the question, the list at hand, what was agreed.
///
/// Never what is not said yet: no drafts, warnings, tips, held lines, and no votes before all are in.
package struct Wall {
  /// What the console has asked the wall to show.
  package enum View: String, Sendable, CaseIterable {
    /// The question and its list.
    case list
    /// Agreements, decisions and actions so far.
    case actions
    /// Nothing, while something else has the room's eyes.
    case blank
  }

  package let title: String
  package let utterances: [Utterance]
  /// What is to be said of the meeting as a whole, below all else: that it is closed.
  package let footing: String?
  /// When it changes although nothing new is said; nil where it only changes with the session.
  package let changesAt: Instant?

  package init(_ session: MeetingSession, _ view: View, _ moment: Moment) {
    let room = Room(session, moment: moment)
    title = session.state.opened?.title ?? session.playbook.title
    footing = session.state.isClosed ? "This meeting is closed." : nil
    let late = view == .list ? CatchUp.latecomers(room) : nil
    changesAt = [late?.until, Self.nextMinute(room, view)].compactMap { $0 }.min()
    let catchUp = late.flatMap { CatchUp(room, for: $0.names) }?.lines ?? []
    switch view {
    case .blank: utterances = []
    case .actions: utterances = Self.outcomes(room)
    case .list:
      utterances = catchUp.map { .words($0) } + (Self.place(room) ?? Self.outcomes(room))
    }
  }

  /// The section with its end by the clock, the question, and what has been said to it.
  private static func place(_ room: Room) -> [Utterance]? {
    guard let place = room.place, let question = place.question else { return nil }
    var said: [Utterance] = []
    if let section = place.section {
      let clock = SectionClock(section, room)
      let ends = clock.ends?.clockTime(offsetSeconds: room.moment.offset)
      let over = clock.minutesOver
      said.append(
        .section(
          number: section.number, of: room.session.sections().count, title: section.title,
          time: WritingClock(room).map { "writing until \($0.clock)" }
            ?? ends.map { clock in
              over == 0 ? "until \(clock.display)" : "was until \(clock.display), \(over) min over"
            }))
    }
    said += pictures(place, room)
    said.append(.question(room.words(question.prompt, place.bindings)))
    return said + list(question, place, room)
  }

  /// When the minutes over time are others: at the section's end, and every minute after it.
  private static func nextMinute(_ room: Room, _ view: View) -> Instant? {
    guard view == .list, !room.state.isClosed, let section = room.place?.section,
      let ends = SectionClock(section, room).ends
    else { return nil }
    let over = room.moment.now.since(ends).seconds
    return ends.adding(TimeSpan(seconds: over < 60 ? 60 : (over / 60 + 1) * 60))
  }

  /// What was drawn on the way here stays until something is said here.
  private static func pictures(_ place: Place, _ room: Room) -> [Utterance] {
    guard room.state.liveItems(in: place.address).isEmpty,
      room.state.ballots[place.address] == nil
    else { return [] }
    return room.session.leadIn.compactMap { entry in
      guard case .passing(let step, let bindings) = entry, case .show(let part) = step.action else {
        return nil
      }
      return .part(part, bindings)
    }
  }

  private static func list(_ question: Question, _ place: Place, _ room: Room) -> [Utterance] {
    switch question.kind {
    case .group:
      let loose = GroupHandler(question).loose(room, place)
      return [
        .entries(room.state.liveItems(in: place.address).map { GroupHandler.line($0, room) }),
        .entries(
          loose.map { .init($0.number.map(String.init) ?? $0.id, $0.text + room.doubts($0)) }),
      ]
    case .vote:
      let items = VoteHandler(question).candidates(room, place)
      let voted = room.state.ballots[place.address]?.count ?? 0
      return [
        .entries(items.enumerated().map { .init(String($0 + 1), room.scope.text(of: $1)) }),
        .hint("\(voted) of \(room.state.present.count) \(voted.agreeing("has", "have")) voted"),
      ]
    case .fist:
      let shown = room.state.ballots[place.address]?.count ?? 0
      return [.hint("\(shown) of \(room.state.present.count.counted("hand"))")]
    case .table:
      return [
        .entries(
          room.state.liveItems(in: place.address).map { row in
            .init(room.called(row), RowText.line(row, question, room) + room.doubts(row))
          })
      ]
    case .schedule, .raci:
      return [
        .entries(
          room.state.liveItems(in: place.address).map { row in
            .init(room.called(row), ItemEditing.words(row, room) + room.doubts(row))
          })
      ]
    case .list where Round.isWriting(question, room, place): return []
    case .list:
      return [.entries(room.entries(of: place.address))] + turn(question, place, room)
    case .readback, .signoff: return outcomes(room)
    default: return lastVote(before: place, room)
    }
  }

  /// Whom the round has reached: the others see when it is their turn.
  private static func turn(_ question: Question, _ place: Place, _ room: Room) -> [Utterance] {
    guard question.respondent == .everyone, let seat = Round(question, room, place).next
    else { return [] }
    return [.hint("Now \(seat.name).")]
  }

  /// What the last vote came to, once it is revealed: the room goes on from there.
  private static func lastVote(before place: Place, _ room: Room) -> [Utterance] {
    let before = room.agenda.places.prefix { $0.address != place.address }
    guard
      let vote = before.last(where: { $0.question?.kind == .vote && room.agenda.isSettled($0) })
    else { return [] }
    let bars = VoteTally(room.state, vote.address).ranking.prefix(10).map { row in
      let item = ItemValue(id: row.item, list: vote.address.question)
      return Utterance.Bar(room.scope.text(of: item), row.votes)
    }
    return bars.isEmpty ? [] : [.bars(Array(bars))]
  }

  /// What the room calls an outcome, as it is said aloud: `A1`; nothing for a row's id or a rule's name.
  private static func label(_ id: String) -> String {
    let isSpoken = id.first?.isUppercase == true && id.dropFirst().allSatisfy(\.isNumber)
    return isSpoken && id.count > 1 ? id : ""
  }

  private static func outcomes(_ room: Room) -> [Utterance] {
    let summary = Summary(of: room.session)
    let lines = (summary.agreements + summary.decisions + summary.actions).map { outcome in
      let who = [outcome.owner?.name, outcome.due.map { "by \($0.display)" }].compactMap { $0 }
      let doubts = outcome.disputeWords(room.state.name).map { ", disputed \($0)" } ?? ""
      return Utterance.Entry(
        label(outcome.id), ([outcome.text] + who).joined(separator: " · ") + doubts)
    }
    return lines.isEmpty ? [.hint("Nothing is agreed yet.")] : [.entries(lines)]
  }
}
