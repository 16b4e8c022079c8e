import MeetingKit
import Testing

struct `Group moves` {
  private func meeting(_ steps: String, lines: [String] = []) throws -> TestMeeting {
    var meeting = TestMeeting(
      try TestPlaybook.steps(
        """
        - ask: Reasons?
          id: reasons
          kind: list
        \(steps)
        """), people: "Ana, Bo, Cy")
    meeting.type(lines: [
      "the bank api slips", "nobody owns it", "the bank api is late", "too dear", "",
    ])
    meeting.type(lines: lines)
    return meeting
  }

  private static let themes = """
    - ask: Alike?
      id: themes
      kind: group
      of: reasons
      headings: [Vendor, People, Law]
    """

  @Test func `group, add, free and rename by numbers`() throws {
    hold(
      """
      group> b
        ✗ Numbers first, then a name: 1 9 17 Vendor dependency.
        [b]
      group> a
        ✓ 3 is part of 1 the bank api slips now.
      group> a
        ✗ Numbers first, then a name: 1 9 17 Vendor dependency.
        [a]
      group> /undo
        ✓ Taken back: 3 merged into 1
      group> 1 3 Vendor
        ✓ T1 Vendor · 2 · 2 loose
      group> 1, 9 More
        ✗ There is no 9 here.
        [1, 9 More]
      group> Vendor
        ✗ Numbers first, then a name: 1 9 17 Vendor dependency.
        [Vendor]
      group> 2
        ✗ What shall we call it? 2 NAME.
        [2 ]
      group> t1 4
        ✓ T1 Vendor · 3 · 1 loose
      group> t1 -4
        ✓ T1 Vendor · 2 · 2 loose
      group> t1 4 -3
        ✗ Add or free, one after the other: t1 22, then t1 -9.
        [t1 4 -3]
      group> t1 =
        ✗ A name, please: t1 = Vendor.
        [t1 =]
      group> t1 = Bank
        ✓ T1 Bank · 2 · 2 loose
      group> t1
        ✗ t1 22 adds, t1 -9 frees, t1 = NAME renames.
        [t1]
      group> t1 99
        ✗ There is no 99 here: t1 22 adds, t1 -9 frees.
        [t1 99]
      group> t9 1
        ✗ Numbers first, then a name: 1 9 17 Vendor dependency.
        [t9 1]
      group> 2 People
        ✓ T2 People · 1 · 1 loose
      group> t2 4
        ✓ T2 People · 2 · 0 loose
      group> /merge T2 T1
        ✓ T2 is part of T1 Bank now.
      group> /undo
        ✓ Taken back: T2 merged into T1
      group> /merge 2 T1
        ✗ T1 is a theme: t1 2 puts it there.
      group> /drop 4
        ✓ 4 “too dear” is taken out. /undo brings it back.
      group> /drop T1
        ✓ T1 “Bank” is taken out. /undo brings it back.
      group> t2 1 3
        ✓ T2 People · 3 · 0 loose
      group> /undo
        ✓ Taken back: 1 and 3 into T2
      group> /undo
        ✓ Taken back: the removal of T1
      group> t2 -2
        ✓ T2 People is empty and dissolved. 1 loose
      group> t2 2
        ✗ Numbers first, then a name: 1 9 17 Vendor dependency.
        [t2 2]
      group> /undo
        ✓ Taken back: 2 out
      group> t1 2
        ✓ T1 Bank · 3 · 0 loose, 2 from T2. T2 People is empty and dissolved.
      group> /move 2 3 out
        ✓ 2 and 3 are loose now.
      group> /move 1 out
        ✓ 1 is loose now. T1 Bank is empty and dissolved.
      group> /undo
        ✓ Taken back: 1 out
      group> /move 2 3 to t1
        ✓ 2 and 3 are in T1 Bank now.
      group> /move 2
        ✗ What, and where to? /move 7 t1, /move 7 out, /move D1 actions.
      group> /move 9 t1
        ✗ There is no entry “9”: /move 3 actions, /move r3 actions or /move reasons 3 actions; /show WORDS finds others.
        [/move 9 t1]
      group> /move 2 t9
        ✗ Where is “t9”? A theme (t1), out, actions, decisions, agreements, risks, notes, open or parked.
        [/move 2 t9]
      group> /move t1 out
        ✗ A theme goes into another with /merge T2 T1.
      group> ⏎
        ? Nobody has named: Vendor · People · Law. What could fail there?
        · One line each, such as Vendor: …; Enter goes on.
      more> bo: no contract
        ✓ 5 Bo
      more> 3 servers fail
        ✓ 6
      more> 3 99 no such number
        ✓ 7
      more> t1 9
        ✗ There is no 9 here: t1 22 adds, t1 -9 frees.
        [t1 9]
      more> 3 6 The servers
        ✓ T3 The servers · 2 · 2 loose, 3 from T1
      group> ⏎
        ? Nobody has named: Vendor · People · Law. What could fail there?
        · One line each, such as Vendor: …; Enter goes on.
      more> t1 3
        ✓ T1 Bank · 3 · 2 loose, 3 from T3
      group> /undo
        ✓ Taken back: 3 into T1
      group> ⏎
        ? Nobody has named: Vendor · People · Law. What could fail there?
        · One line each, such as Vendor: …; Enter goes on.
      more> ⏎
      close>
      """, try meeting(Self.themes))
  }

