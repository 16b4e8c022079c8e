/// What kind of value an expression gives, known before a meeting runs.
package indirect enum ValueType: Sendable, Equatable {
  /// Anything: a mistake in it is reported already, or only the session knows.
  case unknown
  /// The word `blank` itself.
  case blank
  case text
  case number
  case money
  case date
  case span
  /// What `months(n)` gives: months have no length until they are added to a day.
  case months
  case yesno
  /// One of these words.
  case choice([String])
  case person
  case list(ValueType)
  /// An entry of the list with this full name; `NameTable.members` knows its fields.
  case item(String)
  case record([Field])

  package struct Field: Sendable, Equatable {
    package let name: String
    package let type: ValueType

    package init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// The types without what they hold, for saying which are fit.
  package enum Family: Sendable, Hashable {
    case unknown, text, number, money, date, span, months, yesno, choice, person, list, item, record
  }

  package var family: Family {
    switch self {
    case .unknown, .blank: .unknown
    case .text: .text
    case .number: .number
    case .money: .money
    case .date: .date
    case .span: .span
    case .months: .months
    case .yesno: .yesno
    case .choice: .choice
    case .person: .person
    case .list: .list
    case .item: .item
    case .record: .record
    }
  }

  /// True where nothing more can be said: no further mistake is reported of it.
  package var isOpen: Bool { family == .unknown }

  /// What an entry of this list is; unknown for what is no list.
  package var element: ValueType {
    if case .list(let element) = self { element } else { .unknown }
  }

  /// With its article, for messages: `a number`, `a list`.
  package var words: String { family.words }

  /// What either of the two is: the same, the known one, or unknown.
  package func joined(with other: ValueType) -> ValueType {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): .unknown
    case (.blank, let known), (let known, .blank): known
    case (.list(let a), .list(let b)): .list(a.joined(with: b))
    case (.choice(let a), .choice(let b)): .choice(a + b.filter { !a.contains($0) })
    case (.choice, .text), (.text, .choice): .text
    case (let a, let b): a == b ? a : .unknown
    }
  }
}

extension ValueType.Family {
  /// With its article, for messages: `a number`, `a list`.
  package var words: String {
    switch self {
    case .unknown: "anything"
    case .text: "text"
    case .number: "a number"
    case .money: "money"
    case .date: "a date"
    case .span: "a length of time"
    case .months: "a number of months"
    case .yesno: "yes or no"
    case .choice: "a choice"
    case .person: "a person"
    case .list: "a list"
    case .item: "an item of a list"
    case .record: "a set of values"
    }
  }
}
