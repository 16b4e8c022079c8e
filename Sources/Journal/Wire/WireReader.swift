import Session
import Values

/// Reads one JSON object's members by name and remembers which ones nobody asked for.
struct WireReader {
  private var members: [JSONValue.Member]

  init(_ members: [JSONValue.Member]) { self.members = members }

  init(_ value: JSONValue, in field: String) throws(RecordFault) {
    guard case .object(let members) = value else {
      throw .wrong(field: field, expected: "an object")
    }
    self.members = members
  }

  /// The members that were not read, in their order.
  var unread: [JSONValue.Member] { members }

  /// Takes a member out; nil where there is none.
  mutating func take(_ name: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
    return members.remove(at: index).value
  }

  mutating func value(_ name: String) throws(RecordFault) -> JSONValue {
    guard let value = take(name) else { throw .missing(field: name) }
    return value
  }

  /// A member that may be missing or null.
  private mutating func present(_ name: String) -> JSONValue? {
    guard let value = take(name), !value.isNull else { return .none }
    return value
  }

  private mutating func required<T>(_ name: String, _ value: T?) throws(RecordFault) -> T {
    guard let value else { throw .missing(field: name) }
    return value
  }

  // MARK: Texts and numbers

  mutating func string(_ name: String) throws(RecordFault) -> String {
    try required(name, stringIfAny(name))
  }

  mutating func stringIfAny(_ name: String) throws(RecordFault) -> String? {
    guard let value = present(name) else { return nil }
    guard case .string(let text) = value else { throw .wrong(field: name, expected: "a text") }
    return text
  }

  mutating func int(_ name: String) throws(RecordFault) -> Int {
    try required(name, intIfAny(name))
  }

  mutating func intIfAny(_ name: String) throws(RecordFault) -> Int? {
    guard let value = present(name) else { return nil }
    guard let whole = value.int else { throw .wrong(field: name, expected: "a whole number") }
    return whole
  }

  mutating func boolIfAny(_ name: String) throws(RecordFault) -> Bool? {
    guard let value = present(name) else { return nil }
    guard case .bool(let flag) = value else {
      throw .wrong(field: name, expected: "true or false")
    }
    return flag
  }

  /// One of an enumeration's raw values.
  mutating func choice<T: RawRepresentable<String>>(_ name: String) throws(RecordFault) -> T {
    try required(name, choiceIfAny(name))
  }

  mutating func choiceIfAny<T: RawRepresentable<String>>(
    _ name: String
  ) throws(RecordFault) -> T? {
    guard let text = try stringIfAny(name) else { return nil }
    guard let choice = T(rawValue: text) else {
      throw .wrong(field: name, expected: "a word that this huddle knows (\"\(text)\")")
    }
    return choice
  }

  // MARK: Addresses, dates and lists

  mutating func address(_ name: String) throws(RecordFault) -> Address {
    try Self.address(string(name), name)
  }

  mutating func addresses(_ name: String) throws(RecordFault) -> [Address] {
    var found: [Address] = []
    for text in try stringsIfAny(name) ?? [] { found.append(try Self.address(text, name)) }
    return found
  }

  private static func address(_ text: String, _ field: String) throws(RecordFault) -> Address {
    guard let address = Address(text: text) else {
      throw .wrong(field: field, expected: "an address (question@item!person)")
    }
    return address
  }

  mutating func date(_ name: String) throws(RecordFault) -> CalendarDate {
    try required(name, dateIfAny(name))
  }

  mutating func dateIfAny(_ name: String) throws(RecordFault) -> CalendarDate? {
    guard let text = try stringIfAny(name) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw .wrong(field: name, expected: "a date (YYYY-MM-DD)")
    }
    return date
  }

  mutating func list(_ name: String) throws(RecordFault) -> [JSONValue] {
    try required(name, listIfAny(name))
  }

  mutating func listIfAny(_ name: String) throws(RecordFault) -> [JSONValue]? {
    guard let value = present(name) else { return nil }
    guard case .array(let entries) = value else { throw .wrong(field: name, expected: "a list") }
    return entries
  }

  mutating func strings(_ name: String) throws(RecordFault) -> [String] {
    try required(name, stringsIfAny(name))
  }

  mutating func stringsIfAny(_ name: String) throws(RecordFault) -> [String]? {
    guard let entries = try listIfAny(name) else { return nil }
    var texts: [String] = []
    for entry in entries {
      guard case .string(let text) = entry else {
        throw .wrong(field: name, expected: "a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  /// An object's members; none where it is missing.
  mutating func membersIfAny(_ name: String) throws(RecordFault) -> [JSONValue.Member] {
    guard let value = present(name) else { return [] }
    guard case .object(let members) = value else {
      throw .wrong(field: name, expected: "an object")
    }
    return members
  }
}
