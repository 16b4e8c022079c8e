import Session
import Values

/// Reads one JSON object's members by name and remembers which ones nobody asked for.
struct WireReader {
  private var members: [JSONValue.Member]
  /// Set where nothing is read, and only noted what is asked for.
  private let trace: WireTrace?

  init(_ members: [JSONValue.Member]) {
    self.members = members
    trace = nil
  }

  /// A reader that notes what it is asked for, and answers with made-up values.
  init(following trace: WireTrace) {
    members = []
    self.trace = trace
  }

  init(_ value: JSONValue, in field: String) throws(RecordFault) {
    guard case .object(let members) = value else {
      throw .wrong(field: field, expected: "an object")
    }
    self.members = members
    trace = nil
  }

  /// The members that were not read, in their order.
  var unread: [JSONValue.Member] { members }

  /// Takes a member out; nil where there is none.
  mutating func take(_ name: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
    return members.remove(at: index).value
  }

  mutating func value(_ name: String) throws(RecordFault) -> JSONValue {
    if let trace {
      trace.note(name, .anything, isRequired: true)
      return .null
    }
    guard let value = take(name) else { throw .missing(field: name) }
    return value
  }

  /// A member that may be missing or null.
  private mutating func present(_ name: String) -> JSONValue? {
    guard let value = take(name), !value.isNull else { return .none }
    return value
  }

  private mutating func required<T>(_ name: String, _ value: T?) throws(RecordFault) -> T {
    trace?.require(name)
    guard let value else { throw .missing(field: name) }
    return value
  }

  /// Notes what is asked for; nil where it is to be read.
  private func made<T>(_ name: String, _ form: WireTrace.Form, _ value: T?) -> T? {
    guard let trace else { return nil }
    trace.note(name, form, isRequired: false)
    return value
  }

  // MARK: Texts and numbers

  mutating func string(_ name: String) throws(RecordFault) -> String {
    try required(name, stringIfAny(name))
  }

  mutating func stringIfAny(_ name: String) throws(RecordFault) -> String? {
    if let made = made(name, .text, "x") { return made }
    guard let value = present(name) else { return nil }
    guard case .string(let text) = value else { throw .wrong(field: name, expected: "a text") }
    return text
  }

  mutating func int(_ name: String) throws(RecordFault) -> Int {
    try required(name, intIfAny(name))
  }

  mutating func intIfAny(_ name: String) throws(RecordFault) -> Int? {
    if let made = made(name, .whole, RecordCodec.version) { return made }
    guard let value = present(name) else { return nil }
    guard let whole = value.int else { throw .wrong(field: name, expected: "a whole number") }
    return whole
  }

  /// A whole number within bounds: what is added up later cannot run over.
  mutating func int(_ name: String, in range: ClosedRange<Int>) throws(RecordFault) -> Int {
    try required(name, intIfAny(name, in: range))
  }

  mutating func intIfAny(
    _ name: String, in range: ClosedRange<Int>
  ) throws(RecordFault) -> Int? {
    guard let whole = try intIfAny(name) else { return nil }
    guard range.contains(whole) else {
      throw .wrong(
        field: name, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return whole
  }

  /// Holds a member to its bounds that is left for whoever reads it: it stays among the unread ones.
  func checkInt(_ name: String, in range: ClosedRange<Int>) throws(RecordFault) {
    if made(name, .whole, RecordCodec.version) != nil { return }
    var copy = self
    _ = try copy.intIfAny(name, in: range)
  }

  mutating func boolIfAny(_ name: String) throws(RecordFault) -> Bool? {
    if let made = made(name, .flag, true) { return made }
    guard let value = present(name) else { return nil }
    guard case .bool(let flag) = value else {
      throw .wrong(field: name, expected: "true or false")
    }
    return flag
  }

  /// One of an enumeration's raw values.
  mutating func choice<T: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) throws(RecordFault) -> T {
    try required(name, choiceIfAny(name))
  }

  mutating func choiceIfAny<T: RawRepresentable<String> & CaseIterable>(
    _ name: String
  ) throws(RecordFault) -> T? {
    let words = T.allCases.map(\.rawValue)
    if let made = made(name, .choice(words), T.allCases.first) { return made }
    guard let text = try stringIfAny(name) else { return nil }
    guard let choice = T(rawValue: text) else {
      throw .wrong(field: name, expected: "a word that this huddle knows (\"\(text)\")")
    }
    return choice
  }

  // MARK: Addresses, dates and lists

  mutating func address(_ name: String) throws(RecordFault) -> Address {
    if let made = made(name, .address, Address(name)) { return try required(name, made) }
    return try Self.address(string(name), name)
  }

  mutating func addresses(_ name: String) throws(RecordFault) -> [Address] {
    if let made = made(name, .list(.address), [Address]()) { return made }
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
    let epoch = Instant(milliseconds: 0).date(offsetSeconds: 0)
    if let made = made(name, .date, epoch) { return made }
    guard let text = try stringIfAny(name) else { return nil }
    guard let date = CalendarDate(iso: text) else {
      throw .wrong(field: name, expected: "a date (YYYY-MM-DD)")
    }
    return date
  }

  /// A list of objects, each read by the closure.
  mutating func entries<T>(
    _ name: String, _ read: (inout WireReader) throws(RecordFault) -> T
  ) throws(RecordFault) -> [T] {
    if let trace {
      let inside = WireTrace()
      var entry = WireReader(following: inside)
      let made = try read(&entry)
      trace.note(name, .entries(inside.fields), isRequired: true)
      return [made]
    }
    var found: [T] = []
    for value in try required(name, listIfAny(name)) {
      var entry = try WireReader(value, in: name)
      found.append(try read(&entry))
    }
    return found
  }

  /// A list of whole numbers.
  mutating func ints(_ name: String, of what: String) throws(RecordFault) -> [Int] {
    if let made = made(name, .list(.whole), [Int]()) { return try required(name, made) }
    var found: [Int] = []
    for value in try required(name, listIfAny(name)) {
      guard let number = value.int else { throw .wrong(field: name, expected: "a list of \(what)") }
      found.append(number)
    }
    return found
  }

  private mutating func listIfAny(_ name: String) throws(RecordFault) -> [JSONValue]? {
    guard let value = present(name) else { return nil }
    guard case .array(let entries) = value else { throw .wrong(field: name, expected: "a list") }
    return entries
  }

  mutating func strings(_ name: String) throws(RecordFault) -> [String] {
    try required(name, stringsIfAny(name))
  }

  mutating func stringsIfAny(_ name: String) throws(RecordFault) -> [String]? {
    if let made = made(name, .list(.text), [String]()) { return made }
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
    if let made = made(name, .object, [JSONValue.Member]()) { return made }
    guard let value = present(name) else { return [] }
    guard case .object(let members) = value else {
      throw .wrong(field: name, expected: "an object")
    }
    return members
  }
}
