import PlaybookLanguage
import Testing
import Values

struct `Drawing diagnostics` {
  private func draw(
    _ source: String, column: Int, length: Int, label: String? = nil
  ) -> String {
    let rule = DiagnosticRule("P999", "example")
    let span = SourceSpan(file: "f.yaml", line: 1, column: column, length: length)
    let diagnostic = Diagnostic(rule, at: span, "it is wrong", label: label, notes: ["mend it"])
    return DiagnosticRenderer(sources: ["f.yaml": source]).text([diagnostic])
  }

  @Test(
    arguments: [
      ("say: abc", 6, 3, "1 | say: abc\n  |      ^~~ here"),
      ("日本: abc", 5, 3, "1 | 日本: abc\n  |       ^~~ here"),
      ("é: 日本", 4, 2, "1 | é: 日本\n  |    ^~~~ here"),
      ("say:\tx", 6, 1, "1 | say: x\n  |      ^ here"),
      ("", 1, 1, "1 | \n  | ^ here"),
      ("abc", 99, 5, "1 | abc\n  |    ^ here"),
      ("a\u{1B}[2Jb", 1, 1, "1 | a␛[2Jb\n  | ^ here"),
    ])
  func `the caret stands below what is meant`(
    _ source: String, _ column: Int, _ length: Int, _ expected: String
  ) {
    let drawn = draw(source, column: column, length: length, label: "here")
    #expect(drawn == "f.yaml:1:\(column): error[P999]: it is wrong\n\(expected)\n  = mend it\n")
  }

  @Test func `a long line is cut around the caret`() {
    let line = String(repeating: "x", count: 300) + "HERE" + String(repeating: "y", count: 300)
    let drawn = draw(line, column: 301, length: 4).split(separator: "\n")
    #expect(drawn[1].hasPrefix("1 | …xxx") && drawn[1].contains("xHEREy") && drawn[1].count < 110)
    #expect(
      drawn[2].count
        == drawn[1].firstRange(of: "HERE").map {
          drawn[1].distance(from: drawn[1].startIndex, to: $0.upperBound)
        })
  }

  @Test func `editors get the same as JSON`() throws {
    let rule = DiagnosticRule("P999", "example", .warning)
    let span = SourceSpan(file: "f", line: 2, column: 3, length: 4)
    let json = Diagnostic(rule, at: span, "it is wrong", notes: ["mend it"]).json
    #expect(
      json.encoded() == """
        {"file":"f","line":2,"column":3,"length":4,"severity":"warning","code":"P999",\
        "rule":"example","message":"it is wrong","label":null,"notes":["mend it"]}
        """)
  }
}
