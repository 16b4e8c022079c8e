import MeetingKit
import PlaybookLanguage
import Session
import Testing

struct `A list` {
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
      risks> the bank slips
      risks> bo: too dear
      risks> zed: late
      risks> 1. numbered
      risks> 2
      risks> 99
      risks> =1
      risks> bo =1
      risks> - a⏎* b⏎
      > x
      > n
      risks> - a⏎- b
      > ⏎
      risks> one more
      risks> /drop 2
      risks> /undo
      risks> /edit 1
      r1 [the bank slips]> the bank is late
      risks> /edit 9
      risks> /drop 9
      risks> /merge 3 1
      risks> /merge 3 1
      risks> /merge 1 1
      risks> /dispute 1 bo: it was early
      risks> /dispute 1 it was early
      risks> /dispute x
      risks> /show bank
      risks> /show 1
      risks> /show zz
      risks> /undo
      risks> ⏎
      close> /undo
      risks> /p logo
      risks> /merge P1 1
      risks>
      """, TestMeeting(playbook, people: "Ana, Bo"))
  }

  @Test func `of everyone goes round until all have passed`() throws {
    hold(
      """
      Bo> one
      Cy> ⏎
      Ana> cy: out of turn
      Ana> two
      Bo> =1
      Bo> =2
      Bo> =77
      Bo> 1
      Bo> cy =1
      Bo> half a..
      Cy> -
      Ana> /away bo
      Ana> ⏎
      Cy> /join bo
      Cy> ⏎
      Bo> ⏎
      finish 4 [half a]> half a word
      close> /back
      Cy> late
      Ana> ⏎
      Bo> ⏎
      Cy> ⏎
      close>
      """, TestMeeting(try Self.round(""), people: "Ana, Bo, Cy").led(by: "bo"))
  }

  @Test func `loses no words when the last one who has not passed leaves`() throws {
    hold(
      """
      Ana> one
      Bo> ⏎
      Ana> ⏎
      Cy> /leave cy
      reasons> and this
      Ana> ⏎
      Bo> ⏎
      close>
      """, TestMeeting(try Self.round(""), people: "Ana, Bo, Cy").led(by: ""))
  }

  @Test func `needs as many as it asks for before the round ends`() throws {
    hold(
      """
      Ana> ⏎
      Ana> -
      Ana> /leave ana
      reasons> ⏎
      reasons> one
      reasons> ⏎
      close>
      """, TestMeeting(try Self.round("min: 1"), people: "Ana").led(by: ""))
  }

  @Test func `written alone is held until the author's turn`() throws {
    hold(
      """
      write> ana: first⏎bo: second⏎nobody's
      write> ana: first⏎bo: second⏎ana: third
      write> 10:02 Bo: fourth⏎10:03 Cy: 👍⏎10:04 Cy: hello
      write> ?
      write> (killed)
      write> /undo
      write> ⏎
      Ana [first]> ⏎
      Bo [second]> second, and more
      Cy> /undo
      Bo [fourth]> something else
      Cy> ⏎
      Ana [first]> first
      Bo [fourth]> ⏎
      Cy> ⏎
      Ana [third]> ⏎
      > n
      close>
      """, TestMeeting(try Self.round("alone: 5m"), people: "Ana, Bo, Cy").led(by: ""))
  }

  @Test func `written alone survives undoing its reveal`() throws {
    hold(
      """
      write> bo: zebra⏎apple
      write> ⏎
      Ana> /undo
      write> (killed)
      write> ⏎
      Ana> /undo
      write> /redo
      Ana> ⏎
      Bo [zebra]> zebra
      Ana>
      """, TestMeeting(try Self.round("alone: 5m"), people: "Ana, Bo").led(by: ""))
  }

  @Test func `that is silent and anonymous keeps neither order nor author`() throws {
    let after = hold(
      """
      write> bo: zebra
      write> ana: apple⏎cy: mango
      write> ana: apple
      write> ⏎
      close> /undo
      write> ⏎
      close>
      """,
      TestMeeting(try Self.round("style: silent\n  anonymous: yes"), people: "Ana, Bo, Cy")
        .led(by: ""))
    #expect(after.state.items.map(\.text) == ["apple", "mango", "zebra"])
    #expect(after.state.items.allSatisfy { $0.by.isEmpty })
  }

  private static func round(_ fields: String) throws -> Playbook {
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
