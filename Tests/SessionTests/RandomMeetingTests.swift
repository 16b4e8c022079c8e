import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// What holds in every meeting, whatever is typed.
struct `In any meeting` {
  struct Course: Sendable, CustomTestStringConvertible {
    let playbook: Playbook
    let seed: Int
    var testDescription: String { "\(playbook.id), seed \(seed)" }
  }

  static let courses: [Course] = {
    let shipped = (try? TestPlaybook.shipped()) ?? []
    let small =
      (try? [SmallPlaybooks.loops(), SmallPlaybooks.round(), SmallPlaybooks.plans()]) ?? []
    // Two of them pass over several silent people at once.
    let atOnce = [24, 36].flatMap { seed in small.map { Course(playbook: $0, seed: seed) }
    }
    return atOnce
      + (0..<(2 * Chance.times)).flatMap { seed in
        (shipped + small).map { Course(playbook: $0, seed: seed + 1) }
      }
  }()

  private static let inputs = 90

  @Test func `there are playbooks to play`() { #expect(Self.courses.count >= 15) }

  @Test(arguments: courses)
  func `every input keeps the rules`(_ course: Course) {
    var meeting = TestMeeting(course.playbook)
    var lines = RandomLines(seed: course.seed)
    var rules = Rules()
    var typed: [String] = []
    for _ in 0..<Self.inputs where !meeting.state.isClosed {
      let line = lines.next(meeting)
      typed.append(line)
      let before = meeting
      let reply = meeting.type(line)
      rules.check(before, reply, meeting)
      if lines.chance.holds(10) { meeting.kill() }
      guard rules.broken.isEmpty else { break }
    }
    #expect(rules.broken == [], "after \(typed.suffix(12))")
    let ends = meeting.finish()
    #expect(ends, "never ends after \(typed.suffix(12)), at \(meeting.prompt)")
  }

  @Test(arguments: courses)
  func `the fold is total, and continues where a prefix ended`(_ course: Course) {
    var meeting = TestMeeting(course.playbook)
    var lines = RandomLines(seed: course.seed &* 31)
    for _ in 0..<Self.inputs where !meeting.state.isClosed { meeting.type(lines.next(meeting)) }
    let records = Array(meeting.session.log.records)
    var growing = SessionLog()
    var wrong: [Int] = []
    for record in records {
      growing.append(record)
      let folded = SessionLog(replaying: records.prefix(record.number))
      if folded.state != growing.state || folded.dead != growing.dead {
        wrong.append(record.number)
      }
    }
    #expect(wrong == [])
    for record in records where record.number % 3 == course.seed % 3 {
      let without = SessionLog(replaying: records + [undoing(record, after: records)])
      let session = MeetingSession(log: without, playbook: course.playbook)
      _ = Facilitator(session).prompt(TestMeeting.moment)
    }
  }

  private func undoing(_ record: SessionRecord, after records: [SessionRecord]) -> SessionRecord {
    SessionRecord(
      number: records.count + 1, at: record.at, fact: Fact(.eventsUndone(targets: [record.number])))
  }
}
