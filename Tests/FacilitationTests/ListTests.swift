import MeetingKit
import PlaybookLanguage
import Session
import Testing
import Values

struct `A list` {
  @Test func `takes a Markdown table as an entry a row`() throws {
    hold(
      """
      risks> | Risk | Who |⏎|---|---|⏎| **Data** late | Bo |⏎| No staff | |
        ? 2 lines, as that many entries? o makes one of them. [Y/n]
      > ⏎
        ✓ 1 to 2 added
      risks> /drop 1
        ✓ 1 “Data late · Bo” is taken out. /undo brings it back.
      risks> ⏎
      close>
      """,
      TestMeeting(
        try TestPlaybook.steps("- ask: Risks?\n  id: risks\n  kind: list"), people: "Ana, Bo"))
  }

  @Test func `of things that are asked about one by one takes several names on a line`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Teams?
        id: teams
        kind: list
      - ask: "{team}, done?"
        each: team in teams
        id: done
      """)
    hold(
      """
      teams> Frontend, Payments; Data science
        ? 3 entries: Frontend · Payments · Data science? [Y/n]
      > ⏎
        ✓ 1 to 3 added
      teams> Sales, Ltd
        ? 2 entries: Sales · Ltd? [Y/n]
      > n
        ✓ 4
      teams> all those who were asked, and did not come to the meeting
        ✓ 5
      teams>
      """, TestMeeting(playbook, people: "Ana, Bo"))
  }

  @Test func `keeps words with two question marks, a name and a day as an open point`() throws {
    hold(
      """
      items> how many contracts are unmapped ?? ana fri
        ✓ O1 Ana: how many contracts are unmapped · by Fri 27 Nov 2026
      items> - and the price ??
        ✓ O2 and the price
      items> who pays ?? anna
        ? Nobody here is “anna”: did you mean Ana? [Y/n]
      > y
        ✓ O3 Ana: who pays
      items> really ?? who says that
        ✓ 1
      items> ⏎
      close>
      """,
      TestMeeting(
        try TestPlaybook.steps("- {ask: Items?, id: items, kind: list}"), people: "Ana, Bo"))
  }

  @Test func `takes lines, bullets and pastes`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Risks?
        id: risks
        kind: list
        min: 1
        max: 6
      """)
    hold(
      """
      risks> ⏎
        ✗ At least 1 needed here. Nobody knows? “?? name day” keeps it open.
      risks> the bank slips
        ✓ 1
      risks> bo: too dear
        ✓ 2 Bo
      risks> zed: late
        ✓ 3
      risks> 1. numbered
        ✓ 4
      risks> 2
        · 2 is “too dear”. To change it: /edit 2, /drop 2.
      risks> 99
        ✓ 5
      risks> =1
        ✗ Who says 1 too? A name before it: Bo =1.
        [=1]
      risks> bo =1
        ✓ 1 said by Bo.
      risks> - a⏎* b⏎
        ? 2 lines, as that many entries? o makes one of them. [Y/n]
      > x
        ✗ Enter takes them, a number leaves one out or takes it in, l lists, o makes one entry of all, n puts them into the line.
        ? 2 lines, as that many entries? o makes one of them. [Y/n]
      > n
        [- a
      * b
      ]
      risks> - a⏎- b
        ? 2 lines, as that many entries? o makes one of them. [Y/n]
      > ⏎
        ✗ At most 6 here.
        [a
      b]
      risks> one more
        ✓ 6
      risks> /drop 2
        ✓ 2 “too dear” is taken out. /undo brings it back.
      risks> /undo
        ✓ Taken back: the removal of 2
      risks> /edit 1
      1 [the bank slips]> the bank is late
        ✓ 1 the bank slips → the bank is late
      risks> /edit 9
        ✗ There is no entry “9”: /edit 6 or /edit r6; /show WORDS finds others.
        [/edit 9]
      risks> /drop 9
        ✗ There is no entry “9”: /drop 6 or /drop r6; /show WORDS finds others.
        [/drop 9]
      risks> /drop 4, 5
        ✓ 4 “numbered” and 5 “99” are taken out. /undo brings them back.
      risks> /undo
        ✓ Taken back: the removal of 4 and 5
      risks> /merge 3 1
        ✓ 3 is part of 1 the bank is late now.
      risks> /merge 3 1
        ✗ “3” is part of 1 now.
        [/merge 3 1]
      risks> /merge 1 1
        ✗ Two entries that are the same: /merge 7 3 keeps 3.
        [/merge 1 1]
      risks> /dispute 1 bo: it was early
        ✓ 1 disputed by Bo: it was early
      settled by> /dispute 1 it was early
        ✗ Who doubts it? /dispute 1 dee: it was early
        [/dispute 1 it was early]
      settled by> /dispute 77 bo: it was early
        ✗ There is no entry “77”: /dispute 6 dee: … or /dispute r6 dee: …; /show WORDS finds others.
        [/dispute 77 bo: it was early]
      settled by> /dispute x
        ✗ Which entry, who, and why? /dispute 1 dee: spec was late
      settled by> /show bank
        | r1 the bank is late  (Bo), disputed by Bo: it was early · 10:00
      settled by> /show 1
        | r1 the bank is late  (Bo), disputed by Bo: it was early · 10:00
      settled by> /show zz
      settled by> /undo
        ✓ Taken back: the change of 1
      risks> ⏎
      close> /undo
        ✓ Taken back: risks finished
      risks> /p logo
        ✓ P1 logo · parked. Still risks.
      risks> /merge P1 1
        ✗ P1 and r1 are of different lists, so they cannot be the same.
      risks>
      """, TestMeeting(playbook, people: "Ana, Bo"))
  }

  @Test func `of everyone goes round until all have passed`() throws {
    hold(
      """
      Bo> one
        ✓ 1 Bo
      Ana> ⏎
        ✓ Ana passes
      Cy> cy: out of turn
        ✓ 2 Cy
      Bo> two
        ✓ 3 Bo
      Ana> =1
        ✓ 1 said by Bo and Ana. Ana, another?
      Ana> =2
        ✓ 2 said by Cy and Ana. Ana, another?
      Ana> =77
        ✗ There is no 77 here that somebody could say too.
        [=77]
      Ana> 1
        · 1 is “one”. To change it: /edit 1, /drop 1.
      Ana> cy =1
        ✓ 1 said by Bo, Ana and Cy.
      Ana> half a..
        ✓ 4 Ana
      Cy> -
        ✓ Cy: asked, none
      Bo> /away bo
        ✓ Bo is away; rounds and votes skip them.
      Ana> ⏎
        ✓ Ana passes
      finish 4 [half a ]> /join bo
        ✓ Bo is here.
      Bo> ⏎
        ✓ Bo passes
      finish 4 [half a ]> ⏎
        ✓ 4 half a
      close> half a word
        ✗ Enter closes the meeting. To keep these words, type /note before them.
        [/note half a word]
      close> /back
        · Back to reasons. After it we go on from where we were.
      Ana> late
        ✓ 5 Ana
      Bo> ⏎
        ✓ Bo passes
      Ana> ⏎
        ✓ Ana passes
        ✓ 5 in all
      close> ⏎
      close>
      """, TestMeeting(try Self.round(""), people: "Ana, Bo, Cy").led(by: "bo"))
  }

  @Test func `of everyone notes who has nothing out of turn, and the turn stays`() throws {
    let after = hold(
      """
      Ana> cy: -
        ✓ Cy: asked, none, out of turn. Still Ana.
      Ana> one
        ✓ 1 Ana
      Bo> bo: -
        ✓ Bo: asked, none
      Ana> two
        ✓ 2 Ana
      Ana> cy: three after all
        ✓ 3 Cy, out of turn. Still Ana.
      Ana> cy: four⏎bo: –
        ? 2 lines: 1 entry (Cy 1), 1 left out (hello, reactions, private)? Numbers take in or out, l lists. [Y/n]
      > ⏎
        ✓ 4 Cy
      Ana> ⏎
        ✓ Ana passes
        ✓ 4 in all
      close>
      """, TestMeeting(try Self.round(""), people: "Ana, Bo, Cy").led(by: "ana"))
    #expect(after.state.liveItems(in: Address("reasons")).map(\.text).contains("-") == false)
    let none = Address("reasons", person: "p2")
    #expect(after.state.answers[none]?.why == "asked, none")
  }

  @Test func `loses no words when the last one who has not passed leaves`() throws {
    hold(
      """
      Ana> one
        ✓ 1 Ana
      Bo> ⏎
        ✓ Bo passes
      Cy> three
        ✓ 2 Cy
      Ana> ⏎
        ✓ Ana passes
      Bo> ⏎
        ✓ Bo passes
      Cy> /leave cy
        ✓ Cy has left.
      reasons> and this
        ✓ 3
      reasons> ⏎
        ✓ 3 in all
      close> ⏎
      close>
      """, TestMeeting(try Self.round(""), people: "Ana, Bo, Cy").led(by: ""))
  }

  @Test func `needs as many as it asks for before the round ends`() throws {
    hold(
      """
      Ana> ⏎
        ✗ At least 1 needed before the round can end.
      Ana> -
        ✗ At least 1 needed before the round can end.
      Ana> /leave ana
        ✓ Ana has left.
      reasons> ⏎
        ✗ At least 1 needed before the round can end.
      reasons> one
        ✓ 1
      reasons> ⏎
        ✓ 1 in all
      close>
      """, TestMeeting(try Self.round("min: 1"), people: "Ana").led(by: ""))
  }

  static func round(_ fields: String) throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Reasons?
        id: reasons
        kind: list
        from: everyone
        starts: lead
        \(fields)
      """, top: "roles: {lead: person}")
  }
}
