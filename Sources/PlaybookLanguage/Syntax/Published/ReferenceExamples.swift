/// One example of everything, as the reference shows it; together they are a playbook that a test
/// checks, so none of them can be wrong.
package enum ReferenceExamples {
  /// How the page begins: a whole meeting that can be copied.
  package static let start = """
    A playbook is a text file. Copy this into `weekly.yaml`, then `huddle check weekly.yaml` says \
    what is wrong with it, and `huddle run ./weekly.yaml` runs it.

    ```yaml
    huddle: 1                       # version of this language
    id: weekly
    title: Weekly
    time: 20m
    roles: {lead: person}
    sections:
      - id: look
        title: How do we stand?
        time: 10m
        steps:
          - say: Welcome. What is typed here is kept, and everyone gets the record.
          - ask: What should we have when we leave?
            id: goal                # by this name other fields read the answer
            required: yes
          - ask: What stands in the way of “{goal}”?
            id: obstacles
            kind: list
            from: everyone
          - ask: Put three dots on the worst.
            id: dots
            kind: vote
            of: obstacles
          - set:
              worst: obstacles.top(2)
      - id: steps
        title: What do we do?
        time: 10m
        steps:
          - ask: What do we do about “{o}”, who, and by when?
            each: o in worst        # asked once for each of the two
            id: plan
            kind: table
            columns: {step: text, owner: person, due: date}
          - warn: Nothing is planned against “{o}”.
            each: o in worst
            if: o.plan.count == 0
    outcomes:
      - action: "{p.step}"
        each: o in worst, p in o.plan
        owner: p.owner
        due: p.due
    documents:
      - id: notes
        title: "Weekly: {goal}"
        body:
          - table: o in worst
            columns: {Obstacle: o.text, Dots: o.votes}
          - outcomes: actions
    ```

    Five rules carry the rest:

    1. **Prose has holes.** In what people read, `{goal}` is the answer. Prose with a colon, or that \
    starts with a bracket, goes in double quotes.
    2. **Logic has none.** `if`, `each`, `check`, `of`, the values under `set` and the like are \
    expressions: `if: score > 6 and owner != blank`. They have words, not signs: `and or not in`, \
    `yes no blank`.
    3. **A loop hangs its answers on the item.** What is asked with `each: r in risks` and `id: \
    rating` is read as `r.rating` wherever `r` goes over the same list again. What is asked for every \
    pair of two lists is read with both: `rating.of(v, c)`.
    4. **Not answered is `blank`.** It prints as “—”, a list that nobody filled is empty, and `if` \
    treats blank as no.
    5. **Top to bottom.** A step reads what stands above it.
    """

  /// A step for each kind, in order: what stands below may read what stands above.
  package static let kinds: [Question.Kind: String] = [
    .text: "- ask: What are we about to start?\n  id: goal",
    .note: "- ask: How did we come here?\n  id: story\n  kind: note",
    .number:
      "- ask: How many tickets a day?\n  id: tickets\n  kind: number\n  unit: tickets\n  min: 0",
    .money: "- ask: What does one cost?\n  id: cost\n  kind: money",
    .percent: "- ask: Which share is urgent?\n  id: urgent\n  kind: percent\n  max: 100",
    .date:
      "- ask: When should it be done?\n  id: finish\n  kind: date\n  check: finish > today\n  else: Pick a day after today.",
    .duration: "- ask: How long may it take?\n  id: length\n  kind: duration\n  default: 2 weeks",
    .choice: "- ask: Which way?\n  id: way\n  kind: choice\n  options: [build, buy, wait]",
    .choices:
      "- ask: Which teams?\n  id: teams\n  kind: choices\n  options: [sales, support, legal]",
    .yesno: "- ask: Is the budget agreed?\n  id: agreed\n  kind: yesno",
    .scale:
      "- ask: How sure are we?\n  id: sure\n  kind: scale\n  options: {1: a guess, 3: likely, 5: certain}",
    .person: "- ask: Who answers for it?\n  id: owner\n  kind: person",
    .people: "- ask: Who helps?\n  id: helpers\n  kind: people\n  min: 1",
    .list:
      "- ask: What could go wrong?\n  id: risks\n  kind: list\n  from: everyone\n  style: round_robin\n  alone: 3m",
    .group:
      "- ask: Which belong together?\n  id: themes\n  kind: group\n  of: risks\n  headings: [people, money]",
    .vote:
      "- ask: Put three dots on the worst.\n  id: dots\n  kind: vote\n  of: themes\n  votes: 3",
    .fist: "- ask: How far do you support it?\n  id: support\n  kind: fist\n  from: everyone",
    .rank: "- ask: Which first?\n  id: order\n  kind: rank\n  of: themes",
    .matrix:
      "- ask: How likely, and how bad?\n  id: rating\n  kind: matrix\n  of: themes                   # asked for each; read as t.rating.impact\n  rows: [likelihood, impact]\n  options: {1: low, 2: medium, 3: high}\n- ask: How much of it is each risk?\n  id: fit\n  kind: matrix\n  of: themes\n  across: risks                # asked for each pair; read as fit.of(t, r)\n  options: {1: little, 2: half, 3: most}",
    .table:
      "- ask: What do we do?\n  id: plan\n  kind: table\n  columns:\n    step: text\n    owner: person\n    state: [open, done]\n    hours: {kind: number, min: 1, default: 8}\n    days: = hours / 8",
    .schedule: "- ask: Which tasks, after which?\n  id: tasks\n  kind: schedule",
    .raci: "- ask: Who has which part?\n  id: parts\n  kind: raci\n  rows: [build it, run it]",
    .review:
      "- ask: What became of our actions?\n  id: earlier\n  kind: review\n  of: open.actions",
    .readback: "- ask: Is each of these right?\n  id: reading\n  kind: readback",
    .signoff:
      "- ask: Do you sign?\n  id: signed\n  kind: signoff\n  of: minutes          # a document's id",
  ]

  /// What an answer of each kind looks like in a file of answers (`huddle run P --answers FILE`).
  package static let answers: [Question.Kind: String] = [
    .text: "goal: Replace billing", .note: "story: |\n  Two lines\n  of words",
    .number: "tickets: 120", .money: "cost: £6.50", .percent: "urgent: 12 %",
    .date: "finish: 2030-01-15", .duration: "length: 2 weeks", .choice: "way: buy",
    .choices: "teams: [sales, legal]", .yesno: "agreed: yes", .scale: "sure: 3",
    .person: "owner: Ana",
    .people: "helpers: [Ana, Bo]", .list: "risks: [the bank slips, nobody owns it]",
    .group: "themes: {Outside: [1, 2]}", .vote: "dots: {Ana: [1, 1, 2], Bo: 2}",
    .fist: "support: {Ana: 4, Bo: 3}", .rank: "order: [2, 1]",
    .matrix:
      "rating: [{likelihood: 3, impact: 2}, ~]\nfit: [[1, 3], [2, 2]]   # for each theme, one for each risk",
    .table: "plan: [{step: name an owner, owner: Bo}]",
    .schedule: "tasks: [{task: Cast, duration: 3 days}, {task: Hang, after: Cast}]",
    .raci: "parts: {build it: {R: Bo, A: Ana}}", .review: "earlier: [done, ~]",
    .signoff: "signed: {Ana: agree, Bo: later by 2030-02-01}",
  ]

  /// A step for each verb but `ask`, which the kinds show.
  package static let verbs: [String: String] = [
    "say":
      "- say: |\n    It is {finish + months(3)}, and “{goal}” has failed.\n  tip: Only the facilitator sees this.",
    "ask": "- ask: What are we about to start?\n  id: goal",
    "set": "- set:\n    worst: themes.top(3)\n    effort: plan.sum(p, p.hours)",
    "show": "- show:\n    bars: t in themes\n    value: t.votes",
    "warn":
      "- warn: Nothing helps against “{t}” yet.\n  each: t in themes\n  if: t.rating.impact == 3",
    "use": "- use: common/five-whys\n  as: causes\n  with: {problem: \"{goal} failed\"}",
    "repeat":
      "- repeat: why in whys\n  max: 5\n  until: why.root\n  steps:\n    - ask: Why? “{either(whys.last.because, goal)}”\n      id: because\n    - ask: Could we change that?\n      id: root\n      kind: yesno",
    "steps": "- steps:\n    - say: Then we stop here.\n    - say: Thank you.\n  if: not agreed",
  ]

  package static let outcomes: [OutcomeRule.Kind: String] = [
    .action:
      "- action: \"{p.step}\"\n  each: p in plan\n  if: p.state == 'open'\n  owner: p.owner\n  due: finish",
    .decision: "- decision: \"We {way}.\"\n  id: chosen\n  because: story\n  by: owner",
    .risk:
      "- risk: \"{t}\"\n  each: t in themes\n  likelihood: t.rating.likelihood\n  impact: t.rating.impact",
    .agreement: "- agreement: We go ahead.\n  id: go\n  if: support.passed\n  by: people",
    .milestone: "- milestone: Done\n  id: done\n  date: finish\n  owner: owner",
    .event: "- event: Look again\n  id: again\n  date: finish - weeks(2)\n  every: weeks(1)",
    .metric: "- metric: Tickets a day\n  id: load\n  value: tickets\n  target: tickets / 2",
  ]

  package static let parts: [DocumentPart.Kind: String] = [
    .heading: "- heading: \"What {goal} needs\"",
    .text: "- text: \"{story}\"\n  if: story != blank",
    .answers:
      "- answers: [goal, tickets, cost, urgent, length, teams, sure, helpers, dots, order, earlier]",
    .table: "- table: t in themes\n  columns: {Story: t.text, Dots: t.votes}",
    .list: "- list: r in risks\n  text: \"{r} ({r.by})\"",
    .bars: "- bars: t in themes\n  value: t.votes",
    .heatmap: "- heatmap: t in themes\n  x: t.rating.likelihood\n  y: t.rating.impact",
    .pareto: "- pareto: t in themes\n  value: t.items.count",
    .quadrant:
      "- quadrant: t in themes\n  x: t.rating.likelihood\n  y: t.rating.impact\n  size: t.votes",
    .gantt: "- gantt: tasks", .trend: "- trend: tickets", .canvas: "- canvas: [goal, way, parts]",
    .outcomes: "- outcomes: [actions, risks]", .signoff: "- signoff: signed",
    .group:
      "- each: t in worst\n  body:\n    - heading: \"{t}\"\n    - text: \"{t.votes} dots, {effort} hours, {causes.root}\"",
  ]

  /// All of them as one playbook, for the test that holds them.
  package static func playbook() -> String {
    let kinds = LanguageTable.kinds.compactMap { Self.kinds[$0.kind] }
    let order = ["set", "say", "show", "warn", "use", "repeat", "steps"]
    let last = LanguageTable.kinds.suffix(3).compactMap { Self.kinds[$0.kind] }
    let steps =
      Array(kinds.dropLast(last.count)) + order.compactMap { Self.verbs[$0] } + last
      + ReferenceReadings.steps
    return """
      huddle: 1
      id: examples
      title: Examples
      currency: EUR
      roles: {lead: person}
      given: {limit: 6}
      earlier: {retro: weekly}
      sections:
        - id: all
          title: All
          steps:
      \(indented(steps, by: 6))
      outcomes:
      \(indented(LanguageTable.outcomes.compactMap { outcomes[$0.kind] }, by: 2))
      documents:
        - id: minutes
          title: Minutes
          body:
      \(indented(DocumentPart.Kind.allCases.compactMap { parts[$0] }, by: 6))

      """
  }

  private static func indented(_ snippets: [String], by count: Int) -> String {
    let margin = String(repeating: " ", count: count)
    return snippets.flatMap { $0.split(separator: "\n") }.map { margin + $0 }
      .joined(separator: "\n")
  }
}
