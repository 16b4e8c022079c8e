import PlaybookLanguage
import Values

/// A scope in which every name has some value of every sort, by its first letter.
struct NoMeeting: EvaluationScope {
  private static let item = Value.item(ItemValue(id: "r1", list: "reasons"))
  private static let values: [Value] = [
    .blank, .text("words"), .number(Number(7)), .percent(Number(1)), .yesno(true), item,
    .list([item, item]), .person(PersonValue(id: "p1", name: "Ana")),
    .money(Money(Number(240), "GBP")), .date(Instant(milliseconds: 0).date(offsetSeconds: 0)),
  ]

  func value(of name: String) -> Value {
    Self.values[Int(name.utf8.first ?? 0) % Self.values.count]
  }

  func value(of name: String, for items: [Value]) -> Value { value(of: name) }
  func member(_ name: String, of item: ItemValue) -> Value { value(of: name) }
  func text(of item: ItemValue) -> String { item.id }
  func member(_ name: String, of person: PersonValue) -> Value { .text(person.name) }
}
