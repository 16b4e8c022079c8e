import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

/// A meeting that is typed at moments of a day.
private struct TimedMeeting {
  var facilitator: Facilitator

  init(_ playbook: Playbook) { facilitator = TestMeeting(playbook).facilitator }

  static func moment(_ clock: String) -> Moment {
    let instant = Instant(iso8601: "2026-11-24T\(clock):00.000Z") ?? TestMeeting.moment.now
    return Moment(now: instant, offset: 0)
  }

  /// What is said to these lines, typed at a moment.
  @discardableResult
  mutating func type(_ lines: String..., at clock: String) -> [String] {
    let moment = Self.moment(clock)
    var said: [String] = []
    for line in lines {
      let decision = facilitator.decide(line, moment)
      record(facilitator.facts(for: decision, moment), decision, moment)
      said = decision.say.compactMap { utterance in
        switch utterance {
        case .noted(let words), .hint(let words), .problem(let words): words
        default: nil
        }
      }
    }
    return said
  }

  mutating func resume(at clock: String) {
    record([Fact(.sessionResumed(writer: "w"))], Decision(), Self.moment(clock))
  }

  private mutating func record(_ facts: [Fact], _ decision: Decision, _ moment: Moment) {
    var number = facilitator.session.log.nextNumber
    let records = facts.map { fact -> SessionRecord in
      defer { number += 1 }
      return SessionRecord(number: number, at: moment.now, fact: fact)
    }
    facilitator.accept(decision, records)
  }

  /// The notices: at 80 %, and at the end, with their clock times.
  func notices(at clock: String) -> [String] {
    guard let box = facilitator.timebox(Self.moment(clock)) else { return [] }
    return [(box.warnsAt, box.warning), (box.endsAt, box.over)].map {
      "\($0.0.clockTime(offsetSeconds: 0).display) \($0.1)"
    }
  }

  func ends(at clock: String) -> String {
    facilitator.timebox(Self.moment(clock)).map { $0.endsAt.clockTime(offsetSeconds: 0).display }
      ?? "-"
  }
}

struct `The meeting by the clock` {
  private func meeting() throws -> TimedMeeting {
    var meeting = TimedMeeting(
      try TestPlaybook.load(
        """
        huddle: 1
        id: small
        version: 1.0.0
        title: Small
        summary: A small meeting.
        time: 40m
        sections:
          - {id: aim, title: Aim, time: 5m, steps: [{ask: Aim?, id: aim}, {ask: More?, id: more}]}
          - id: ideas
            title: Ideas
            time: 10m
            steps: [{ask: Ideas?, id: ideas, kind: list}]
          - id: worst
            title: Worst
            time: 15m
            steps:
              - {ask: "{i}: why?", id: why, each: i in ideas}
          - id: close
            title: Close
            time: 10m
            steps: [{ask: Right?, id: reading, kind: readback}]
        """))
    meeting.type("Ana, Bo", at: "10:00")
    return meeting
  }

  @Test func `an overrun is shared out when somebody asks, and the closing keeps its time`() throws
  {
    var meeting = try meeting()
    #expect(
      meeting.notices(at: "10:00") == [
        "10:04 Aim: 1 min left",
        "10:05 Aim: the time is over. /time +5 gives more, /time share takes it from the rest.",
      ])
    #expect(
      meeting.type("/time share", at: "10:01") == [
        "There is nothing to share out. The end is 10:40."
      ])
    #expect(
      meeting.type("/time", at: "10:11") == [
        "Aim was until 10:05, 6 min over",
        "The end is 10:40; 6 min behind: /time share takes them from what is left.",
      ])
    #expect(
      meeting.type("/time share", at: "10:11") == [
        "6 min shared out: Ideas 10 → 8 min · Worst 15 → 11 min"
      ])
    #expect(meeting.type("/time", at: "10:11").last == "The end is 10:40.")
    meeting.type("a", "b", at: "10:11")
    #expect(meeting.notices(at: "10:11").first == "10:18 Ideas: 1 min left")
    meeting.type("one", "two", "three", "", at: "10:19")
    #expect(
      meeting.notices(at: "10:19") == [
        "10:28 Closing starts 10:30; 3 left: /wrap, or less than a minute each?",
        "10:30 Worst: the closing starts now. /wrap goes there, /time +5 stays.",
      ])
    meeting.type("because", "because", at: "10:27")
    #expect(meeting.notices(at: "10:27").first == "10:28 Closing starts 10:30: /wrap goes there.")
    #expect(meeting.type("/time +5", at: "10:29") == ["Worst until 10:35, 6 min left"])
    #expect(meeting.type("/time", at: "10:29").last == "The end is 10:45.")
    #expect(
      meeting.type("/time share", at: "10:50") == [
        "Only the closing is left to take from: /wrap goes there, /time +5 stays."
      ])
  }

  @Test func `going back does not begin a section's time anew`() throws {
    var meeting = try meeting()
    meeting.type("a", "b", at: "10:05")
    #expect(meeting.ends(at: "10:06") == "10:15")
    meeting.type("/back aim", at: "10:08")
    #expect(meeting.ends(at: "10:08") == "10:05")
    meeting.type("other", at: "10:09")
    #expect(meeting.ends(at: "10:09") == "10:15")
  }

  @Test func `after a gap the end moves or the rest is cut, for one key`() throws {
    for (key, words, end) in [
      ("", "The end is 10:54.", "The end is 10:54."),
      (
        "c", "14 min shared out: Aim 5 → 4 min · Ideas 10 → 5 min · Worst 15 → 7 min",
        "The end is 10:40."
      ),
    ] {
      var meeting = try meeting()
      meeting.type("a", at: "10:02")
      let last = TimedMeeting.moment("10:02").now
      meeting.resume(at: "10:16")
      let dialog = meeting.facilitator.question(
        aboutGapSince: last, lastSaved: "10:02:00", TimedMeeting.moment("10:16"))
      #expect(dialog?.question == "Last saved 10:02:00. Gap 14 min: end 10:54, or cut? [E/c]")
      meeting.facilitator.ask(try #require(dialog))
      #expect(meeting.type(key, at: "10:16") == [words])
      #expect(meeting.type("/time", at: "10:16").last == end)
    }
    let meeting = try meeting()
    let last = TimedMeeting.moment("10:00").now
    for clock in ["10:00", "14:01"] {
      let dialog = meeting.facilitator.question(
        aboutGapSince: last, lastSaved: "10:00:00", TimedMeeting.moment(clock))
      #expect(dialog == nil)
    }
  }
}
