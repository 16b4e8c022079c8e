import MeetingKit
import Testing

struct `Votes beside the playbook` {
  private func meeting() throws -> TestMeeting {
    var meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - ask: Ideas?
          id: ideas
          kind: list
        - ask: Dots?
          id: dots
          kind: vote
          of: ideas
          votes: 2
        - ask: Support?
          id: support
          kind: fist
        """), people: "Ana, Bo")
    meeting.type("one idea")
    return meeting
  }

  @Test func `hands are counted on the list at hand, and a vote is held again`() throws {
    hold(
      """
      ideas> /vote
        ✗ There is no list here to vote on, and no vote called “” to hold again.
      ideas> another idea
        ✓ 2
      ideas> /vote
        | 1 one idea
        | 2 another idea
        · Hands for each in this order: 3 5 0 2. Enter leaves it.
      hands> 1
        ✗ One number for each of the 2, in order: /vote 3 5 0 …
        [1]
      hands> 1 2
        = another idea 2
        = one idea 1
        ✓ N1 keeps this vote.
      ideas> /vote 2 x
        ✗ One number for each of the 2, in order: /vote 3 5 0 …
        [2 x]
      ideas> /vote
        | 1 one idea
        | 2 another idea
        · Hands for each in this order: 3 5 0 2. Enter leaves it.
      hands> ⏎
        · No vote.
      ideas> /show N1
        | N1 Hands on “ideas”: another idea 2 · one idea 1 · 10:00 · note
      ideas> ⏎
      dots> /reveal
        ✗ Nobody has voted yet: ana 2 2 5. /skip leaves the vote out.
      dots> ana 1 2; ana 1
        ✗ Ana stands there twice. Whose dots are they?
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> ana 1 2 bo 1 1 2
        ✗ Bo has 2 dots and put 3.
        ✓ Ana voted · waiting for Bo
        [bo ]
      dots> /undo
        ✓ Taken back: the votes of Ana
      dots> 10:02 Ana: 1 2⏎10:03 Bo: 1 1 2
        ✗ Bo has 2 dots and put 3.
        ✓ Ana voted · waiting for Bo
      dots> /undo
        ✓ Taken back: the votes of Ana
      dots> ana bo 1
        ✗ Nobody here is “ana bo”: a name, then numbers.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> ana 2 2; Bo: 2, 2
        ✓ Everybody has voted.
        = another idea 4
        · No dot: one idea
      support> ana bo 4
        ✗ Nobody here is “ana bo”: a name, then 0 to 5.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> /undo
        ✓ Taken back: the votes of Ana and Bo
      dots> ana 1 2
        ✓ Ana voted · waiting for Bo
      dots> /reveal
        = one idea 1
        = another idea 1
      support> /reveal
        ✗ Hands from 0 to 5 in one line: 4 bo2. /skip leaves the vote out.
      support> ana 4
        ✓ 1 hand · waiting for Bo
      support> /vote dots
        ✓ “dots” is voted on again, from nothing. /undo brings the votes back.
      dots> bo 2 2
        ✓ Bo voted · waiting for Ana
      dots> /undo
        ✓ Taken back: the votes of Bo
      dots> /undo
        ✓ Taken back: the new vote
      support> /reveal
        = 4 1
        ✓ It passes: all show 3 or more.
      close> /vote
        ? Hold the vote “support” again, from nothing? [y/N]
      > y
        ✓ “support” is voted on again, from nothing. /undo brings the votes back.
      support> 2
        = 2 2
        ✓ Not yet: Ana 2 and Bo 2.
      close> /reveal
        ✗ Nothing is hidden here.
      close>
      """, try meeting())
  }

  @Test func `an entry goes into another list and back in one piece`() throws {
    hold(
      """
      ideas> ask the vendor, bo fri
        ✓ 2
      ideas> /move 2 actions
        ✓ A1 Bo · ask the vendor · due Fri 27 Nov 2026. Still ideas.
        · It was i2. /undo puts it back.
      ideas> /show 2
        | A1 ask the vendor · Bo · Fri 27 Nov 2026 · 10:00 · not read back
      ideas> /undo
        ✓ Taken back: 2 merged into A1
      ideas> /show 2
        | i2 ask the vendor, bo fri · 10:00
      ideas> /redo
        ✓ Brought back: A1 “ask the vendor”; 2 merged into A1
      ideas> /move A1 parked
        ✓ P1 ask the vendor · parked. Still ideas.
        · It was A1. /undo puts it back.
      ideas> /move P1 p
        ✗ P1 is there already.
      ideas> bo: too dear
        ✓ 3 Bo
      ideas> /move 3 risks
        ✓ K1 too dear · a risk. Still ideas.
        · It was i3. /undo puts it back.
      ideas>
      """, try meeting())
  }
}
