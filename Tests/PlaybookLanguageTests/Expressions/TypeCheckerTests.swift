import PlaybookLanguage
import Testing

struct `Checking expressions` {
  /// Names as a pre-mortem would have them, inside a loop over `worst`.
  static let table = NameTable(
    names: [
      "goal": .text, "finish": .date, "today": .date, "length": .span, "count": .number,
      "serious": .number, "budget": .money, "spent": .money, "done": .yesno,
      "level": .choice(["low", "medium", "high"]), "lead": .person, "people": .list(.person),
      "tags": .list(.choice(["red", "blue"])), "scores": .list(.number),
      "costs": .list(.money), "reasons": .list(.item("reasons")),
      "themes": .list(.item("themes")), "worst": .list(.item("themes")),
      "plan": .list(.item("plan")), "whys": .list(.item("whys")), "closing.rounds": .number,
      "fist": .record([.init("passed", .yesno), .init("low", .number)]),
      "grid": .record([.init("likelihood", .number), .init("impact", .number)]),
    ],
    members: [
      "reasons": [:],
      "themes": [
        "items": .list(.item("reasons")), "votes": .number, "score": .number,
        "rating": .record([.init("likelihood", .number), .init("impact", .number)]),
      ],
      "plan": ["step": .text, "owner": .person, "due": .date, "cost": .money],
      "whys": ["because": .text, "root": .yesno],
    ],
    origins: ["themes.rating": "it comes from 'rating', asked for every item of 'worst'"])

  static let checker = TypeChecker(names: table, locals: ["risk": .item("themes")])

  @Test(
    arguments: Example.table(
      """
      -- values and names
      goal → text
      12 → number
      5% → number
      blank → unknown
      [1, 2] → list
      closing.rounds → unknown
      -- arithmetic
      count + 1 → number
      budget * 2 → money
      2 * budget → money
      budget / 4 → money
      budget / spent → number
      budget - spent → money
      budget + 100 → money
      100 - budget → money
      -5 + budget → money
      finish - today → span
      finish + days(3) → date
      days(3) + finish → date
      finish - weeks(2) → date
      finish + months(3) → date
      months(1) + finish → date
      finish - months(1) → date
      length / length → number
      length * 2 → span
      length / 2 → span
      length + days(1) → span
      -length → span
      count * blank → unknown
      -- comparing
      goal == 'a' → yesno
      level == 'high' → yesno
      level != blank → yesno
      level in ['low', 'high'] → yesno
      'red' in tags → yesno
      lead in people → yesno
      lead == risk.by → yesno
      budget > 100 → yesno
      0 == budget → yesno
      finish > today → yesno
      length >= days(2) → yesno
      goal < 'm' → yesno
      risk == worst.first → yesno
      done == yes → yesno
      -- logic
      done and not done or count > 1 → yesno
      -- members
      risk.rating.likelihood * risk.rating.impact → number
      risk.items.first.text → text
      risk.items.count == 0 → yesno
      risk.by.name → text
      whys.last.because → text
      (finish - today).days → number
      length.weeks → number
      fist.passed → yesno
      grid['impact'] → number
      worst[1].score → number
      wilson(3, 10).low → number
      -- functions
      either(whys.last.because, goal) → text
      either(level, goal) → text
      either(finish, goal) → unknown
      if(done, 1, 2) → number
      if(done, budget, blank) → money
      round(budget, 1) → money
      percent(0.5) → number
      lower(risk) → text
      contains(goal, 'x') → yesno
      sqrt(2) → number
      date('2030-01-15') → date
      date(2030, 1, 15) → date
      -- lists
      worst.filter(r, r.rating.impact >= serious).count → number
      worst.map(r, r.votes) → list
      worst.map(r, r.votes).sum → number
      worst.all(r, r.score > 1) → yesno
      worst.exists(r, r.score > 1) → yesno
      worst.first(r, r.score > 1).score → number
      worst.sort(r, -r.score).take(3) → list
      plan.sort(p, p.due).first.owner → person
      themes.top(5).first.score → number
      plan.sum(p, p.cost) → money
      plan.min(p, p.due) → date
      scores.avg → number
      costs.max → money
      people.join(', ') → text
      plan.join(p, p.step) → text
      plan.join(p, p.step, '; ') → text
      risk.items.filter(i, i.by == lead).count → number
      [].count → number
      """))
  func `every expression has its kind`(_ example: Example) {
    let checked = Self.checker.check(parsed(example.source))
    let expected =
      example.source == "closing.rounds"
      ? ["P203"] : [String]()
    #expect(checked.diagnostics.map(\.rule.code) == expected)
    #expect("\(checked.type.family)" == example.expected)
  }

