import MeetingKit
import PlaybookLanguage
import Session
import Testing

@testable import Outcomes

struct `Nothing that was said is lost` {
  private static let playbooks = Result { try TestPlaybook.shipped() }

  @Test(arguments: 1...(4 * Chance.times))
  func `every live row is in an outcome, or set aside`(_ seed: Int) throws {
    for playbook in try Self.playbooks.get() {
      var meeting = TestMeeting(playbook)
      var lines = RandomLines(seed: seed &* 77)
      for _ in 0..<120 where !meeting.state.isClosed { meeting.type(lines.next(meeting)) }
      let missing = Self.missing(meeting.session)
      #expect(missing == [], "\(playbook.id), seed \(seed)")
    }
  }

  /// Rows of lists that feed outcomes by a rule without a condition, and stand nowhere.
  private static func missing(_ session: MeetingSession) -> [String] {
    let summary = Summary(of: session)
    let found = Set(summary.outcomes.compactMap(\.item) + summary.deferred.map(\.id))
    let feeding = session.playbook.outcomes.filter { $0.condition == nil }
      .compactMap { $0.each.last.flatMap { session.index.root(of: $0.list) } }
    return session.state.items.filter { item in
      let isRow = feeding.contains(item.list.question) && item.isLive && item.group == nil
      let isEmptyTheme = session.state.isTheme(item) && session.state.members(of: item.id).isEmpty
      return isRow && !isEmptyTheme && !found.contains(item.id)
    }.map(\.id)
  }
}
