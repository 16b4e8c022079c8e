import Documents
import Session
import Testing
import Values

/// What a record of MADR says of a decision, and of whom.
@Suite struct DecisionRecordTests {
  private static let playbook = """
    huddle: 1
    id: choice
    version: 1.0.0
    title: Choice
    summary: Choose one.
    sections:
      - id: all
        title: All
        steps:
          - ask: What do we decide?
            id: question
          - ask: Who decides?
            id: decider
            kind: person
          - ask: Or in words?
            id: deciders
          - ask: Who was heard?
            id: heard
            kind: people
          - ask: Who is told?
            id: told
            kind: list
          - ask: Which options?
            id: options
            kind: list
          - each: o in options
            steps:
              - ask: Good?
                id: good
                kind: list
              - ask: Bad?
                id: bad
                kind: list
          - ask: Which?
            id: chosen
            kind: choice
            of: options
          - ask: Because?
            id: because
    outcomes:
      - decision: "Store: {either(chosen, 'none yet')}"
        id: taken
        question: question
        by: either(decider, deciders)
        consulted: if(heard.count > 0, heard, blank)
        informed: told
        options: options
        pros: options.map(o, o.good)
        cons: options.map(o, o.bad)
        chosen: chosen
        because: because
    """

  fileprivate struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let says: [String]
    let isSilentOn: [String]
    let steps: @Sendable (inout SampleMeeting) -> Void

    init(
      _ testDescription: String, _ says: [String], not isSilentOn: [String] = [],
      _ steps: @escaping @Sendable (inout SampleMeeting) -> Void
    ) {
      self.testDescription = testDescription
      self.says = says
      self.isSilentOn = isSilentOn
      self.steps = steps
    }
  }

  private static let cases = [
    Case(
      "nothing but the choice",
      [
        "decision-makers: []\nconsulted: [\"Bo\", \"Bob Ray\", \"Cy\"]\n---\n",
        "Chosen option: “Store: none yet”.",
      ],
      not: ["## Considered", "## Pros", "## Decision Drivers", "informed", "because"]
    ) { _ in },
    Case(
      "a name within another name is somebody else",
      ["decision-makers: [\"Bob Ray\"]\nconsulted: [\"Bo\", \"Cy\"]\n"]
    ) { $0.answer("decider", "p2") },
    Case(
      "names of the room in words are people, other words are as they were said",
      ["decision-makers: [\"Bo\", \"Cy\"]\nconsulted: [\"Bob Ray\"]\n"]
    ) { $0.answer("deciders", "Bo and Cy") },
    Case("a board", ["decision-makers: [\"Bo and the board\"]\n"]) {
      $0.answer("deciders", "Bo and the board")
    },
    Case(
      "who was heard and who is told are no others",
      ["consulted: [\"Cy\"]\ninformed: [\"Support\", \"Legal\"]\n---"]
    ) {
      $0.answer("decider", "p1")
      $0.answer("heard", ["p1", "p3"])
      $0.items("told", [.init(id: "t1", text: "Support"), .init(id: "t2", text: "Legal")])
    },
    Case(
      "a question, its options and what is said of each",
      [
        "## Context and Problem Statement\n\nWhere do we keep it?\n\n## Considered Options\n\n* At home\n"
          + "* Away\n\n## Decision Outcome\n\nChosen option: “Away”, because: It is cheap.\n\n",
        "### At home\n\n* Good, because £900 a month\n* Bad, because: Nobody is there\n\n## More",
        "## More Information\n\nChurn offers, Tue 24 Nov 2026",
      ]
    ) {
      $0.answer("question", "Where do we keep it?")
      $0.items("options", [.init(id: "o1", text: "At home"), .init(id: "o2", text: "Away")])
      $0.items("good@o1", [.init(id: "g1", text: "£900 a month")])
      $0.items("bad@o1", [.init(id: "b1", text: "Nobody is there")])
      $0.answer("chosen", "o2")
      $0.answer("because", "It is cheap.")
    },
    Case("what else there was", ["## Considered Options\n\n* Store: none yet\n* At home\n"]) {
      $0.items("options", [.init(id: "o1", text: "At home")])
    },
    Case("a reason that goes on with the sentence", ["”, because break-even is unproven.\n"]) {
      $0.answer("because", "break-even is unproven")
    },
  ]

  @Test(arguments: cases)
  fileprivate func `a record says what was captured, and nothing that was not`(_ example: Case)
    throws
  {
    var meeting = try SampleMeeting(playbook: SamplePlaybook.load(Self.playbook))
    for (id, name) in [("p1", "Bo"), ("p2", "Bob Ray"), ("p3", "Cy")] { meeting.join(id, name) }
    example.steps(&meeting)
    let file = try #require(meeting.exporter.files(formats: [.madr]).first)
    #expect(file.name == "decision-taken.madr.md")
    for words in example.says { #expect(file.text.contains(words), "\(file.text)") }
    for words in example.isSilentOn { #expect(!file.text.contains(words), "\(file.text)") }
  }
}
