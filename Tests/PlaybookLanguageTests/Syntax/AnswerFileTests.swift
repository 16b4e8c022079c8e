import PlaybookLanguage
import Testing
import Values

struct `Reading answer files` {
  private func read(_ text: String) throws -> (AnswerFile?, [Diagnostic]) {
    let fixture = try Fixture("example", in: `Mistakes in playbooks`.folder)
    let playbook = try #require(fixture.load().playbook)
    return AnswerFile.read(Array(text.utf8), file: "answers.yaml", for: playbook)
  }

  @Test func `a map gives the room and its answers in order`() throws {
    let (file, diagnostics) = try read(
      """
      project: Apollo
      people: [Ana, Bo, Cy]
      lead: Ana
      goal: Replace billing by May
      rating: [{likelihood: 3, impact: 2}, ~]
      opening.aim: A list of what we change
      """)
    #expect(diagnostics == [])
    guard case .answers(let answers)? = file else { throw Missing() }
    #expect(answers.project == "Apollo")
    #expect(answers.people == ["Ana", "Bo", "Cy"])
    #expect(answers.roles == ["lead": ["Ana"]])
    #expect(answers.answers.map(\.id) == ["goal", "rating", "opening.aim"])
    #expect(
      answers["rating"]?.json.encoded() == #"[{"likelihood":"3","impact":"2"},null]"#)
  }

  @Test(
    arguments: [
      "Replace billing by May\n\n- one\n- two\n/wrap\n", "/help", "yes\nno: really\n", "{a: b\n",
      "12\n",
    ])
  func `anything else is typed lines`(_ text: String) throws {
    let (file, diagnostics) = try read(text)
    #expect(diagnostics == [])
    let lines = text.hasSuffix("\n") ? String(text.dropLast()) : text
    #expect(
      file
        == .typedLines(
          lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
  }

  @Test(
    arguments: [
      ("gaol: x", "1:1 the playbook has no question 'gaol' did you mean 'goal'?"),
      ("aim: x", "1:1 the playbook has no question 'aim' did you mean 'opening.aim'?"),
      ("people: [Ana]\nlead: Ann", "2:7 Ann is not among the people did you mean Ana?"),
      ("people: {Ana: 1}", "1:9 'people' takes a list of names"),
      ("goal: he said: go", "1:14 a colon and a space inside a text start a new field for YAML"),
    ])
  func `mistakes are named with their place`(_ text: String, _ expected: String) throws {
    let (file, diagnostics) = try read(text)
    #expect(file == nil)
    let first = try #require(diagnostics.first)
    let label = first.label.map { " " + $0 } ?? ""
    #expect("\(first.span.line):\(first.span.column) \(first.message)\(label)" == expected)
  }

  private struct Missing: Error {}
}