  @Test(
    arguments: Example.table(
      """
      -- names
      1️⃣gaol → P203 'gaol' is not something we ask [did you mean goal?]
      1️⃣rounds → P203 'rounds' is not something we ask [did you mean closing.rounds?]
      1️⃣likelihood → P203 'likelihood' is not something we ask [did you mean risk.rating.likelihood?]
      1️⃣passed → P203 'passed' is not something we ask [did you mean fist.passed?]
      1️⃣zzz → P203 'zzz' is not something we ask
      risk.1️⃣likelyhood → P203 'likelyhood' is not something we ask [did you mean risk.rating.likelihood?]
      risk.1️⃣impact >= 2 → P203 'impact' is not something we ask [did you mean risk.rating.impact?]
      risk.1️⃣scores → P203 'scores' is not something we ask [did you mean risk.score?]
      worst.filter(r, r.1️⃣voted > 1) → P203 'voted' is not something we ask [did you mean r.votes?]
      risk.rating.1️⃣impct → P203 a set of values has no 'impct' [did you mean risk.rating.impact?]
      lead.1️⃣nam → P203 a person has no 'nam' [did you mean lead.name?]
      goal.1️⃣x → P203 text has no 'x'
      finish.1️⃣days → P203 a date has no 'days'
      worst.1️⃣length → P203 a list has no 'length' [did you mean worst.count?]
      worst.1️⃣score → P203 a list has no 'score'
      worst.1️⃣filter → P203 a list has no 'filter'
      worst.1️⃣lsat → P203 a list has no 'lsat' [did you mean worst.last?]
      grid[1️⃣'impct'] → P203 a set of values has no 'impct' [did you mean grid.impact?]
      -- functions
      1️⃣len(worst) → P220 there is no function 'len' [write worst.count]
      1️⃣coalesce(goal, 'x') → P220 there is no function 'coalesce' [write either(a, b)]
      1️⃣filter(worst, 1) → P220 there is no function 'filter' [write it like risks.filter(r, r.impact >= 3)]
      1️⃣sum(scores) → P220 there is no function 'sum' [write scores.sum]
      1️⃣max(1, 2) → P220 there is no function 'max' [write [1, 2].max]
      1️⃣ether(goal, 'x') → P220 there is no function 'ether' [did you mean either(…)?]
      1️⃣today() → P220 there is no function 'today' [write today]
      worst.1️⃣count() → P220 there is no function '.count' [write worst.count without brackets]
      goal.1️⃣contains('x') → P220 there is no function '.contains' [write contains(goal, 'x')]
      worst.1️⃣any(r, r.score > 1) → P220 there is no function '.any' [write .exists(…)]
      worst.1️⃣fliter(r, r.score > 1) → P220 there is no function '.fliter' [did you mean .filter(…)?]
      goal.1️⃣filter(r, r.x) → P222 'filter' works on a list [this is text]
      -- arguments
      1️⃣if(done, 1) → P221 'if' takes 3 arguments
      1️⃣round() → P221 'round' takes 1 or 2 arguments
      1️⃣either(goal) → P221 'either' takes 2 to 8 arguments
      1️⃣worst.take() → P221 'take' takes 1 argument
      1️⃣date(2030, 1) → P221 'date' takes one text, or year, month and day
      round(1️⃣goal) → P222 'round' takes a number or money here [this is text]
      sqrt(1️⃣finish) → P222 'sqrt' takes a number here [this is a date]
      contains(1️⃣worst, 'a') → P222 'contains' takes text here [this is a list]
      date(1️⃣'2030-02-30') → P222 '2030-02-30' is not a day [year, month and day, like '2030-01-15']
      worst.take(1️⃣goal) → P222 'take' takes a number here [this is text]
      plan.sum(p, 1️⃣p.step) → P222 'sum' does not work on text
      worst.1️⃣sum → P222 'sum' does not work on an item of a list
      worst.sort(r, 1️⃣r.rating) → P222 a set of values gives no order
      1️⃣goal[1] → P222 only lists and sets of values have entries [this is text]
      worst.filter(1️⃣risk.score > 2) → P223 'filter' first names each item, then says what of it
      worst.map(1️⃣1, 2) → P223 'map' first names each item, then says what of it
      worst.filter(1️⃣risk, yes) → P224 'risk' already means something here [give the loop's item another name]
      worst.filter(1️⃣goal, yes) → P224 'goal' already means something here [give the loop's item another name]
      -- choices
      level == 1️⃣'hihg' → P225 'hihg' is not one of the options [did you mean 'high'?]
      1️⃣'none' != level → P225 'none' is not one of the options
      level in ['low', 1️⃣'hi'] → P225 'hi' is not one of the options
      1️⃣'green' in tags → P225 'green' is not one of the options
      -- arithmetic
      1️⃣goal + 1 → P226 '+' does not go between text and a number
      1️⃣goal + goal → P226 '+' does not go between text and text
      1️⃣finish + 3 → P226 '+' does not go between a date and a number
      1️⃣finish + today → P226 '+' does not go between a date and a date
      1️⃣days(3) - finish → P226 '-' does not go between a length of time and a date
      1️⃣budget * spent → P226 '*' does not go between money and money
      1️⃣budget + count → P226 '+' does not go between money and a number
      1️⃣budget + 12% → P226 '+' does not go between money and a number
      1️⃣count / budget → P226 '/' does not go between a number and money
      1️⃣risk + 1 → P226 '+' does not go between an item of a list and a number
      1️⃣level + 1 → P226 '+' does not go between a choice and a number
      -1️⃣goal → P226 a minus sign does not go with text
      -1️⃣finish → P226 a minus sign does not go with a date
      1️⃣months(3) → P226 months have no length of their own
      finish + 1️⃣if(done, months(1), months(2)) → P226 months have no length of their own
      1️⃣months(3) == months(3) → P226 months have no length of their own
      -- comparing
      1️⃣lead == 'Ana' → P227 a person and text are never the same
      1️⃣goal == 3 → P227 text and a number are never the same
      1️⃣done == 'yes' → P227 yes or no and text are never the same
      1️⃣finish == '2030-01-15' → P227 a date and text are never the same
      1️⃣risk == 'x' → P227 an item of a list and text are never the same
      1️⃣worst == 0 → P227 a list and a number are never the same
      1️⃣level < 'high' → P227 a choice and text have no order
      1️⃣level > level → P227 a choice and a choice have no order
      1️⃣worst > 0 → P227 a list and a number have no order
      1️⃣lead < lead → P227 a person and a person have no order
      1️⃣done < yes → P227 yes or no and yes or no have no order
      1️⃣budget > count → P227 money and a number have no order
      1️⃣goal in people → P227 text and a person are never the same
      goal in 1️⃣goal → P229 after 'in' stands a list [this is text]
      -- conditions
      1️⃣count and done → P228 a condition is yes or no [this is a number]
      not 1️⃣goal → P228 a condition is yes or no [this is text]
      if(1️⃣worst, 1, 2) → P228 a condition is yes or no [this is a list]
      worst.filter(r, 1️⃣r.score) → P228 a condition is yes or no [this is a number]
      worst[1️⃣0] → P230 places in a list are counted from 1 [write 1 for the first]
      worst[1️⃣'a'] → P229 a list's entry is named by its place [this is text]
      """))
  func `a mistake is explained where it stands`(_ example: Example) {
    let marked = MarkedText(example.source)
    var expectation = PlaybookLanguage.Expectation.anything
    if marked.text == "months(3)" { expectation = .number }
    let checked = Self.checker.check(parsed(marked.text), expecting: expectation)
    #expect(marked.summary(checked.diagnostics) == example.expected)
  }

