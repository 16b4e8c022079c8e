import PlaybookLanguage
import Testing
import Values

struct `Loading playbooks` {
  @Test(arguments: ["example", "every-kind"])
  func `what is well written reads without a word`(_ name: String) throws {
    let fixture = try Fixture(name, in: `Mistakes in playbooks`.folder)
    #expect(fixture.said == "")
  }

  @Test func `the example of the language has its sections, steps and outcomes`() throws {
    let fixture = try Fixture("example", in: `Mistakes in playbooks`.folder)
    let playbook = try #require(fixture.load().playbook)
    #expect(
      outline(playbook) == """
        opening.welcome(4 min): opening.aim
        scene(6 min): goal finish scene:3
        causes(26 min): reasons themes more dots causes:5
        follow(16 min): follow:1{rating follow:1.2 prevention} follow:2 follow:3
        closing.close(8 min): \
        closing.close:1{closing.close:1.1 closing.support closing.amended closing.close:1.4}
        agreement risk action
        """)
  }

  @Test(arguments: ["example", "every-kind"])
  func `a pinned body gives the same playbook without any file`(_ name: String) throws {
    let fixture = try Fixture(name, in: `Mistakes in playbooks`.folder)
    let playbook = try #require(fixture.load().playbook)
    let bytes = Array(playbook.body.encoded().utf8)
    let body = try JSONValue(parsing: bytes)
    let (again, diagnostics) = PlaybookLoader.load(body: body)
    #expect(diagnostics == [])
    #expect(shape(try #require(again)) == shape(playbook))
    #expect(again?.body == playbook.body)
  }

  @Test func `what its parts make too large for a session is refused before one begins`() {
    let part =
      "huddle: 1\nid: fat\ntitle: Fat\nsteps:\n"
      + (1...9).map { "  - say: \(String(repeating: "word \($0) ", count: 5_000))\n" }.joined()
    let uses = (1...3).map { "      - {use: common/fat, as: u\($0)}\n" }.joined()
    let text =
      "huddle: 1\nid: big\nversion: 1.0.0\ntitle: Big\nsections:\n  - id: s\n"
      + "    title: S\n    steps:\n      - {ask: Why?, id: why}\n"
    func load(_ text: String) -> (Playbook?, [Diagnostic]) {
      PlaybookLoader.load(text: text, file: "big.yaml") { _ in (Array(part.utf8), "fat.yaml") }
    }
    #expect(load(text + String(uses.prefix(34))).0 != nil)
    let (playbook, diagnostics) = load(text + uses)
    #expect(playbook == nil)
    #expect(diagnostics.map(\.rule.code) == ["P002"])
    #expect(diagnostics.first?.message.contains("a session takes 512") == true)
  }

  @Test func `a part's names live under its last word, and its givens are filled`() throws {
    let fixture = try Fixture("example", in: `Mistakes in playbooks`.folder)
    let playbook = try #require(fixture.load().playbook)
    let given = try #require(playbook.givens.last)
    #expect(given.name == "closing.proposal")
    #expect(given.value.content == .prose([.text("We go ahead with these changes.")]))
    let support = try #require(playbook.questions.first { $0.id == "closing.support" })
    #expect(support.prompt.expressions.map(\.source) == ["round.put"])
    #expect(support.loops == ["round"])
  }

  @Test(
    arguments: [
      ("goal", "text"), ("finish", "date"), ("reasons", "list"), ("themes", "group"),
      ("more", "list t"), ("dots", "vote"), ("rating", "matrix risk"),
      ("prevention", "table risk"), ("prevention.due", "date risk"),
    ])
  func `questions have their kind and the loops around them`(_ id: String, _ expected: String)
    throws
  {
    let fixture = try Fixture("example", in: `Mistakes in playbooks`.folder)
    let playbook = try #require(fixture.load().playbook)
    let cells = playbook.questions.flatMap(\.columns).compactMap { column -> Question? in
      if case .asked(let cell) = column.cell { cell } else { nil }
    }
    let question = try #require((playbook.questions + cells).first { $0.id == id })
    #expect(([question.kind.rawValue] + question.loops).joined(separator: " ") == expected)
  }

  @Test func `a variant leaves out, replaces whole fields and adds`() throws {
    let playbook = try #require(
      load(
        """
        huddle: 1
        id: quick
        extends: base
        title: Quick
        given: {serious: 4}
        remove: [second]
        change:
          first: {ask: Anew?, kind: note}
        add:
          - after: first
            steps:
              - say: "{serious} {loud}"
          - after: start
            steps:
              - say: The end.
        """,
        parts: [
          "base": """
          huddle: 1
          id: base
          title: Base
          given: {serious: 6, loud: 9}
          sections:
            - id: start
              title: Start
              steps:
                - ask: First?
                  id: first
                  required: yes
                - ask: Second?
                  id: second
                - say: "{first} {second}"
          """
        ]))
    #expect(outline(playbook) == "start: first start:2 second start:4 start:5\n")
    #expect(playbook.questions[0].kind == .note)
    #expect(playbook.questions[0].isRequired)
    #expect(playbook.sections[0].steps[2].condition?.source == "no")
    #expect(playbook.givens.map { "\($0.value.content)".contains("4") } == [true, false])
  }

  @Test func `a part sees only its own names`() {
    let (playbook, diagnostics) = loading(
      """
      huddle: 1
      id: whole
      title: Whole
      sections:
        - id: start
          title: Start
          steps:
            - ask: Goal?
              id: goal
            - use: part
              as: inner
            - say: "{goal} {inner.seen} {last_time.inner.seen} {last_time.goal}"
      """,
      parts: [
        "part": """
        huddle: 1
        steps:
          - ask: Seen?
            id: seen
          - say: "{goal} {seen} {last_time.seen} {today}"
        """
      ])
    #expect(playbook == nil)
    #expect(
      diagnostics.map { "\($0.span.file):\($0.span.line) \($0.message)" }
        == ["part:5 'inner.goal' is not something we ask"])
  }

  @Test func `what is not answered in a loop by name is read through its item`() {
    let (_, diagnostics) = loading(
      """
      huddle: 1
      id: whole
      title: Whole
      sections:
        - id: start
          title: Start
          steps:
            - ask: Risks?
              id: risks
              kind: list
            - each: r in risks
              steps:
                - ask: How bad?
                  id: impact
                  kind: number
                  check: impact > 0
                - say: Bad.
                  if: impact > 3
      """)
    #expect(diagnostics.map(\.label) == ["did you mean r.impact?"])
  }
}

