package import Values

/// What an expression gives, and what an answer reads as.
package enum Value: Sendable, Equatable {
  /// An unanswered, skipped or hidden question.
  case blank
  case text(String)
  case number(Number)
  /// A share: a number in every respect but printing, where 0.12 reads `12 %`.
  case percent(Number)
  /// A step of a scale or matrix: a number in every respect but printing, where it says its word.
  case rating(Number, String)
  case money(Money)
  case date(CalendarDate)
  case span(TimeSpan)
  case yesno(Bool)
  /// The option's label as the playbook writes it.
  case choice(String)
  case person(PersonValue)
  case list([Value])
  /// An entry of a list, row of a table, theme or turn of a loop; its fields are asked of the scope.
  case item(ItemValue)
  /// Named parts without an identity: a matrix's cells, a fist's tally, an interval.
  case record([Field])

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

/// A participant as a value: equal by id, printed by name.
package struct PersonValue: Sendable, Hashable {
  package let id: String
  package let name: String

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  package static func == (a: PersonValue, b: PersonValue) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// An item as a value: `filter`, `sort`, `take` and `top` keep its identity.
package struct ItemValue: Sendable, Hashable {
  /// Unique in the session: `r3`, `T1`, `A2`.
  package let id: String
  /// The question (or `repeat`) whose list it belongs to, by full name: `reasons`, `plan.rows`.
  package let list: String
  /// The items of the loops around the list it was read from, outer to inner.
  package let chain: [String]

  package init(id: String, list: String, chain: [String] = []) {
    self.id = id
    self.list = list
    self.chain = chain
  }

  package static func == (a: ItemValue, b: ItemValue) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
