import MeetingKit
import Session
import Testing

@testable import Facilitation

struct `An answer to a sign-off` {
  @Test(arguments: [
    "a", "y", "agree", "yes.", "yes, gladly", "a thanks",
    "yes from me", "yes, with pleasure", "agree, no reservations", "agree without any reservation",
    "yes to all of it", "with pleasure", "no objection", "no objections from me",
    "No objection.", "no problem", "no further concerns", "no objection at all, thanks",
  ])
  func `is a plain yes`(typed: String) {
    #expect(SignoffReply(typed) == .given(.agree, note: nil))
  }

  @Test(
    arguments: [
      ("r staffing", "staffing"), ("r", nil), ("with reservation: staffing", "staffing"),
      ("with a reservation: DPIA first", "DPIA first"), ("with reservations", nil),
      ("a reservation: the budget", "the budget"), ("yes but", nil),
      ("yes but only if legal signs", "only if legal signs"),
      ("agree, if the test passes", "if the test passes"),
      ("agree with a reservation: only if the cap is £10k", "only if the cap is £10k"),
      ("yes, with a reservation: staffing", "staffing"), ("agree with reservations", nil),
      ("agrees, as long as the cap is kept", "as long as the cap is kept"),
      ("yes, on condition that Legal signs", "on condition that Legal signs"),
      ("yes, gladly, once the DPIA is in", "gladly, once the DPIA is in"),
      ("agree subject to a review", "subject to a review"),
      ("no objections if the cap holds", "no objections if the cap holds"),
    ] as [(String, String?)])
  func `is a yes with a condition`(typed: String, note: String?) {
    #expect(SignoffReply(typed) == .given(.reservation, note: note))
  }

  @Test(
    arguments: [
      ("d", nil), ("d too late", "too late"), ("d: no budget", "no budget"), ("no", nil),
      ("n", nil), ("no way", nil), ("no, thanks", nil), ("n too late", "too late"),
      ("no, too late", "too late"), ("no, I cannot agree to it", "I cannot agree to it"),
      ("no because the test failed", "because the test failed"),
      ("no the cap is too low", "the cap is too low"), ("no: objections", "objections"),
    ] as [(String, String?)])
  func `is a no`(typed: String, note: String?) {
    #expect(SignoffReply(typed) == .given(.decline, note: note))
  }

  @Test(arguments: [
    ("yes staffing", "staffing"), ("a after the test", "after the test"),
    ("yes and no", "and no"), ("agree, in principle", "in principle"),
    ("with the cap at 10k", "with the cap at 10k"), ("no budget for it", "no budget for it"),
    ("no objection, staffing", "no objection, staffing"), ("n objections", "n objections"),
    ("no, I have no objection", "no, I have no objection"), ("no, fine by me", "no, fine by me"),
  ])
  func `is asked where it may be either`(typed: String, words: String) {
    #expect(SignoffReply(typed) == .unclear(words))
  }

  @Test(arguments: ["perhaps", "with", "", "nobody", "agreeable"])
  func `is none`(typed: String) {
    #expect(SignoffReply(typed) == nil)
  }

  private func meeting() throws -> TestMeeting {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Cap?
        id: cap
      - ask: Sign?
        id: signing
        kind: signoff
        of: paper
      - ask: More?
        id: more
      """,
      rest: """
        documents:
          - id: paper
            title: Paper
            body:
              - answers: [cap]
        """)
    var meeting = TestMeeting(playbook, people: "Ana, Bo, Cy, Dan, Eve")
    meeting.type("10k")
    return meeting
  }

  @Test func `asks what words are that may hide a condition or turn a yes round`() throws {
    let after = hold(
      """
      Ana> cy: no objection from me
        ✓ Cy: agrees
      Ana> agree with a reservation: only if the cap is £10k
        ✓ Ana: agrees with a reservation, only if the cap is £10k
      Bo> yes staffing
        ? Bo, “staffing”: a agrees without it · r agrees with this reservation · d declines, and this is why · Enter puts it back into the line
      > ⏎
        [yes staffing]
      Bo> yes staffing
        ? Bo, “staffing”: a agrees without it · r agrees with this reservation · d declines, and this is why · Enter puts it back into the line
      > r
        ✓ Bo: agrees with a reservation, staffing
      Dan> eve no budget for it
        ? Eve, “no budget for it”: a agrees without it · r agrees with this reservation · d declines, and this is why · Enter puts it back into the line
      > d
        ✓ Eve: declines, no budget for it
      Dan> a I will miss the coffee
        ? Dan, “I will miss the coffee”: a agrees without it · r agrees with this reservation · d declines, and this is why · Enter puts it back into the line
      > a
        ✓ Dan: agrees
        · Left out: “I will miss the coffee”. The up arrow brings it back.
      more>
      """, try meeting())
    let given = after.state.signatures[Address("signing")] ?? []
    #expect(
      given.map { "\($0.person) \($0.verdict.rawValue) \($0.note ?? "-")" } == [
        "p3 agree -", "p1 reservation only if the cap is £10k", "p2 reservation staffing",
        "p5 decline no budget for it", "p4 agree -",
      ])
  }

  @Test func `is asked for at the door of everybody who leaves`() throws {
    hold(
      """
      Ana> /leave bo, cy
        ✓ Bo and Cy have left.
        ? Bo holds an unsigned agreement. Read it out now? [Y/n]
      > y
      > yes staffing
        ? Bo, “staffing”: a agrees without it · r agrees with this reservation · d declines, and this is why · Enter puts it back into the line
      > ⏎
        [yes staffing]
      > yes, if staffed
        ✓ Bo: agrees with a reservation, if staffed
        ? Cy holds an unsigned agreement. Read it out now? [Y/n]
      > y
      > no objection
        ✓ Cy: agrees
      Ana>
      """, try meeting())
  }
}
