/// A JSON document: objects keep the order of their members, numbers are decimal.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Number)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and its value.
  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: JSONValue

    /// A name and its value.
    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}