  @Test(
    arguments: Example.table(
      """
      gaol + 1 → P203
      gaol.filter(r, r.x > 1).count + 1 → P203
      gaol == zebra → P203 P203
      (goal + 1) * 2 - lead → P226
      either(gaol, 'x') and done → P203
      worst.filter(r, r.impct > 1).first.score + 1 → P203
      not nothing.here → P203
      """))
  func `one mistake is reported once`(_ example: Example) {
    let codes = Self.checker.check(parsed(example.source)).diagnostics.map(\.rule.code)
    #expect(codes.joined(separator: " ") == example.expected)
  }

  @Test func `what a field expects is said`() {
    let cases: [(String, PlaybookLanguage.Expectation, String)] = [
      ("count", .condition, "P228"), ("done", .condition, ""), ("blank", .condition, ""),
      ("goal", .list, "P229"), ("worst", .list, ""), ("goal", .person, "P229"),
      ("lead", .person, ""), ("finish", .date, ""), ("months(1)", .date, "P226"),
      ("count", .oneOf([.text, .choice], "a name is needed here"), "P229"),
    ]
    for (source, expectation, code) in cases {
      let found = Self.checker.check(parsed(source), expecting: expectation).diagnostics
      #expect(found.map(\.rule.code).joined() == code, "\(source)")
    }
  }