  private static let dots =
    themes + "\n- ask: Dots?\n  id: dots\n  kind: vote\n  of: themes\n  votes: 2"

  @Test func `a slip beside the last vote does not wait in the next question's line`() throws {
    hold(
      """
      dots> ana 1 1; cy 3 3
        ✓ Ana and Cy voted · waiting for Bo
      dots> bo 2 2; cy 9
        ✗ Cy: there is no 9 to vote for, only 1 to 3.
        ✓ Everybody has voted.
        = nobody owns it 2
        = too dear 2
        = Vendor 2
      close>
      """, try meeting(Self.dots, lines: ["1 3 Vendor", "", ""]))
  }

  @Test func `votes are blind until all have voted, and within the budget`() throws {
    hold(
      """
      dots> 1 2
        ✗ Whose dots? A name before the numbers: ana 2 2 5.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> zed 1
        ✗ Nobody here is “zed”: a name, then numbers.
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> ana 1 2 3
        ✗ Ana has 2 dots and put 3.
        · Nothing of it counts, and it is not shown again: type it anew.
        [ana ]
      dots> ana 1 9
        ✗ Ana: there is no 9 to vote for, only 1 to 3.
        · Nothing of it counts, and it is not shown again: type it anew.
        [ana ]
      dots> g: 1 2
        ✗ One number for each of the 3: g: 3 5 0 …
        · Nothing of it counts, and it is not shown again: type it anew.
      dots> ana 1 -
        ✗ Ana abstains, or puts dots? One of them.
        · Nothing of it counts, and it is not shown again: type it anew.
        [ana ]
      dots> ana 1 1
        ✓ Ana voted · waiting for Bo and Cy
      dots> bo 2⏎Cy: 3, t1
        ✓ Everybody has voted.
        · Dots left: Bo 1. Enter closes the vote; a name with all their dots changes it.
      dots> ⏎
        = Vendor 3
        = nobody owns it 1
        = too dear 1
      close> /back
        · Back to dots. After it we go on from where we were.
      dots> ana 2
        ✓ Everybody has voted.
        · Dots left: Bo 1, Ana 1. Enter closes the vote; a name with all their dots changes it.
      dots> bo 2 2; ana 2 1
        ✓ Everybody has voted.
        = nobody owns it 3
        = Vendor 2
        = too dear 1
      close> /back
        · Back to dots. After it we go on from where we were.
      dots> ⏎
        = nobody owns it 3
        = Vendor 2
        = too dear 1
      close> /back
        · Back to dots. After it we go on from where we were.
      dots> g: 0 5 0
        ✓ 5 dots counted
        = nobody owns it 5
        · No dot: Vendor · too dear
      close> /undo
        ✓ Taken back: the count of votes
      dots> /undo
        ✓ Taken back: going back to dots
      close>
      """, try meeting(Self.dots, lines: ["1 3 Vendor", "", ""]))
  }

