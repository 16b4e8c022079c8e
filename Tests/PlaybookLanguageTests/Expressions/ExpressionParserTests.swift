import PlaybookLanguage
import Testing

struct `Reading expressions` {
  @Test(
    arguments: Example.table(
      """
      -- literals
      12 → 12
      0.50 → 0.5
      12% → 12%
      12.5 % → 12.5%
      'a' → 'a'
      "it's" → 'it's'
      '' → ''
      yes → yes
      no → no
      blank → blank
      [] → []
      [1, 'b', c] → [1 'b' c]
      -- names and what hangs on them
      goal → goal
      _x1 → _x1
      länge → länge
      risk.rating.likelihood → (.likelihood (.rating risk))
      x.in → (.in x)
      x.not.and → (.and (.not x))
      xs[1] → (at xs 1)
      m['legal and ethics'].low → (.low (at m 'legal and ethics'))
      xs[1][2] → (at (at xs 1) 2)
      either(a, b) → (either a b)
      today() → (today )
      xs.filter(r, r.x > 2).count → (.count (.filter xs r (> (.x r) 2)))
      (a - b).days → (.days (- a b))
      [a, b].join(' ') → (.join [a b] ' ')
      if(a, b, c) → (if a b c)
      -- arithmetic
      1 + 2 * 3 → (+ 1 (* 2 3))
      1 * 2 + 3 → (+ (* 1 2) 3)
      1 - 2 - 3 → (- (- 1 2) 3)
      8 / 4 / 2 → (/ (/ 8 4) 2)
      (1 + 2) * 3 → (* (+ 1 2) 3)
      -x.y → (neg (.y x))
      -x * y → (* (neg x) y)
      --x → (neg (neg x))
      a - -b → (- a (neg b))
      a-b → (- a b)
      a -1 → (- a 1)
      -- comparing
      a == b → (== a b)
      a + 1 != b * 2 → (!= (+ a 1) (* b 2))
      a<=b → (<= a b)
      a >= b → (>= a b)
      a in b → (in a b)
      a not in b → (not in a b)
      (a == b) == c → (== (== a b) c)
      -- logic
      a and b or c and d → (or (and a b) (and c d))
      a or b or c → (or (or a b) c)
      not a and b → (and (not a) b)
      not a == b → (not (== a b))
      not not a → (not (not a))
      a and not b → (and a (not b))
      not a in b → (not (in a b))
      not (a or b) → (not (or a b))
      (((a))) → a
      a == 1 and b == 2 → (and (== a 1) (== b 2))
      notable → notable
      inner or android → (or inner android)
      """))
  func `the tree has the shape that the grammar says`(_ example: Example) {
    #expect(parsed(example.source).shape == example.expected)
  }

  @Test(
    arguments: Example.table(
      """
      -- slips from elsewhere
      a 1️⃣&& b → P204 '&&' is not a word of this language [write and]
      a 1️⃣|| b → P204 '||' is not a word of this language [write or]
      1️⃣!a → P204 '!' is not a word of this language [write not]
      a 1️⃣= b → P204 '=' is not a word of this language [write ==]
      a 1️⃣=== b → P204 '===' is not a word of this language [write ==]
      a 1️⃣=> b → P204 '=>' is not a word of this language [write >=]
      a 1️⃣<> b → P204 '<>' is not a word of this language [write !=]
      a 1️⃣? b : c → P204 '?' is not a word of this language [write if(condition, this, that)]
      a 1️⃣≥ 3 → P204 '≥' is not a word of this language [write >=]
      a 1️⃣× 3 → P204 '×' is not a word of this language [write *]
      1️⃣“a” → P204 '“' is not a word of this language [write 'text']
      a == 1️⃣true → P204 'true' is not a word of this language [write yes]
      a == 1️⃣false → P204 'false' is not a word of this language [write no]
      a == 1️⃣null → P204 'null' is not a word of this language [write blank]
      a 1️⃣is blank → P204 'is' is not a word of this language [write ==]
      a 1️⃣AND b → P204 'AND' is not a word of this language [write and]
      a 1️⃣contains b → P204 'contains' is not a word of this language [write contains(a, b)]
      -- braces
      1️⃣{goal} → P202 this field is an expression and takes no braces
      a + 1️⃣} → P202 this field is an expression and takes no braces
      -- what is missing
      a 1️⃣+ → P201 the expression ends too early [a value is missing after this]
      a + 1️⃣* b → P201 a value is missing before '*'
      1️⃣and b → P201 a value is missing before 'and'
      a or 1️⃣or b → P201 a value is missing before 'or'
      a.1️⃣ → P201 a name is missing after the dot
      a.1️⃣(b) → P201 a name is missing after the dot
      f(a, 1️⃣) → P201 a value is missing before ')'
      [1️⃣, a] → P201 a value is missing before ','
      xs[1️⃣,] → P201 a value is missing before ','
      xs1️⃣[] → P201 one number or name stands between [ and ] after a value
      xs1️⃣[1, 2] → P201 one number or name stands between [ and ] after a value
      -- what is too much
      a 1️⃣b → P201 'b' is not expected here [is an operator missing before it?]
      a 1️⃣12 → P201 the number 12 is not expected here [is an operator missing before it?]
      11️⃣,000 → P201 a comma stands only between arguments
      a 1️⃣% b → P201 '%' stands right after a number: 12%
      1️⃣5m → P201 a number and a word run together
      a 1️⃣$ b → P201 '$' has no meaning in an expression
      a == 1️⃣not b → P201 'not' stands before a whole comparison [put it and what it denies in brackets: (not x)]
      -- what is not closed
      1️⃣'abc → P205 this text is not closed [add another ' after the text]
      a == 1️⃣"it's → P205 this text is not closed [add another " after the text]
      f1️⃣(a → P206 '(' is never closed [its ')' is missing]
      a + 1️⃣(b → P206 '(' is never closed [its ')' is missing]
      1️⃣[a, b → P206 '[' is never closed [its ']' is missing]
      a1️⃣) → P206 ')' closes nothing
      (a1️⃣] → P206 ']' closes nothing [')' was expected]
      -- comparisons do not chain
      1 < x 1️⃣< 5 → P209 comparisons do not chain [join two comparisons with 'and']
      a == b 1️⃣!= c → P209 comparisons do not chain [join two comparisons with 'and']
      a in b 1️⃣in c → P209 comparisons do not chain [join two comparisons with 'and']
      1️⃣99999999999999999999999999999999999999999 → P201 a number has at most 38 digits
      """))
  func `a mistake is explained where it stands`(_ example: Example) {
    let marked = MarkedText(example.source)
    var diagnostics: [Diagnostic] = []
    let expression = ExpressionParser.parse(SourceText(marked.text), reporting: &diagnostics)
    #expect(expression == nil)
    #expect(marked.summary(diagnostics) == example.expected)
  }

