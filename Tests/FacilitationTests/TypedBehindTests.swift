import Facilitation
import MeetingKit
import Outcomes
import Session
import Testing

@Test(arguments: [
  ("goal", "the data", "the data/undo", "/undo"),
  ("goal", "the data", "the data /time +5", "/time +5"),
  ("goal", "the data", "the data/or", nil), ("goal", "the data", "the data and/or", nil),
  ("goal", "", "/undo", nil), ("goal", "/x", "/x/undo", "/undo"),
  ("goal", "/drop 99", "/drop 99 and/or", nil), ("goal", "/edit ", "/edit 3", nil),
  ("goal", "the data", "the", nil),
  ("goal", "the data", "the data 3", nil), ("goal", "the data", "the data?", nil),
  ("goal", "the data", "the data-", nil), ("goal", "the data", "the data?? ana fri", "?? ana fri"),
  ("goal", "the data", "the data>end 3 Dec", ">end 3 Dec"),
  ("goal", "the data", "the data>50 %", nil),
  ("which", "pilot", "pilot2", "2"), ("which", "pilot", "pilot", nil),
  ("which", "pilot", "pilot launch", "launch"), ("which", "pilot", "pilot-", "-"),
  ("which", "pilot", "pilot9", nil), ("which", "pilot", "pilot?", "?"),
  ("which", "pilot", "pilot??", "??"),
  ("end", "Fri 27 Nov 2026", "Fri 27 Nov 20263 Dec", "3 Dec"),
  ("end", "Fri 27 Nov 2026", "Fri 27 Nov 2026 mon", "mon"),
  ("share", "20 %", "20 %30", "30"), ("share", "20 %", "20 %?? bo", "?? bo"),
  ("count", "12", "123", nil), ("who", "Ana", "Anabo", "bo"),
  ("count", "10,000", "10,0005", nil), ("count", "2", "2.000", nil), ("share", "2", "2,5", nil),
  ("fist", "y", "y4 bo2", nil),
  ("ideas", "too late", "too latebo: too dear", "bo: too dear"),
  ("ideas", "too late", "too late, and bo: too dear", nil),
])
func `what is typed behind an offered answer is meant alone where it is no part of it`(
  place: String, offer: String, line: String, meant: String?
) throws {
  let playbook = try TestPlaybook.steps(
    """
    - {ask: Goal?, id: goal}
    - {ask: Which?, id: which, kind: choice, options: [pilot, launch]}
    - {ask: Share?, id: share, kind: percent}
    - {ask: Count?, id: count, kind: number}
    - {ask: Who?, id: who, kind: person}
    - {ask: End?, id: end, kind: date}
    - {ask: Support?, id: fist, kind: fist}
    - {ask: Ideas?, id: ideas, kind: list}
    """)
  var meeting = TestMeeting(playbook, people: "Ana, Bo")
  while meeting.place?.description != place { meeting.type("/skip") }
  #expect(meeting.facilitator.meant(by: line, behind: offer, TestMeeting.moment) == meant)
}

@Test func `a number behind an offered number is asked about`() throws {
  let playbook = try TestPlaybook.steps("- {ask: Count?, id: count, kind: number, default: 12}")
  let meeting = TestMeeting(playbook, people: "Ana, Bo")
  let decide = { (line: String) in
    meeting.facilitator.decide(line, behind: "12", TestMeeting.moment)
  }
  #expect(
    decide("123").dialog?.question == "“12” stood there. Which is it? 1 3 · 2 123")
  // Whoever cleared the 12 and types 120 means that.
  #expect(decide("120").fact != nil)
  #expect(decide("12").fact != nil)
  #expect(decide("13").fact != nil)
}

@Test func `a figure glued to words that were refused is asked about`() throws {
  var meeting = TestMeeting(
    try TestPlaybook.steps("- {ask: How long?, id: weeks, kind: number}"), people: "Ana, Bo")
  meeting.type("6 weks")
  let line = "6 weks40k"
  #expect(meeting.facilitator.meant(by: line, behind: "6 weks", TestMeeting.moment) == nil)
  let doubt = meeting.facilitator.decide(line, behind: "6 weks", TestMeeting.moment)
  #expect(doubt.dialog?.question == "“6 weks40k” is not clear. 40,000? [Y/n]")
  // A blank parts them.
  let parted = "6 weks 40"
  #expect(meeting.facilitator.meant(by: parted, behind: "6 weks", TestMeeting.moment) == "40")
}

@Test(arguments: [("6 weeks", "6"), ("1 week", "1"), ("6 weeks long", nil), ("6 days", nil)])
func `a number may have the noun that is asked for`(_ line: String, _ number: String?) throws {
  var meeting = TestMeeting(
    try TestPlaybook.steps("- {ask: How long?, id: weeks, kind: number}"), people: "Ana, Bo")
  meeting.type(line)
  #expect((meeting.place == nil) == (number != nil))
}

@Test func `words that were refused at one question are no open point at another`() throws {
  var meeting = TestMeeting(
    try TestPlaybook.steps(
      """
      - {ask: Late?, id: late, kind: text}
      - {ask: Ours?, id: ours, kind: yesno}
      """), people: "Ana, Bo")
  meeting.type("since May")
  meeting.type("the spec came late")
  meeting.type("/edit late")
  meeting.type("the spec came late")
  #expect(Summary(of: meeting.session).openPoints.isEmpty)
  #expect(meeting.place?.description == "ours")
}

@Test(arguments: [
  ("the bank came late", "the bank came latenobody owned it", "nobody owned it"),
  ("the bank came late", "the bank came late11 tests", "11 tests"),
  ("We go.", "We go.Ana holds 20k back", "Ana holds 20k back"),
  ("We go -", "We go -or not today", nil),
  ("the bank came late", "the bank came late, and we paid", nil),
  ("the bank came late", "the bank came late again and again", nil),
  ("the risk", "the risks", nil), ("it is 3", "it is 300", nil),
])
func `words typed into words that stood there are asked about`(
  offer: String, line: String, alone: String?
) throws {
  let playbook = try TestPlaybook.steps("- {ask: Goal?, id: goal, default: \"\(offer)\"}")
  for key in alone == nil ? [""] : ["1", "2"] {
    var meeting = TestMeeting(playbook, people: "Ana, Bo")
    let decision = meeting.type(line, behind: offer).decision
    guard let words = alone else {
      #expect(decision.fact != nil)
      continue
    }
    #expect(
      decision.dialog?.question
        == "“\(offer)” stood there. Which is it? 1 only “\(words)” · 2 both, as one")
    meeting.type(key)
    #expect(meeting.text("{goal}") == (key == "1" ? words : "\(offer) \(words)"))
  }
  // Half a line that somebody began is written on in.
  let draft = String(offer.dropLast(2))
  let meeting = TestMeeting(playbook, people: "Ana, Bo")
  let going = meeting.facilitator.decide(draft + "teen", behind: draft, TestMeeting.moment)
  #expect(going.fact != nil)
}
