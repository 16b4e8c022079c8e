package import Values

/// An entry of a list, a table's row, a theme, or a thing captured on the way.
package struct Item: Sendable, Equatable {
  /// Never reused: `r1`, `T2`, `A3`.
  package let id: String
  /// The list it was added to.
  package internal(set) var list: Address
  package var text: String
  package var by: [String]
  package var row: [JSONValue.Member]
  /// The theme it is in.
  package var group: String?
  /// The item it was merged into; its id is then retired.
  package var into: String?
  package var isGone = false
  package let source: String?
  /// Number of the record that added it.
  package let record: Int

  package var isLive: Bool { !isGone && into == nil }

  /// A column as its kind wrote it; null where the row has none.
  package subscript(column: String) -> JSONValue {
    row.first { $0.name == column }?.value ?? .null
  }
}

/// A participant: seated in order of first joining, for ever.
package struct Participant: Sendable, Equatable {
  package enum Presence: Sendable { case here, away, left }

  package let id: String
  package var name: String
  package var roles: [String]
  package var function: String?
  package var isRemote: Bool
  package var presence: Presence
  /// Where they are reached, and what trackers know them by.
  package var email: String?

  package var isHere: Bool { presence == .here }
}
