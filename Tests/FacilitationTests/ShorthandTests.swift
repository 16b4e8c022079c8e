import Facilitation
import MeetingKit
import Outcomes
import Session
import Testing

struct `Short forms and commands` {
  private let playbook = Result {
    try TestPlaybook.load(
      """
      huddle: 1
      id: small
      version: 1.0.0
      title: Small
      summary: A small meeting.
      sections:
        - id: first
          title: First
          time: 5m
          steps:
            - say: Listen.
              time: 1m
            - ask: "How much is an offer?"
              id: offer
              kind: money
              required: yes
            - ask: How many?
              id: count
              kind: number
              check: count > 0
              else: More than none.
            - set:
                total: offer * count
        - id: second
          title: Second
          steps:
            - ask: Risks?
              id: risks
              kind: list
            - ask: Is it legal?
              id: legal
              kind: yesno
            - ask: Who says so?
              id: counsel
              kind: person
              if: legal
        - id: last
          title: Last
          steps:
            - ask: Right?
              id: reading
              kind: readback
      """)
  }

  @Test func `open points, none, and words for later`() throws {
    hold(
      """
      ready> words
        ✗ Nothing is asked here: Enter goes on, /note keeps your words.
        [/note words]
      ready> -
        ✗ Nothing is asked here: Enter goes on, /note keeps your words.
        [/note -]
      ready> ??
        ✗ There is no question here that could stay open.
      ready> ⏎
      offer> ?? zed fri
        ? Nobody here is “zed”. 1 they find out all the same · 2 that is no name
      > 2
        ✓ O1 How much is an offer? (zed) · by Fri 27 Nov 2026
      count> ?? 3/4/2027
        ? Which day is that? 1 Sat 3 Apr 2027 · 2 Thu 4 Mar 2027
      > 1
        ✓ O2 How many? · by Sat 3 Apr 2027
      risks> /back
        · Back to count. After it we go on from where we were.
      count> ?? ana 11 Dec
        ✓ O3 Ana: How many? · by Fri 11 Dec 2026
      risks> ??
        ✓ O4 Risks?
      risks> >legal words
        ✓ kept for legal
        draft legal: words
      risks> >leg
        ✗ No later question is called “leg”. Did you mean >legal? With a space after > these are words.
        [>leg]
      risks> >le words
        ✗ No later question is called “le”. Did you mean >legal? With a space after > these are words.
        [>le words]
      risks> >legal
        ✗ What is to wait there? >legal and the words.
        [>legal ]
      risks> >legl words
        ✗ No later question is called “legl”. Did you mean >legal? With a space after > these are words.
        [>legl words]
      risks> > 50 %
        ✓ 1
      risks> /drop 2
        ✗ There is no entry “2”: /drop 3, /drop A1.
        [/drop 2]
      risks> -
        ✓ asked, none
      legal> /wrap
        ✓ Not talked about, on the list. /undo takes this back.
        | – Is it legal?
      reading> /undo
        ✓ Taken back: legal deferred
      legal>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo"))
  }

  @Test func `what an answer changes is shown`() throws {
    hold(
      """
      ready> ⏎
      offer> £6
      count> 0
        ✗ More than none.
        [0]
      count> 3000
        ✓ 3,000
      risks> /try count=0
        ✗ More than none.
      risks> /try count=x
        ✗ “x” is not a number. Type a number, such as 12, 1,200 or 0.5.
      risks> /try
        ✗ Which answer, and what instead? /try offer=12
      risks> /try nobody=1
        ✗ Which answer, and what instead? /try offer=12
      risks> /try offer=12
        “total £18,000 → £36,000”
        ? Keep? [y/N]
      > ⏎
      risks> /try offer=12
        “total £18,000 → £36,000”
        ? Keep? [y/N]
      > y
        · total £18,000 → £36,000
        ✓ offer is 12
      risks> ⏎
      legal> y
        ✓ yes
      counsel> bo
        ✓ Bo
      reading> /back Legal
        · Back to legal. After it we go on from where we were.
      legal [yes]> n
        · 1 question goes
        ✓ no
      reading> /back legal
        · Back to legal. After it we go on from where we were.
      legal [no]> y
        · 1 comes
        ✓ yes
      counsel [Bo]> ⏎
      reading> /time
        · Last has no time of its own.
        · The end is 10:05.
      reading> /time x
        ✗ Last has no time of its own.
      reading> /time +5
        ✗ Last has no time of its own.
      reading> /time -99999999999999999999
        ✗ Last has no time of its own.
      reading> /agenda
        | ● 1 First · 5 min
        | ● 2 Second
        | ◐ 3 Last
        · Asked so far, for /back: offer count risks legal counsel
      reading> /summary
        · Nothing is agreed yet.
      reading> /help undo
        | /undo take back the last thing recorded
      reading> /help undoo
        ✗ no command /undoo: did you mean /help undo?
      reading> /unod
        ✗ no command /unod: did you mean /undo?
        [/unod]
      reading> /wall
        · The wall shows: list
        · It is a window of its own: open one and type huddle wall there.
      reading> /chat
        ✗ Which file? /chat meeting.txt
      reading> /a
        ✗ What is to be done? /a draft the plan, ana fri
      reading> /d
        ✗ What? The words come after the command.
      reading> /d bo: go first, because nobody waits
        ✓ D1 go first · because nobody waits · decided. Still reading.
      D1> /undo
        ✓ Taken back: D1 “go first”
      reading> /d because I say so
        ✓ D2 because I say so · decided. Still reading.
      D2> /undo
        ✓ Taken back: D2 “because I say so”
      reading> /d bo: go
        ✓ D3 go · decided. Still reading.
      D3> /undo
        ✓ Taken back: D3 “go”
      reading> /undo
        ✓ Taken back: counsel skipped
      counsel [Bo]> /redo
        ✓ Brought back: counsel skipped
      reading> /redo
        ✓ Brought back: D3 “go”
      D3>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo"))
  }

  @Test func `wrapping up defers what is left, by name`() throws {
    hold(
      """
      ready> /wrap
        ✓ Not talked about, on the list. /undo takes this back.
        | – How much is an offer?
        | – How many?
        | – Risks?
        | – Is it legal?
      reading> /back offer
        · Back to offer. After it we go on from where we were.
      offer> 6 EUR
        ✓ €6
      reading> /back
        · Back to legal. After it we go on from where we were.
      legal> /skip
        ✓ legal: not talked about, on the list
      reading> /undo
        ✓ Taken back: legal deferred
      legal> ⏎
      reading> /next
      close>
      """, TestMeeting(try playbook.get(), people: "Ana, Bo"))
  }
}

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

@Test func `an answer to a question back counts behind words that were none`() throws {
  let playbook = try TestPlaybook.steps("- {ask: To do?, id: todo, kind: list}")
  var meeting = TestMeeting(playbook, people: "Ana, Bo")
  meeting.type("/a fix it, anna fri")
  let meant = { (line: String) in
    meeting.facilitator.meant(by: line, behind: "what of it", TestMeeting.moment)
  }
  #expect(meant("what of ity") == "y")
  #expect(meant("what of it no") == "no")
  #expect(meant("what of it/undo") == "/undo")
  #expect(meant("what of it then") == nil)
}

@Test func `a project is named anew from any prompt, and back`() throws {
  let playbook = try TestPlaybook.steps("- {ask: Goal?, id: goal, default: Grow it}")
  var meeting = hold(
    """
    goal [Grow it]> /project
      ✗ This is about “Apollo”. /project NAME names it anew.
    goal [Grow it]> /project Apollo
      ✗ It is called “Apollo” already.
    goal [Grow it]> /project Borealis
      ✓ Apollo is Borealis now. The file keeps its name; /undo takes it back.
    goal [Grow it]> /undo
      ✓ Taken back: the name Borealis for the project
    goal [Grow it]>
    """, TestMeeting(playbook, people: "Ana, Bo"))
  #expect(meeting.state.opened?.project == "Apollo")
  // Behind an answer that stands in the line already.
  meeting.type("Grow it/project Cassini", behind: "Grow it")
  #expect(meeting.state.opened?.project == "Cassini")
  #expect(meeting.place?.description == "goal")
}
