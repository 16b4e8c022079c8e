import MeetingKit
import Testing

struct `Duties` {
  private static func meeting(_ fields: String) throws -> TestMeeting {
    TestMeeting(
      try TestPlaybook.steps("- ask: Who does what?\n  id: duties\n  kind: raci\n\(fields)"),
      people: "Dan, Rosa Lund, Finn, Leah, Eve")
  }

  @Test func `are one line a task, with what is odd about it at once`() throws {
    let after = hold(
      """
      Label data> R dan A rosa C finn,leah
        ✓ Label data · R Dan · A Rosa Lund · C Finn, Leah
      Train> a rosa dan
        ✓ Train · A Rosa Lund, Dan
        ! “Train”: Rosa Lund and Dan are accountable; one person answers for it
        ! “Train”: nobody is responsible
      Deploy> train: A Rosa R dan
        ✓ Train · R Dan · A Rosa Lund
      Deploy> R leha
        ✗ Nobody here is “leha”. Did you mean Leah?
        [R Leah]
      Deploy> R Legal A rosa C dan leah finn eve
        ? Nobody here is “Legal”. Keep that all the same? [y/N]
      > y
        ✓ Deploy · R Legal · A Rosa Lund · C Dan, Leah, Finn, Eve
      duties> 3: C dan
        ✓ Deploy · R Legal · A Rosa Lund · C Dan
      duties> Tell people: A/R eve
        ? “Tell people” is not among the tasks. Add it? [y/N]
      > y
        ✓ Tell people · R Eve · A Eve
      duties> dan
        ✗ Which task? Label data: dan
        [dan]
      duties> /edit d2
      d2 [R Dan A Rosa Lund]> A finn
        ✓ Train · A Finn
        ! “Train”: nobody is responsible
      duties> ⏎
        # Label data: Dan R, Rosa Lund A, Finn C, Leah C
        # Train: Finn A
        # Deploy: Dan C, Rosa Lund A, Legal R
        # Tell people: Eve RA
      close>
      """, try Self.meeting("  rows: [Label data, Train, Deploy]"))
    #expect(after.text("{duties.map(d, d.accountable)}") == "Rosa Lund, Finn, Rosa Lund and Eve")
    #expect(
      after.text("{duties.first.consulted}; {duties[3].responsible}") == "Finn and Leah; Legal")
    #expect(
      after.text("{outcomes.warnings.join('; ')}") == "“Train”: nobody is responsible")
  }

  @Test(arguments: [
    (
      ["R dan A rosa", "R dan A rosa", "R finn A leah"],
      ["Eve is in no row", "Rosa Lund is accountable for 2 of 3: over half of all"]
    ),
    (
      ["R dan", "C dan, rosa, finn, leah A eve R eve"],
      [
        "“One”: nobody is accountable", "“Two”: 4 are consulted; more than three slow it down",
        "“Three”: nobody has a part in it yet",
      ]
    ),
  ])
  func `say what is odd about the whole`(_ lines: [String], _ flaws: [String]) throws {
    var meeting = try Self.meeting("  rows: [One, Two, Three]")
    meeting.type(lines: lines)
    #expect(meeting.text("{outcomes.warnings.join('|')}") == flaws.joined(separator: "|"))
  }

  @Test func `may be of a list, among roles that another list names`() throws {
    let playbook = try TestPlaybook.steps(
      """
      - ask: Tasks?
        id: tasks
        kind: list
      - ask: Roles?
        id: jobs
        kind: list
      - ask: Who?
        id: duties
        kind: raci
        of: tasks
        across: jobs
      """)
    var meeting = TestMeeting(playbook, people: "Ana")
    meeting.type(lines: [
      "label", "train", "", "Data Science", "Legal", "", "R data A legal", "A legal R legal",
    ])
    #expect(
      meeting.text("{duties.map(d, d.accountable.first)}; {duties.first.task}")
        == "Legal and Legal; label")
    meeting.type(lines: ["/drop ta1"])
    #expect(meeting.text("{duties.count} {duties.first.item}") == "1 train")
  }
}
