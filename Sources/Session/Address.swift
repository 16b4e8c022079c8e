/// Where an answer hangs: `question@item@item`, outer to inner, and `!person` for somebody's own.
package struct Address: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The question's (or step's) full name: `rating`, `closing.rounds`.
  package let question: String
  /// The items of the loops around the question, outer to inner.
  package let items: [String]
  /// Set where the answer is one participant's own.
  package let person: String?

  package init(_ question: String, items: [String] = [], person: String? = nil) {
    self.question = question
    self.items = items
    self.person = person
  }

  /// Reads the written form; nil where a part of it is empty.
  package init?(text: String) {
    let byPerson = text.split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = byPerson[0].split(separator: "@", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }), byPerson.last?.isEmpty == false else { return nil }
    self.init(
      String(parts[0]), items: parts.dropFirst().map(String.init),
      person: byPerson.count == 2 ? String(byPerson[1]) : nil)
  }

  package var description: String {
    ([question] + items).joined(separator: "@") + (person.map { "!" + $0 } ?? "")
  }

  package static func < (a: Address, b: Address) -> Bool { a.description < b.description }
}

extension Address {
  /// Lists of the room itself, which any prompt adds to; playbooks cannot use the name `room`.
  package enum Room: String, Sendable, CaseIterable {
    case actions, decisions, agreements, risks, notes, open, parked

    /// The list's address: `room.actions`.
    package var address: Address { Address("room." + rawValue) }

    /// The reserved first letter of its items' ids.
    package var prefix: String {
      switch self {
      case .actions: "A"
      case .decisions: "D"
      case .agreements: "G"
      case .risks: "K"
      case .notes: "N"
      case .open: "O"
      case .parked: "P"
      }
    }

    package init?(_ address: Address) {
      guard address.question.hasPrefix("room.") else { return nil }
      self.init(rawValue: String(address.question.dropFirst(5)))
    }
  }

  /// Who is here: settled by the first joining, before the first section.
  package static let people = Address("room.people")

  /// Under what it is kept that somebody who had said nothing was asked before the close, or not.
  package static let voices = "room.voices"

  /// Who holds a role: `room.role.lead`.
  package static func role(_ name: String) -> Address { Address("room.role." + name) }
}