// MARK: - Help

extension Fixture {
  func load() -> (playbook: Playbook?, diagnostics: [Diagnostic]) {
    let (playbook, diagnostics) = PlaybookLoader.load(text: text, file: name) { part(named: $0) }
    return (playbook, diagnostics)
  }
}

func loading(
  _ text: String, parts: [String: String] = [:]
) -> (playbook: Playbook?, diagnostics: [Diagnostic]) {
  PlaybookLoader.load(text: text, file: "whole") { name in
    parts[name].map { (bytes: Array($0.utf8), file: name) }
  }
}

func load(_ text: String, parts: [String: String] = [:]) -> Playbook? {
  let (playbook, diagnostics) = loading(text, parts: parts)
  let problems = diagnostics.filter { $0.severity == .error }
  if !problems.isEmpty { Issue.record("\(problems.map(\.message))") }
  return playbook
}

/// Sections with the ids of their steps, then the kinds of outcome.
func outline(_ playbook: Playbook) -> String {
  func names(_ steps: [Step]) -> String {
    steps.map { step in
      switch step.action {
      case .group(let inner): step.id + "{\(names(inner))}"
      case .repeated(let loop): step.id + "{\(names(loop.steps))}"
      default: step.id
      }
    }.joined(separator: " ")
  }
  let sections = playbook.sections.map { section in
    let time = section.time.map { "(\($0.display))" } ?? ""
    return "\(section.id)\(time): \(names(section.steps))\n"
  }
  return sections.joined() + playbook.outcomes.map(\.kind.rawValue).joined(separator: " ")
}

/// Everything that a playbook says, without the places where it says it.
func shape(_ playbook: Playbook) -> String {
  var bare = playbook
  bare.source = nil
  let text = String(describing: bare)
  var result = ""
  var rest = text[...]
  while let start = rest.firstRange(of: "SourceSpan(") {
    result += rest[..<start.lowerBound]
    rest = rest[start.upperBound...]
    rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
  }
  return result + rest
}
