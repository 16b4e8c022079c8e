extension JSONValue {
  /// The value of a member; nil where this is no object or has no such member.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text; nil for any other kind of value.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; nil for any other kind of value.
  package var number: Number? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number where it is whole and fits.
  package var int: Int? { number?.wholeValue }

  /// True or false; nil for any other kind of value.
  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The elements; nil for any other kind of value.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members in their order; nil for any other kind of value.
  package var object: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// True for `null`.
  package var isNull: Bool { self == .null }
}

/// Values written down in Swift as they look in JSON.
extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(Number(value)) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
