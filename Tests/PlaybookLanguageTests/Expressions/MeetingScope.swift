import PlaybookLanguage
import Values

/// A meeting as dictionaries: names, items with their fields, and nothing else.
struct MeetingScope: EvaluationScope {
  var names: [String: Value]
  var items: [String: [String: Value]]

  func value(of name: String) -> Value { names[name] ?? .blank }

  func value(of name: String, for items: [Value]) -> Value {
    if case .item(let item)? = items.first { member(name, of: item) } else { .blank }
  }

  func member(_ name: String, of item: ItemValue) -> Value { items[item.id]?[name] ?? .blank }

  func text(of item: ItemValue) -> String {
    if case .text(let text)? = items[item.id]?["text"] { text } else { item.id }
  }

  func member(_ name: String, of person: PersonValue) -> Value {
    name == "name" ? .text(person.name) : .blank
  }

  static let ana = Value.person(PersonValue(id: "ana", name: "Ana"))
  static let bo = Value.person(PersonValue(id: "bo", name: "Bo"))

  static func pounds(_ amount: Int) -> Value { .money(Money(Number(amount), "GBP")) }

  static func day(_ text: String) -> Value { CalendarDate(iso: text).map(Value.date) ?? .blank }

  static func list(_ ids: [String], of list: String) -> Value {
    .list(ids.map { .item(ItemValue(id: $0, list: list)) })
  }

  static let example = MeetingScope(
    names: [
      "goal": .text("Replace billing"), "n": .number(7), "zero": .number(0),
      "third": .number(Number("0.3333") ?? 0), "share": .percent(Number("0.25") ?? 0),
      "budget": pounds(1200), "fee": .money(Money(5, "EUR")), "finish": day("2026-01-31"),
      "today": day("2025-11-20"), "length": .span(TimeSpan(seconds: 259_200)), "done": .yesno(true),
      "level": .choice("high"), "lead": ana, "people": .list([ana, bo]),
      "scores": .list([.number(4), .blank, .number(1), .number(4)]),
      "costs": .list([pounds(10), pounds(30)]),
      "mixed": .list([pounds(10), .money(Money(1, "EUR"))]),
      "shares": .list([.percent(1), .percent(0)]),
      "spans": .list([.span(TimeSpan(seconds: 60)), .span(TimeSpan(seconds: 120))]),
      "words": .list([.text("b"), .text("É"), .text("a"), .text("C")]),
      "grid": .record([.init("low", .number(1)), .init("a b", .number(2))]),
      "risks": list(["r1", "r2", "r3", "r4", "r5"], of: "risks"),
      "large": .number(Number("1" + String(repeating: "0", count: 37)) ?? 0),
    ],
    items: [
      "r1": [
        "text": .text("slips"), "impact": .number(3), "votes": .number(2), "voters": .number(1),
        "owner": ana, "due": day("2026-03-01"), "cost": pounds(5),
      ],
      "r2": [
        "text": .text("data"), "impact": .number(5), "votes": .number(0), "owner": bo,
        "due": day("2026-02-01"), "cost": pounds(7),
      ],
      "r3": ["text": .text("people"), "votes": .number(2), "voters": .number(2)],
      "r4": ["text": .text("law"), "impact": .number(3), "votes": .number(4)],
      "r5": ["text": .text("vendor"), "impact": .number(1), "votes": .number(2)],
    ])
}