  @Test func `a ballot that comes when its vote is closed is asked about`() throws {
    hold(
      """
      dots> ana 1 1; bo 2 2; cy 3 3
        ✓ Everybody has voted.
        = nobody owns it 2
        = too dear 2
        = Vendor 2
      next> cy 1 1
        ? Are these Cy’s dots in “dots”? No keeps them as words for this question. [y/N]
      > y
        ✓ dots: the dots of Cy count anew.
        = Vendor 4
        = nobody owns it 2
        · No dot: too dear
      next> /undo
        ✓ Taken back: the votes of Cy
      next> cy 3
        ? Are these Cy’s dots in “dots”? No keeps them as words for this question. [y/N]
      > n
        ✓ 1
      next> cy 1 1 1
        ✓ 2
      next> bo: 3 4
        ✓ 3 Bo
      next> ⏎
      close>
      """,
      try meeting(
        Self.dots + "\n- {ask: What next?, id: next, kind: list}", lines: ["1 3 Vendor", "", ""]))
  }

  @Test func `a vote closes without those who are missing, when the room says so`() throws {
    hold(
      """
      dots> ⏎
        ✗ Nobody has voted yet: ana 2 2 5. /skip leaves the vote out.
      dots> bo 1
        ✓ Bo voted · waiting for Ana and Cy
      dots> ⏎
        ? Waiting for Ana and Cy. Close the vote without them? [y/N]
      > y
        = Vendor 1
        · No dot: nobody owns it · too dear
      close> /back
        · Back to dots. After it we go on from where we were.
      dots> /away ana
        ✓ Ana is away; rounds and votes skip them.
      dots> /leave cy
        ✓ Cy has left.
      dots> ⏎
        = Vendor 1
        · No dot: nobody owns it · too dear
      close>
      """, try meeting(Self.dots, lines: ["1 3 Vendor", "", ""]))
  }

  private static let fist = "- ask: Support?\n  id: support\n  kind: fist"

  @Test func `a fist of five in one line`() throws {
    hold(
      """
      support> ⏎
        ✗ Hands from 0 to 5 in one line: 4 bo2. /skip leaves the vote out.
      support> 5 4
        ✗ 2 hands without a name, and 3 people to show one: 4 bo2 is 4 for everybody but Bo.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> 5 4 3
        ? Ana 5, Bo 4 and Cy 3? [Y/n]
      > n
        ✗ Nothing of it counts. Name them: ana 5 bo 4.
      support> 6
        ✗ A hand shows 0 to 5 fingers.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> zed 4
        ✗ Nobody here is “zed”: a name, then 0 to 5.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> bo
        ✗ How many fingers does bo show? bo 3, or bo -.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> ana 2 bo 9
        ✗ Bo: a hand shows 0 to 5 fingers.
        ✓ 1 hand · waiting for Bo and Cy
      support> -
        ✗ Who abstains? A name before it: ana -.
        · Nothing of it counts, and it is not shown again: type it anew.
      support> bo -
        ✓ 1 hand · 1 abstains · waiting for Cy
      support> /undo
        ✓ Taken back: the votes of Bo
      support> ⏎
        ? Waiting for Bo and Cy. Go on without them? [y/N]
      > ⏎
      support> 4 bo5
        = 5 1
        = 4 1
        = 2 1
        ✓ Not yet: Ana 2.
      close> /back
        · Back to support. After it we go on from where we were.
      support> Ana abstains
        = 5 1
        = 4 1
        ✓ It passes: all 2 hands show 3 or more. Ana abstains.
      close> /back
        · Back to support. After it we go on from where we were.
      support> bo – cy abstain
        ✓ No hand was shown, so it neither passes nor fails. Ana, Bo and Cy abstain.
      close> /undo
        ✓ Taken back: the votes of Bo and Cy
      support> ana 3
        = 5 1
        = 4 1
        = 3 1
        ✓ It passes: all show 3 or more.
      close> /back
        · Back to support. After it we go on from where we were.
      support> /join Dee
        ✓ Dee is here. The wall shows for two minutes:
        · Welcome, Dee. Small, part 1 of 1: All.
        · So far: reasons 4
        · Now: Support?
      support> /leave dee
        ✓ Dee has left.
      support> ⏎
        = 5 1
        = 4 1
        = 3 1
        ✓ It passes: all show 3 or more.
      close>
      """, try meeting(Self.fist))
  }
}
