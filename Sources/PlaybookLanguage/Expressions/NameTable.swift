/// What the names of a playbook stand for: the checker's view of everything that can be read.
package struct NameTable: Sendable, Equatable {
  /// Types by full name: `goal`, `closing.rounds`, `today`, `open.actions`.
  package var names: [String: ValueType]
  /// The fields of each list's items, by the list's full name, then by field.
  ///
  /// Every item has `text` and `by` besides. A list that is not in here may have any field.
  package var members: [String: [String: ValueType]]
  /// Where a name or `list.field` comes from, for the note under a "did you mean".
  package var origins: [String: String]
  /// What is asked or worked out inside loops, by full name: `rating.of(v, c)` reads it.
  package var looped: [String: LoopedName] = [:]
  /// By `list.field`: the full names that hang on the list's items under this one word.
  package var hung: [String: [String]] = [:]

  package init(
    names: [String: ValueType] = [:], members: [String: [String: ValueType]] = [:],
    origins: [String: String] = [:]
  ) {
    self.names = names
    self.members = members
    self.origins = origins
  }

  /// What every item has, whatever its list.
  static let itemFields: [String: ValueType] = ["text": .text, "by": .person]

  static let personFields: [String: ValueType] = [
    "name": .text, "role": .text, "function": .text,
  ]

  /// All fields of a type that can be asked for by name, nil where any may be.
  func fields(of type: ValueType) -> [String: ValueType]? {
    switch type {
    case .unknown, .blank: nil
    case .person: Self.personFields
    case .item(let list): members[list].map { $0.merging(Self.itemFields) { own, _ in own } }
    case .record(let fields):
      Dictionary(fields.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    default: [:]
    }
  }
}