  @Test func `the origin of what was meant stands in a note`() {
    let checked = Self.checker.check(parsed("risk.likelyhood >= 2"))
    #expect(
      checked.diagnostics.first?.notes == [
        "it comes from 'rating', asked for every item of 'worst'"
      ])
  }

  @Test func `the item fields that are read are known with their lists`() {
    let source = "worst.filter(r, r.rating.impact > 2).first.items.exists(i, i.by == lead)"
    let fields = Self.checker.check(parsed(source)).itemFields
    #expect(
      fields.map { "\($0.list).\($0.field)" } == [
        "themes.rating", "themes.items", "reasons.by",
      ])
  }

  @Test func `loops bind their variables, each for the next`() {
    var diagnostics: [Diagnostic] = []
    let clauses =
      EachParser.parse(SourceText("t in worst, i in t.items"), reporting: &diagnostics) ?? []
    let (inside, check) = Self.checker.entering(clauses)
    #expect(check.diagnostics.isEmpty)
    #expect(inside.check(parsed("i.text")).type == .text)
    let wrong = EachParser.parse(SourceText("goal in lead"), reporting: &diagnostics) ?? []
    #expect(Self.checker.entering(wrong).check.diagnostics.map(\.rule.code) == ["P229", "P224"])
  }

  @Test func `every hole of a template is checked`() {
    var diagnostics: [Diagnostic] = []
    let source = SourceText("{gaol} by {finish + 3}")
    let template = TemplateParser.parse(source, reporting: &diagnostics)
    let checked = template.map { Self.checker.check($0) }
    #expect(checked?.diagnostics.map(\.rule.code) == ["P203", "P226"])
    #expect(checked?.diagnostics.map(\.span.column) == [2, 12])
    #expect(checked?.type == .text)
  }

  @Test func `every rule has a code and a name of its own`() {
    let rules = DiagnosticRule.ofExpressions
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
  }
}
