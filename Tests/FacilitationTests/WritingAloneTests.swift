import MeetingKit
import PlaybookLanguage
import Session
import Testing

/// What everybody writes alone and in silence: held until its turn, saved, and not shown.
struct `A line that is written alone` {
  @Test func `is held until the author's turn`() throws {
    hold(
      """
      write> ana: first⏎bo: second⏎nobody's
        ✓ 3 held: Ana 1, Bo 1. 3 in all, saved, not shown.
      write> ana: first⏎bo: second⏎ana: third
        ✓ 1 held: Ana 1. 4 in all, saved, not shown.
      write> 10:02 Bo: fourth⏎10:03 Cy: 👍⏎10:04 Cy: hello
        ✓ 1 held: Bo 1 · 2 left out (hello, reactions, private). 5 in all, saved, not shown.
      write> ?
        · - says “asked, none”, ?? keeps it as an open point.
        · /help lists all commands.
      write> (killed)
      write> /skip
        ? 5 written lines were not said. Add them? [Y/n]
      > n
        ✓ reasons: not talked about, on the list
      close> /back
        · Back to reasons. After it we go on from where we were.
      write> ana: first⏎bo: second⏎nobody's⏎ana: third
        ✓ 4 held: Ana 2, Bo 1. 4 in all, saved, not shown.
      write> 10:02 Bo: fourth⏎10:03 Cy: 👍⏎10:04 Cy: hello
        ✓ 1 held: Bo 1 · 2 left out (hello, reactions, private). 5 in all, saved, not shown.
      write> bo: typed by mistake
        ✓ 1 held: Bo 1. 6 in all, saved, not shown.
      write> /undo
        ✓ Taken back: 1 held line. 5 in all.
      write> /redo
        ✓ Brought back: 1 held line. 6 in all.
      write> /undo
        ✓ Taken back: 1 held line. 5 in all.
      write> /p who pays?
        ✓ P1 who pays? · parked. Still reasons.
      write> /undo
        ✓ Taken back: P1 “who pays?”
      write> ⏎
      Ana [first]> ⏎
        ✓ Ana passes
      Bo [fourth]> something else
        ✓ 2 Bo
      Cy> /undo
        ✓ Taken back: 2 “something else”
      Bo [fourth]> second, and more
        ✓ 3 Bo
      Cy> ⏎
        ✓ Cy passes
      Ana [first]> first
        ✓ 4 Ana
      Bo [fourth]> /undo
        ✓ Taken back: 4 “first”
      Ana [first]> /redo
        ✓ Brought back: 4 “first”
      Bo [fourth]> ⏎
        ✓ Bo passes
      Cy> ⏎
        ✓ Cy passes
      Ana [third]> ⏎
        ? 2 written lines were not said. Add them? [Y/n]
      > n
        ✓ Ana passes
        ✓ 3 in all
      close> /undo
        ✓ Taken back: Ana passing
      Ana [third]> third
        ✓ 5 Ana
      Bo [fourth]> ⏎
        ✓ Bo passes
      Cy> ⏎
        ✓ Cy passes
      Ana> ⏎
        ? 1 written line was not said. Add it? [Y/n]
      > y
        ✓ 6 Bo
      close> /undo
        ✓ Taken back: r6 “fourth”
      Ana> ⏎
        ? 1 written line was not said. Add it? [Y/n]
      > n
        ✓ Ana passes
        ✓ 4 in all
      close>
      """, TestMeeting(try `A list`.round("alone: 5m"), people: "Ana, Bo, Cy").led(by: ""))
  }

  @Test func `survives undoing its reveal`() throws {
    hold(
      """
      write> bo: zebra⏎apple
        ✓ 2 held: Bo 1. 2 in all, saved, not shown.
      write> ⏎
      Ana> /undo
        ✓ Taken back: 1 “apple”
      write> (killed)
      write> ⏎
      Ana> /undo
        ✓ Taken back: 2 “apple”
      write> /redo
        ✓ Brought back: 2 “apple”
      Ana> ⏎
        ✓ Ana passes
      Bo [zebra]> zebra
        ✓ 3 Bo
      Ana>
      """, TestMeeting(try `A list`.round("alone: 5m"), people: "Ana, Bo").led(by: ""))
  }

  @Test func `is offered before an unfinished line ends the round`() throws {
    hold(
      """
      write> bo: never said⏎bo: nor this
        ✓ 2 held: Bo 2. 2 in all, saved, not shown.
      write> ⏎
      Ana> half a..
        ✓ 1 Ana
      Bo [never said]> ⏎
        ✓ Bo passes
      Ana> ⏎
        ✓ Ana passes
      finish 1 [half a ]> half a word
        ✓ 1 half a word
        ? 2 written lines were not said. Add them? [Y/n]
      > (killed)
      reasons> ⏎
        ? 2 written lines were not said. Add them? [Y/n]
      > ⏎
        ✓ 2 to 3 added
      close>
      """, TestMeeting(try `A list`.round("alone: 5m"), people: "Ana, Bo").led(by: ""))
  }

  @Test func `that is silent and anonymous keeps neither order nor author`() throws {
    let after = hold(
      """
      write> bo: zebra
        ✓ held 1
      write> ana: apple⏎cy: mango
        ✓ held 3
      write> ana: apple
        ✓ held 3
      write> ⏎
        | 1 apple
        | 2 mango
        | 3 zebra
      close> /undo
        ✓ Taken back: 3 entries
      write> ⏎
        | 4 apple
        | 5 mango
        | 6 zebra
      close>
      """,
      TestMeeting(try `A list`.round("style: silent\n  anonymous: yes"), people: "Ana, Bo, Cy")
        .led(by: ""))
    #expect(after.state.items.map(\.text) == ["apple", "mango", "zebra"])
    #expect(after.state.items.allSatisfy { $0.by.isEmpty })
  }
}
