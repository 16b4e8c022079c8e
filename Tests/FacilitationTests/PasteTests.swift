import MeetingKit
import PlaybookLanguage
import Session
import Testing

/// Chats are pasted whole each time, wherever the meeting is by then: only what is new counts.
struct `A chat pasted again` {
  private static let round = """
    - ask: Reasons?
      id: reasons
      kind: list
      from: everyone
      ALONE
    - ask: Fears?
      id: fears
      kind: list
      from: everyone
    """

  private func meeting(alone: String = "style: round_robin") throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps(Self.round.replacing("ALONE", with: alone)), people: "Fay, Gus, Ida")
  }

  @Test func `counts only what is new, in the same list and in the next, after a kill too`() throws
  {
    hold(
      """
      Fay> 10:01 Ida: hello, can you hear us?⏎10:02 Fay: too late⏎10:03 Gus: too dear⏎10:04 Ida: no data
        ? 4 lines: 3 entries (Fay 1, Gus 1, Ida 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > 3
        ? 4 lines: 2 entries (Fay 1, Ida 1), 2 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > y
        ✓ 1 to 2 added
      Fay> 10:01 Ida: hello, can you hear us?⏎10:02 Fay: too late⏎10:03 Gus: too dear⏎10:04 Ida: no data
        ? 4 lines: nothing new, 4 from before? Numbers take in or out, l lists. [Y/n]
      > ⏎
        · Nothing is taken.
      Fay> (killed)
      Fay> 10:01 Ida: hello, can you hear us?⏎10:02 Fay: too late⏎10:03 Gus: too dear⏎10:04 Ida: no data⏎10:05 Gus: no staff
        ? 5 lines: 1 new entry (Gus 1), 4 from before? Numbers take in or out, l lists. [Y/n]
      > l
        | 1–4 from before
        | 5 no staff  (Gus)
        ? 5 lines: 1 new entry (Gus 1), 4 from before? Numbers take in or out, l lists. [Y/n]
      > 3
        ? 5 lines: 2 new entries (Gus 2), 3 from before? Numbers take in or out, l lists. [Y/n]
      > y
        ✓ 3 to 4 added
      Fay> /undo
        ✓ Taken back: 2 entries
      Fay> 10:02 Fay: too late⏎10:05 Gus: no staff
        ? 2 lines: 1 new entry (Gus 1), 1 from before? Numbers take in or out, l lists. [Y/n]
      > y
        ✓ 5 Gus
      Fay> /next
      Fay> 10:02 Fay: too late⏎10:03 Gus: too dear⏎10:05 Gus: no staff⏎10:06 Ida: hello⏎10:07 Ida: fire
        ? 5 lines: 1 new entry (Ida 1), 3 from before, 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > y
        ✓ 1 Ida
      Fay>
      """, try meeting())
  }

  @Test func `knows what was written alone, also where it was said in other words`() throws {
    hold(
      """
      write> 10:02 Fay: too late⏎10:03 Gus: too dear⏎10:03 Gus: you're on mute
        ✓ 2 held: Fay 1, Gus 1 · 1 left out (hello, reactions, private). 2 in all, saved, not shown.
      write> ⏎
      Fay [too late]> it came a month too late
        ✓ 1 Fay
      Gus [too dear]> 10:02 Fay: too late⏎10:03 Gus: too dear⏎10:06 Ida: no data
        ? 3 lines: 1 new entry (Ida 1), 2 from before? Numbers take in or out, l lists. [Y/n]
      > y
        ✓ 2 Ida
      Gus [too dear]>
      """, try meeting(alone: "alone: 5m"))
  }

  @Test func `of numbers counts only new ones, and asks where none is new`() throws {
    hold(
      """
      first> 10:01 Fay: shall we?⏎10:02 Fay: 4⏎10:03 Gus: 3⏎10:04 Ida: 5
        = 5 1
        = 4 1
        = 3 1
        ✓ It passes: all show 3 or more.
      second> 10:02 Fay: 4⏎10:03 Gus: 3⏎10:04 Ida: 5⏎10:09 Fay: 4⏎10:09 Gus: 5
        ✓ 2 hands · waiting for Ida
      second> 10:02 Fay: 4⏎10:03 Gus: 3⏎10:04 Ida: 5⏎10:09 Fay: 4⏎10:09 Gus: 5
        ? These numbers of the chat have counted before. Count them here again? [y/N]
      > n
      second> ⏎
        ? Waiting for Ida. Go on without them? [y/N]
      > ida 9
        ✗ Ida: a hand shows 0 to 5 fingers.
        · Nothing of it counts, and it is not shown again: type it anew.
        ? Waiting for Ida. Go on without them? [y/N]
      > ida 2
        = 5 1
        = 4 1
        = 2 1
        ✓ Not yet: Ida 2.
      close>
      """,
      TestMeeting(
        try TestPlaybook.steps(
          """
          - ask: Go?
            id: first
            kind: fist
          - ask: Still?
            id: second
            kind: fist
          """), people: "Fay, Gus, Ida"))
  }

  @Test func `keeps its lines where they are no entries`() throws {
    hold(
      """
      Fay> first⏎  second⏎third
        ? 3 lines, as that many entries? o makes one of them. No names here. [Y/n]
      > n
        [first
        second
      third]
      Fay> first⏎second
        ? 2 lines, as that many entries? o makes one of them. No names here. [Y/n]
      > o
        ✓ 1
      Fay> first⏎third
        ? 2 lines, as that many entries? o makes one of them. No names here. [Y/n]
      > words for another place
        ✗ Enter takes them, a number leaves one out or takes it in, l lists, o makes one entry of all, n puts them into the line.
        ? 2 lines, as that many entries? o makes one of them. No names here. [Y/n]
        [words for another place]
      > n
        [first
      third]
      Fay>
      """, try meeting())
  }
}
