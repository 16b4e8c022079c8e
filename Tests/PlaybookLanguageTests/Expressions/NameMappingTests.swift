import PlaybookLanguage
import Testing

struct `Rewriting names` {
  @Test(
    arguments: Example.table(
      """
      rounds → p.rounds
      rounds.count → p.rounds.count
      closing.rounds → p.closing.rounds
      closing.rounds.count + 1 → p.closing.rounds.count + 1
      r.rounds → r.rounds
      risks.filter(x, x.y > least) → p.risks.filter(x, x.y > p.least)
      risks.filter(x, x.closing.rounds > 1) → p.risks.filter(x, x.closing.rounds > 1)
      risks.join(x, x.text, sep) → p.risks.join(x, x.text, p.sep)
      risks.take(n) → p.risks.take(p.n)
      x + risks.map(x, x) → p.x + p.risks.map(x, x)
      either(a, [b, not c][d]) → either(p.a, [p.b, not p.c][p.d])
      -a * 2 == b → -p.a * 2 == p.b
      """))
  func `free names change and bound ones stay`(_ example: Example) {
    let mapped = parsed(example.source).mapNames(bound: ["r"], isNamespace: { $0 == "closing" }) {
      "p.\($0)"
    }
    #expect(mapped.source == example.expected)
  }

  @Test func `templates and loops are rewritten too`() {
    var diagnostics: [Diagnostic] = []
    let template = TemplateParser.parse(
      SourceText("{goal} of {r.text}"), reporting: &diagnostics)
    let mapped = template?.mapNames(bound: ["r"]) { "p.\($0)" }
    #expect(mapped?.freeNames == ["p.goal", "r"])
    let clauses = EachParser.parse(
      SourceText("r in worst, q in r.plan.filter(z, z.x == y)"), reporting: &diagnostics)
    let lists = clauses?.mapNames { "p.\($0)" }.map(\.list.source)
    #expect(lists == ["p.worst", "r.plan.filter(z, z.x == p.y)"])
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: Example.table(
      """
      a + b.c → a, b.c
      either(whys.last.because, problem) → whys.last.because, problem
      risks.filter(r, r.x > least).count → risks, least
      xs.join(x, x.text, x) → xs, x
      """))
  func `free names are found with the fields read through them`(_ example: Example) {
    let chains = parsed(example.source).chains
    let shape = chains.map { ([$0.name] + $0.members).joined(separator: ".") }
    #expect(shape.joined(separator: ", ") == example.expected)
  }
}
