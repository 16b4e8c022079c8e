import Facilitation
import MeetingKit
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
        ✗ There is no entry “2”: /drop 1 or /drop r1; /show WORDS finds others.
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
