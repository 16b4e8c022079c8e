/// Whom a typed name means, among the people of the room.
package enum NameMatch: Sendable, Hashable {
  case one(String)
  /// Several people answer to it; to be asked.
  case several([String])
  /// Nobody has that name, but one person's differs by a slip of the keyboard; to be confirmed.
  case near(String)
  case none

  package var isNear: Bool { if case .near = self { true } else { false } }
}
