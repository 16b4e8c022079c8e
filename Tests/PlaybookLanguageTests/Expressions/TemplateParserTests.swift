import PlaybookLanguage
import Testing

struct `Reading templates and loops` {
  @Test(
    arguments: Example.table(
      """
      Hello → "Hello"
      It is {finish + months(3)}. → "It is " (+ finish (months 3)) "."
      {a}{b} → a b
      “{goal}” has failed → "“" goal "” has failed"
      a {{ b → "a { b"
      {{x} → "{x}"
      a } b → "a } b"
      {either(x, '}')} → (either x '}')
      { a } → a
      = a + 1 → (+ a 1)
      =a → a
      a = b → "a = b"
      """))
  func `prose and holes are told apart`(_ example: Example) {
    var diagnostics: [Diagnostic] = []
    let template = TemplateParser.parse(SourceText(example.source), reporting: &diagnostics)
    #expect(diagnostics.isEmpty)
    #expect(template.map(shape) == example.expected)
  }

  private func shape(_ template: Template) -> String {
    switch template.content {
    case .formula(let expression): expression.shape
    case .constant(let value): value.shape
    case .prose(let segments):
      segments.map { segment in
        switch segment {
        case .text(let text): "\"\(text)\""
        case .hole(let expression): expression.shape
        }
      }.joined(separator: " ")
    }
  }

  @Test(
    arguments: Example.table(
      """
      Hello 1️⃣{goal → P210 this hole is not closed [its '}' is missing]
      Hello 1️⃣{} → P211 there is nothing between the braces
      a 1️⃣{ } b → P211 there is nothing between the braces
      {a 1️⃣&& b} → P204 '&&' is not a word of this language [write and]
      {a1️⃣{b}} → P202 a hole does not stand in another hole
      {1️⃣'s} and {b} → P205 this text is not closed [add another ' after the text]
      {a1️⃣'s turn} and b's {c} → P205 this text is not closed [add another ' after the text]
      = a + 1️⃣{b} → P202 after '=' the whole is an expression and takes no braces
      1️⃣{{goal}} → P213 doubled braces print a brace [write {goal} to fill in its value]
      """))
  func `a mistaken hole is explained where it stands`(_ example: Example) {
    let marked = MarkedText(example.source)
    var diagnostics: [Diagnostic] = []
    _ = TemplateParser.parse(SourceText(marked.text), reporting: &diagnostics)
    #expect(marked.summary(diagnostics) == example.expected)
  }

  @Test func `every mistaken hole is reported`() {
    var diagnostics: [Diagnostic] = []
    let source = SourceText("{a &&} {b} {c ||} {}")
    #expect(TemplateParser.parse(source, reporting: &diagnostics) == nil)
    #expect(diagnostics.map(\.span.column) == [4, 15, 19])
  }

  @Test(
    arguments: Example.table(
      """
      r in worst → r: worst
      r in worst, p in r.plan → r: worst; p: (.plan r)
      r in worst.sort(x, -x.score) → r: (.sort worst x (neg (.score x)))
      n in [1, 2] → n: [1 2]
      """))
  func `a loop names its items and lists`(_ example: Example) {
    var diagnostics: [Diagnostic] = []
    let clauses = EachParser.parse(SourceText(example.source), reporting: &diagnostics) ?? []
    #expect(diagnostics.isEmpty)
    let shape = clauses.map { "\($0.variable): \($0.list.shape)" }.joined(separator: "; ")
    #expect(shape == example.expected)
  }

  @Test(
    arguments: Example.table(
      """
      1️⃣worst → P212 a loop names its item and its list
      1️⃣for r in worst → P212 a loop names its item and its list
      r 1️⃣of worst → P212 a loop's item is 'in' its list [write 'in' for 'of']
      1️⃣yes in worst → P212 a loop names its item and its list
      r in a, 1️⃣b → P212 a loop names its item and its list
      r in a, 1️⃣r in b → P212 'r' is the name of two loops here [give this one another name]
      r in1️⃣ → P201 the expression ends too early [a value is missing after this]
      r in a 1️⃣b → P201 'b' is not expected here [is an operator missing before it?]
      """))
  func `a mistaken loop is explained where it stands`(_ example: Example) {
    let marked = MarkedText(example.source)
    var diagnostics: [Diagnostic] = []
    _ = EachParser.parse(SourceText(marked.text), reporting: &diagnostics)
    // The end of a text has no character to point at: the word before it is underlined.
    let place = marked.text.hasSuffix("in") ? MarkedText("r 1️⃣in") : marked
    #expect(place.summary(diagnostics) == example.expected)
  }

  @Test func `a repeat names its turn and a new list`() {
    var diagnostics: [Diagnostic] = []
    let header = EachParser.parseRepeat(SourceText("why in whys"), reporting: &diagnostics)
    #expect(header?.variable == "why")
    #expect(header?.list == "whys")
    for wrong in ["why in a.b", "a in b, c in d", "whys"] {
      #expect(EachParser.parseRepeat(SourceText(wrong), reporting: &diagnostics) == nil)
    }
    #expect(diagnostics.map(\.rule.code) == ["P212", "P212", "P212"])
  }
}
