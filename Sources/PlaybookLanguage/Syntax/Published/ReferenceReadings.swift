/// What expressions can say, as the reference lists it: what each kind of answer reads as, names
/// that are always there, operators.
///
/// Each is an expression over the examples, so that the test that checks those holds these too.
package enum ReferenceReadings {
  /// One expression with what it gives.
  package struct Reading: Sendable {
    /// The loop that it stands in, where it reads an item: `t in themes`.
    let loop: String?
    let expression: String
    let meaning: String

    init(_ expression: String, _ meaning: String, each loop: String? = nil) {
      self.expression = expression
      self.meaning = meaning
      self.loop = loop
    }
  }

  /// What can be read after a question of each kind; kinds without a row are not read.
  package static let ofKinds: [Question.Kind: [Reading]] = [
    .text: [Reading("goal", "the words")],
    .note: [Reading("story", "the words")],
    .number: [Reading("tickets / 2", "a number")],
    .money: [
      Reading("cost * 12", "money"), Reading("cost / cost", "money by money is a number"),
    ],
    .percent: [Reading("urgent * tickets", "12 % counts as 0.12")],
    .date: [
      Reading("finish + weeks(2)", "a day"),
      Reading("(finish - today).days", "days between two; also .weeks"),
    ],
    .duration: [Reading("length.weeks", "how many weeks; also .days"), Reading("length * 2", "")],
    .choice: [Reading("way == 'buy'", "compared with an option's words")],
    .choices: [
      Reading("'sales' in teams", "whether it is among those chosen"),
      Reading("teams.count", "how many"),
    ],
    .yesno: [Reading("not agreed", "yes or no, also bare in an if")],
    .scale: [
      Reading("sure >= 3", "the number"), Reading("sure", "prints the number and its word"),
    ],
    .person: [Reading("owner.name", "also .function and .role")],
    .people: [
      Reading("owner in helpers", "whether somebody is among them"),
      Reading("helpers.count", "how many"),
    ],
    .list: [
      Reading("risks.count", "how many"),
      Reading("r.text", "the words, as {r} alone", each: "r in risks"),
      Reading("r.by", "who said it", each: "r in risks"),
      Reading("r.theme", "the theme that it is in", each: "r in risks"),
    ],
    .group: [
      Reading("t.text", "what the theme is called", each: "t in themes"),
      Reading(
        "t.items", "its entries; an entry in no theme is a theme of its own", each: "t in themes"),
    ],
    .vote: [
      Reading("t.votes", "dots; also .voters and .rank", each: "t in themes"),
      Reading("themes.top(3)", "those with most dots"),
    ],
    .fist: [
      Reading("support.passed", "whether nobody shows less than 3"),
      Reading("support.lowest", "the lowest hand"),
      Reading("support.low", "who showed less than 3"),
      Reading("support.votes", "all hands, as numbers"),
      Reading("support.abstained", "who showed none"),
    ],
    .rank: [
      Reading("order.first", "the list in its new order"),
      Reading("t.rank", "an entry's place", each: "t in themes"),
    ],
    .matrix: [
      Reading("t.rating.impact", "one rating of an item", each: "t in themes"),
      Reading(
        "fit.of(t, r)", "across a second list: the rating of a pair",
        each: "t in themes, r in risks"),
      Reading("risks.sum(r, fit.of(t, r))", "a sum over one of the two", each: "t in themes"),
    ],
    .table: [
      Reading("p.step", "a cell, by its column", each: "p in plan"),
      Reading("plan.sum(p, p.hours)", "a sum over the rows"),
      Reading("p", "the row's first column", each: "p in plan"),
    ],
    .schedule: [
      Reading(
        "s.end", "also .task, .owner, .start, .duration, .after, .slack, .critical",
        each: "s in tasks"),
      Reading("tasks.end", "when all is done"),
      Reading("tasks.critical", "the tasks that may not slip"),
    ],
    .raci: [
      Reading(
        "d.responsible", "people; also .accountable, .consulted, .informed", each: "d in parts"),
      Reading("d.task", "the task's words", each: "d in parts"),
    ],
    .review: [
      Reading("a.state", "the list as it is now: open, done, dropped", each: "a in earlier")
    ],
  ]

  /// Names that no question brings about.
  package static let names: [Reading] = [
    Reading("today", "the day on which the meeting began, also when it goes on tomorrow"),
    Reading("people", "who takes part"), Reading("project", "the project's name"),
    Reading("title", "the playbook's title"),
    Reading("lead.name", "whoever holds a role, by the role's name"),
    Reading("limit", "a constant of 'given'"),
    Reading("last_time.goal", "the answer in this project's last closed meeting of this playbook"),
    Reading("retro.goal", "the same of another playbook, named under 'earlier'"),
    Reading(
      "a.due", "each open action of the project; also .text, .owner, .state",
      each: "a in open.actions"),
    Reading("open.risks.count", "open risks, open.decisions and open.parked likewise"),
    Reading("outcomes.actions.count", "what this meeting has come to so far, by kind of outcome"),
    Reading(
      "p.last_time.owner", "the same row's cell before, where it was carried over",
      each: "p in plan"),
  ]

  package static let operators: [Reading] = [
    Reading("1 + 2 * 3", "+ - * / with the usual order; brackets go first"),
    Reading("tickets > 3 and not agreed", "and, or, not"),
    Reading("way == 'buy' or way != 'wait'", "equal and not equal"),
    Reading("sure >= 3", "< <= > >=, between two of a kind; they do not chain"),
    Reading("owner in people", "in, not in: whether a list has it"),
    Reading("risks[1]", "an entry by its place, from 1"),
    Reading("story == blank", "whether it was not answered"),
    Reading("12%", "a share, as 0.12"),
    Reading("['red', 'green']", "a list; texts stand in single quotes"),
  ]

  /// Every one as a step, for the playbook that the test checks.
  static var steps: [String] {
    let kinds = LanguageTable.kinds.flatMap { ofKinds[$0.kind] ?? [] }
    return (kinds + names + operators).map { reading in
      let step = "- say: \"{\(reading.expression)}\""
      return reading.loop.map { "\(step)\n  each: \($0)" } ?? step
    }
  }
}
