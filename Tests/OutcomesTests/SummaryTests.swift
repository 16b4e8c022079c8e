import MeetingKit
import Testing

@testable import Outcomes

struct `A summary` {
  @Test func `keeps nothing of an empty meeting`() throws {
    let meeting = TestMeeting(try TestPlaybook.steps("- ask: Goal?\n  id: goal"))
    #expect(Summary(of: meeting.session).outcomes == [])
  }
}
