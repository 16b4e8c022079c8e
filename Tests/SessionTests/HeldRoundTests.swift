import Facilitation
import MeetingKit
import Session
import Testing

/// Lines that were written alone, across kills: nothing is lost, nothing is said twice.
struct `Held lines` {
  private func writing() throws -> TestMeeting {
    var meeting = TestMeeting(try SmallPlaybooks.round(), people: "Ana, Bo, Cy")
    meeting.type("bo: zebra\napple", isPasted: true)
    return meeting
  }

  private func held(_ meeting: TestMeeting) -> [String] {
    meeting.facilitator.held?.lines.map(\.text) ?? []
  }

  @Test func `wait for the same round only`() throws {
    var meeting = try writing()
    let list = try #require(meeting.place)
    let waiting = { (meeting: TestMeeting, reveals: Int) in
      meeting.session.isWaiting(.init(list: list, reveals: reveals))
    }
    #expect([0, 1].map { waiting(meeting, $0) } == [true, false])
    meeting.type("")
    #expect([0, 1, 2].map { waiting(meeting, $0) } == [true, true, false])
    meeting.type(lines: ["/next", "y"])
    #expect([0, 1, 2].map { waiting(meeting, $0) } == [false, false, false])
  }

  @Test func `that a reveal has recorded are not held again after a kill`() throws {
    var meeting = try writing()
    let before = meeting.facilitator.held
    meeting.type("")
    #expect(held(meeting) == ["zebra"])
    meeting.kill(leaving: before)
    #expect(held(meeting) == ["zebra"])
    #expect(meeting.session.round(of: Address("reasons")).reveals == 1)
    meeting.type(lines: ["", "zebra"])
    #expect(meeting.state.items.map(\.text) == ["apple", "zebra"])
  }

  @Test func `survive a look back at another question`() throws {
    var meeting = try writing()
    meeting.type(lines: ["/wrap", "/people bo=Boris"])
    meeting.kill()
    #expect(held(meeting) == ["apple", "zebra"])
  }
}