  @Test(arguments: ["", "   ", "\n"])
  func `an empty expression is missing`(_ source: String) {
    var diagnostics: [Diagnostic] = []
    #expect(ExpressionParser.parse(SourceText(source), reporting: &diagnostics) == nil)
    #expect(diagnostics.map(\.rule.code) == ["P211"])
  }

  static let hostile: [(String, String)] = [
    (String(repeating: "(", count: 100_000), "P207"),
    (String(repeating: "[", count: 100_000), "P207"),
    (String(repeating: "a", count: 4_097), "P207"),
    (String(repeating: "é", count: 2_049), "P207"),
    (String(repeating: "(", count: 4_000), "P208"),
    (String(repeating: "[", count: 33), "P208"),
    (String(repeating: "not ", count: 1_000) + "a", "P208"),
    (String(repeating: "-", count: 4_000) + "a", "P208"),
    (String(repeating: "f(", count: 2_000), "P208"),
    ("a" + String(repeating: "[a", count: 1_000), "P208"),
    ("a" + String(repeating: ".a", count: 2_000), "P208"),
    ("a" + String(repeating: "[1]", count: 1_000), "P208"),
    ("1" + String(repeating: "+1", count: 2_000), "P208"),
    (String(repeating: "a or ", count: 800) + "a", "P208"),
    (String(repeating: "'", count: 4_001), "P205"),
    (String(repeating: "\u{301}", count: 2_000), "P201"),
    ("\0", "P201"),
    ("\u{202E}a", "P201"),
  ]

  @Test(arguments: hostile)
  func `hostile text is refused`(_ source: String, _ code: String) {
    var diagnostics: [Diagnostic] = []
    #expect(ExpressionParser.parse(SourceText(source), reporting: &diagnostics) == nil)
    #expect(diagnostics.map(\.rule.code) == [code])
  }

  static let bearable: [String] = [
    String(repeating: "a", count: 4_096),
    String(repeating: "(", count: 32) + "a" + String(repeating: ")", count: 32),
    "1" + String(repeating: "+1", count: 60),
    "[" + String(repeating: "1,", count: 1_500) + "1]",
  ]

  @Test(arguments: bearable)
  func `what is only long is read`(_ source: String) {
    var diagnostics: [Diagnostic] = []
    #expect(ExpressionParser.parse(SourceText(source), reporting: &diagnostics) != nil)
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: Example.table(
      """
      (1+2)*3 → (1 + 2) * 3
      1-(2-3) → 1 - (2 - 3)
      (1-2)-3 → 1 - 2 - 3
      (-x).y → (-x).y
      -x.y → -x.y
      (a or b).c → (a or b).c
      not(a and b) → not (a and b)
      (not a) == b → (not a) == b
      (a==b)==c → (a == b) == c
      a  not   in  b → a not in b
      "it's" → "it's"
      xs.filter( r,r.x>2 ) → xs.filter(r, r.x > 2)
      [1,2][1] → [1, 2][1]
      if(a,b,c)+12% → if(a, b, c) + 12%
      """))
  func `an expression is written back in the house's spacing`(_ example: Example) {
    let expression = parsed(example.source)
    #expect(expression.source == example.expected)
    #expect(parsed(expression.source).shape == expression.shape)
  }

  @Test func `every part knows its place, also on a later line`() {
    let source = SourceText(
      "goal and\nrisk.x", file: "p.yaml",
      runs: [.init(offset: 0, line: 4, column: 9), .init(offset: 9, line: 5, column: 3)])
    var diagnostics: [Diagnostic] = []
    let expression = ExpressionParser.parse(source, reporting: &diagnostics)
    #expect(expression?.span == SourceSpan(file: "p.yaml", line: 4, column: 9, length: 8))
    guard case .binary(_, let left, let right) = expression?.node else {
      Issue.record("this is a conjunction")
      return
    }
    #expect(left.span == SourceSpan(file: "p.yaml", line: 4, column: 9, length: 4))
    #expect(right.span == SourceSpan(file: "p.yaml", line: 5, column: 3, length: 6))
  }
}
