import PlaybookLanguage
import Testing

/// Text that nobody would write: whatever it is, it is read or refused, checked and worked out.
struct `Token soup` {
  private static let words = [
    "goal", "risks", "r", "n", "budget", "finish", "nobody", "done", "level", "lead", "scores",
    "yes", "no", "blank", "and", "or", "not", "in", "+", "-", "*", "/", "==", "!=", "<", ">=", "(",
    ")", "[", "]", ",", ".", "'a'", "12", "0", "12%", "1.5", ".filter(r, ", ".map(r, r", ".top(",
    ".sum", ".first", ".take(2)", "either(", "if(", "round(", "months(", "days(", "date(", "sqrt(",
    "wilson(", ".join(", ".sort(r, ", ".count", "{", "}", "{{", "=", "“", "\"", "é", "\u{0}", " ",
  ]

  /// A linear congruential generator: the same soup every time.
  private struct Ladle {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  @Test(arguments: 0..<8)
  func `never traps`(_ seed: Int) {
    var ladle = Ladle(state: UInt64(seed))
    var understood = 0
    for _ in 0..<1_000 {
      let length = 1 + ladle.next(below: 12)
      let soup = (0..<length).map { _ in Self.words[ladle.next(below: Self.words.count)] }
      if taste(soup.joined(separator: ladle.next(below: 2) == 0 ? "" : " ")) { understood += 1 }
    }
    #expect(understood > 0)
  }

  /// Reads, checks and works out one text in every way; true where it was an expression.
  private func taste(_ text: String) -> Bool {
    var diagnostics: [Diagnostic] = []
    var evaluator = Evaluator(scope: MeetingScope.example)
    let source = SourceText(text)
    if let template = TemplateParser.parse(source, reporting: &diagnostics) {
      _ = `Checking expressions`.checker.check(template)
      _ = evaluator.render(template)
    }
    if let clauses = EachParser.parse(source, reporting: &diagnostics) {
      _ = `Checking expressions`.checker.entering(clauses)
    }
    guard let expression = ExpressionParser.parse(source, reporting: &diagnostics) else {
      return false
    }
    _ = `Checking expressions`.checker.check(expression)
    _ = evaluator.evaluate(expression)
    _ = expression.mapNames { "p.\($0)" }
    return true
  }
}
