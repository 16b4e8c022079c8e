import PlaybookLanguage
import Testing
import Values

struct `Working expressions out` {
  @Test(
    arguments: Example.table(
      """
      -- literals and names
      12% → 12%
      goal → 'Replace billing'
      level → <high>
      nobody → blank
      [1, goal] → [1, 'Replace billing']
      -- numbers are decimal
      0.1 + 0.2 → 0.3
      0.1 + 0.2 == 0.3 → yes
      1 + 2 * 3 → 7
      (1 + 2) * 3 → 9
      10 - 4 - 3 → 3
      1 / 4 → 0.25
      -n + 1 → -6
      1 / 3 * 3 == 1 → no
      n * 10% → 0.7
      share + 5% → 30%
      share * 2 → 0.5
      share > 0.2 → yes
      -share → -25%
      -- money
      budget * 2 → GBP 2400
      2 * budget → GBP 2400
      budget / 3 → GBP 400
      budget / budget → 1
      budget + 100 → GBP 1300
      100 - budget → GBP -1100
      budget - budget → GBP 0
      -budget → GBP -1200
      budget > 1000 → yes
      budget == 1200 → yes
      budget == fee → no
      -- dates and lengths of time
      finish - today → 6220800s
      (finish - today).days → 72
      round((finish - today).weeks, 3) → 10.286
      finish + days(1) → 2026-02-01
      finish + weeks(1) → 2026-02-07
      days(1) + finish → 2026-02-01
      finish - days(31) → 2025-12-31
      finish + months(1) → 2026-02-28
      months(1) + finish → 2026-02-28
      finish - months(2) → 2025-11-30
      finish + months(13) → 2027-02-28
      finish > today → yes
      length / days(1) → 3
      length * 2 → 518400s
      length / 2 → 129600s
      length - days(1) → 172800s
      -length → -259200s
      length.days → 3
      date('2030-01-15') → 2030-01-15
      date(2030, 1, 15) > today → yes
      -- equality is total
      nobody == blank → yes
      goal == blank → no
      nobody == goal → no
      nobody != goal → yes
      [] == blank → yes
      level == 'high' → yes
      level != 'low' → yes
      goal == 3 → no
      lead == people.first → yes
      [1, 2] == [1, 2] → yes
      [1, 2] == [2, 1] → no
      length == days(3) → yes
      -- blank spreads through arithmetic and order
      nobody + 1 → blank
      1 - nobody → blank
      -nobody → blank
      nobody * budget → blank
      nobody < 3 → blank
      3 >= nobody → blank
      finish + days(nobody) → blank
      finish + months(nobody) → blank
      nobody + months(1) → blank
      nobody.field.field → blank
      lower(nobody) → blank
      contains(goal, nobody) → blank
      round(nobody) → blank
      -- and, or, not have three values
      yes and nobody → blank
      no and nobody → no
      nobody and no → no
      yes or nobody → yes
      nobody or yes → yes
      no or nobody → blank
      not nobody → blank
      not done → no
      yes and yes → yes
      no or no → no
      -- in
      2 in [1, 2] → yes
      3 not in [1, 2] → yes
      level in ['low', 'high'] → yes
      lead in people → yes
      3 in nobody → no
      3 not in nobody → yes
      blank in scores → yes
      -- functions
      either(nobody, goal) → 'Replace billing'
      either(nobody, [], n) → 7
      either(nobody, nobody) → blank
      if(done, 1, 2) → 1
      if(not done, 1, 2) → 2
      if(nobody, 1, 2) → blank
      if(done, 1, 1 / 0) → 1
      round(2.5) → 3
      round(-2.5) → -3
      round(third, 2) → 0.33
      round(budget / 7, 2) → GBP 171.43
      percent(0.125) → 12.5%
      lower('ABC') → 'abc'
      lower(lead) → 'ana'
      contains(goal, 'bill') → yes
      contains(goal, 'Bill') → no
      contains(risks.first, 'slip') → yes
      sqrt(16) → 4
      round(sqrt(2), 4) → 1.4142
      round(wilson(8, 10).low, 3) → 0.49
      round(wilson(8, 10).high, 3) → 0.943
      wilson(0, 10).low → 0
      wilson(10, 10).high → 1
      -- lists
      risks.filter(r, r.impact == 3) → [#r1, #r4]
      risks.filter(r, r.impact >= 3) → [#r1, #r2, #r4]
      risks.map(r, r.impact) → [3, 5, blank, 3, 1]
      risks.all(r, r.impact > 0) → blank
      risks.all(r, r.impact > 1) → no
      risks.all(r, r.votes >= 0) → yes
      risks.exists(r, r.impact == 5) → yes
      risks.exists(r, r.impact > 5) → blank
      risks.exists(r, r.votes > 5) → no
      risks.first(r, r.impact == 3) → #r1
      risks.first(r, r.impact == 9) → blank
      risks.sort(r, r.impact) → [#r5, #r1, #r4, #r2, #r3]
      risks.sort(r, -r.impact) → [#r2, #r1, #r4, #r5, #r3]
      risks.sort(r, r.text) → [#r2, #r4, #r3, #r1, #r5]
      risks.sort(r, r.due).first → #r2
      risks.sort(r, r.owner).take(2) → [#r1, #r2]
      risks.sort(r, r.votes > 0).first → #r2
      words.sort(w, w) → ['a', 'b', 'C', 'É']
      risks.take(2) → [#r1, #r2]
      risks.take(99).count → 5
      risks.take(-1) → []
      risks.take(nobody) → blank
      risks.top(3) → [#r4, #r3, #r1]
      risks.top(9) → [#r4, #r3, #r1, #r5]
      risks.top(0) → []
      risks.count → 5
      risks.first → #r1
      risks.last.text → 'vendor'
      risks[2] → #r2
      risks[0] → blank
      risks[6] → blank
      risks[1.5] → blank
      grid.low → 1
      grid['a b'] → 2
      grid['c'] → blank
      risks.filter(r, r.impact > 2).map(r, r.text).join(' / ') → 'slips / data / law'
      risks.join(r, r.text) → 'slips, data, people, law and vendor'
      risks.join(r, r.owner, '+') → 'Ana+Bo'
      people.join(', ') → 'Ana, Bo'
      risks.map(r, risks.filter(s, s.impact == r.impact).count).sum → 7
      risks.exists(r, risks.exists(s, s.impact > r.impact)) → yes
      -- aggregates skip blank
      scores.sum → 9
      scores.avg → 3
      scores.min → 1
      scores.max → 4
      scores.count → 4
      costs.sum → GBP 40
      costs.avg → GBP 20
      costs.max → GBP 30
      spans.sum → 180s
      spans.avg → 90s
      shares.avg → 50%
      risks.sum(r, r.impact) → 12
      risks.avg(r, r.impact) → 3
      risks.max(r, r.due) → 2026-03-01
      risks.sum(r, r.cost) → GBP 12
      risks.sum(r, r.cost) + budget → GBP 1212
      [].sum → 0
      [].avg → blank
      [].min → blank
      [blank].sum → 0
      -- an unanswered list is empty
      nobody.count → 0
      nobody.sum → 0
      nobody.first → blank
      nobody.filter(r, r.x) → []
      nobody.map(r, r.x).count → 0
      nobody.exists(r, r.x) → no
      nobody.all(r, r.x) → yes
      nobody.top(3) → []
      nobody.join(', ') → ''
      nobody.sum(r, r.x) → 0
      """))
  func `every expression gives its value`(_ example: Example) {
    var evaluator = Evaluator(scope: MeetingScope.example)
    #expect(evaluator.evaluate(parsed(example.source)).shape == example.expected)
    #expect(
      evaluator.warnings.allSatisfy { $0.reason == .wrongKinds } && evaluator.warnings.isEmpty)
  }

  @Test(
    arguments: Example.table(
      """
      1 / zero → divisionByZero
      budget / 0 → divisionByZero
      length / (today - today) → divisionByZero
      wilson(0, 0).low → divisionByZero
      large * large * large * large * large → overflow
      length * large * large → overflow
      budget + fee → twoCurrencies
      budget < fee → twoCurrencies
      budget / fee → twoCurrencies
      mixed.sum → twoCurrencies
      mixed.max → twoCurrencies
      finish + days(9999999) → noSuchDay
      finish + months(999999) → noSuchDay
      finish + months(large) → noSuchDay
      date('soon') → noSuchDay
      date(2026, 2, 30) → noSuchDay
      date(2026, 1.5, 1) → noSuchDay
      sqrt(-1) → rootOfNegative
      wilson(5, 3).low → notAShare
      goal + 1 → wrongKinds
      goal < 1 → wrongKinds
      goal and done → wrongKinds
      not goal → wrongKinds
      -goal → wrongKinds
      lead * 2 → wrongKinds
      3 in goal → wrongKinds
      goal.filter(r, yes) → wrongKinds
      goal.take(2) → wrongKinds
      words.sum → wrongKinds
      nosuch(1) → wrongKinds
      risks.nosuch(1) → wrongKinds
      if(done) → wrongKinds
      months(3) → wrongKinds
      """))
  func `what has no answer is blank and recorded`(_ example: Example) {
    var evaluator = Evaluator(scope: MeetingScope.example)
    let value = evaluator.evaluate(parsed(example.source))
    #expect(value.isBlank)
    #expect(evaluator.warnings.map(\.reason.rawValue) == [example.expected])
  }

  @Test(
    arguments: Example.table(
      """
      {goal} → Replace billing
      {nobody}! → —!
      {n}, {third}, {1 / 3}, {25200} → 7, 0.33, 0.33, 25,200
      {share} of {budget} → 25 % of £1,200
      {finish} → Sat 31 Jan 2026
      {length} → 3 days
      {done} or {not done} → yes or no
      {level} {lead} → high Ana
      {risks} → slips, data, people, law and vendor
      {people} → Ana and Bo
      {[]}{[n]} → —7
      {grid} → low 1, a b 2
      {risks.first}: {risks.first.impact} → slips: 3
      {either(nobody, 'none')} → none
      {{goal} → {goal}
      = goal → Replace billing
      = n * 2 → 14
      """))
  func `templates print for people`(_ example: Example) {
    var diagnostics: [Diagnostic] = []
    let template = TemplateParser.parse(SourceText(example.source), reporting: &diagnostics)
    var evaluator = Evaluator(scope: MeetingScope.example)
    #expect(template.map { evaluator.render($0) } == example.expected)
  }

  @Test func `a formula keeps its kind, prose is text`() {
    var evaluator = Evaluator(scope: MeetingScope.example)
    var diagnostics: [Diagnostic] = []
    let formula = TemplateParser.parse(SourceText("= n"), reporting: &diagnostics)
    let prose = TemplateParser.parse(SourceText("{n}"), reporting: &diagnostics)
    #expect(formula.map { evaluator.evaluate($0) } == .number(7))
    #expect(prose.map { evaluator.evaluate($0) } == .text("7"))
    let constant = Template(.constant(.list([.text("a")])), at: parsed("a").span)
    #expect(evaluator.evaluate(constant) == .list([.text("a")]))
  }

  @Test func `a condition is yes, no or unknown`() {
    var evaluator = Evaluator(scope: MeetingScope.example)
    #expect(evaluator.condition(parsed("done")) == true)
    #expect(evaluator.condition(parsed("n < 3")) == false)
    #expect(evaluator.condition(parsed("nobody > 3")) == nil)
  }

  @Test func `variables of loops hide nothing afterwards`() {
    var evaluator = Evaluator(scope: MeetingScope.example, locals: ["r": .number(1)])
    let expression = parsed("risks.map(r, r.votes).sum + r")
    #expect(evaluator.evaluate(expression) == .number(11))
    #expect(evaluator.evaluate(parsed("r")) == .number(1))
  }

  @Test func `a warning points at its part`() {
    var evaluator = Evaluator(scope: MeetingScope.example)
    _ = evaluator.evaluate(parsed("n + (1 / zero)"))
    #expect(evaluator.warnings.map(\.span.column) == [6])
  }

  @Test func `work without end is refused`() {
    let many = Value.list((0..<500).map { .number(Number($0)) })
    var evaluator = Evaluator(scope: MeetingScope(names: ["xs": many], items: [:]))
    let nested = "xs.all(a, xs.all(b, xs.all(c, xs.all(d, yes))))"
    #expect(evaluator.evaluate(parsed(nested)) == .blank)
    #expect(evaluator.warnings.contains { $0.reason == .tooMuchWork })
  }

  @Test func `a tree built too deep is refused, not walked`() {
    let span = parsed("a").span
    var deep = Expression(.literal(.number(1)), at: span)
    for _ in 0..<1_000 { deep = Expression(.negate(deep), at: span) }
    var evaluator = Evaluator(scope: MeetingScope.example)
    #expect(evaluator.evaluate(deep) == .blank)
    #expect(evaluator.warnings.map(\.reason) == [.tooMuchWork])
  }

  @Test func `every function says how it is written, and that is correct`() {
    var table = NameTable(
      names: [
        "v": .item("vendors"), "c": .item("criteria"), "risks": .list(.item("risks")),
        "themes": .list(.item("risks")),
        "plan": .list(.item("plan")), "whys": .list(.item("risks")), "costs": .list(.money),
        "names": .list(.text), "a": .text, "b": .text, "x": .number, "text": .text,
        "condition": .yesno, "this": .number, "that": .number, "finish": .date, "today": .date,
        "successes": .number, "n": .number, "tasks": .list(.item("tasks")),
      ],
      members: [
        "risks": ["impact": .number, "owner": .person], "plan": ["cost": .money],
        "tasks": ["end": .date, "critical": .yesno],
      ])
    let loops = [("v", "vendors"), ("c", "criteria")].map {
      LoopedName.Loop(variable: $0, type: .item($1), source: $1)
    }
    table.looped["rating"] = LoopedName(type: .number, loops: loops, deciding: loops, line: 1)
    for function in LanguageFunction.all {
      var usage = function.usage
      if function.name == "lower" { usage = "lower(a)" }
      let checked = TypeChecker(names: table).check(parsed(usage))
      #expect(checked.diagnostics.isEmpty, "\(function.usage)")
      #expect(!function.summary.isEmpty)
    }
  }
}
