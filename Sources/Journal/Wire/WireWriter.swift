import Session
import Values

/// Writes one JSON object's members in order; what is nil is left out.
struct WireWriter {
  private(set) var members: [JSONValue.Member] = []

  var object: JSONValue { .object(members) }

  mutating func put(_ name: String, _ value: JSONValue) { members.append(.init(name, value)) }

  mutating func put(_ name: String, _ text: String?) {
    if let text { put(name, JSONValue.string(text)) }
  }

  mutating func put(_ name: String, _ whole: Int?) {
    if let whole { put(name, JSONValue.number(Number(whole))) }
  }

  mutating func put(_ name: String, _ flag: Bool?) {
    if let flag { put(name, JSONValue.bool(flag)) }
  }

  mutating func put(_ name: String, _ address: Address) { put(name, address.description) }

  mutating func put(_ name: String, _ date: CalendarDate?) { put(name, date?.iso) }

  /// A list that is left out where it is nil; an empty one is written.
  mutating func put(_ name: String, _ texts: [String]?) {
    if let texts { put(name, JSONValue.array(texts.map { .string($0) })) }
  }

  /// A list that is left out where it is empty.
  mutating func put(_ name: String, ifAny texts: [String]) {
    if !texts.isEmpty { put(name, texts) }
  }

  mutating func put(_ name: String, ifAny addresses: [Address]) {
    put(name, ifAny: addresses.map(\.description))
  }

  mutating func put(_ name: String, ifAny row: [JSONValue.Member]) {
    if !row.isEmpty { put(name, JSONValue.object(row)) }
  }

  /// A list of objects, each written by the closure.
  mutating func put<T>(_ name: String, _ values: [T], _ write: (T, inout WireWriter) -> Void) {
    put(
      name,
      .array(
        values.map { value in
          var writer = WireWriter()
          write(value, &writer)
          return writer.object
        }))
  }
}
