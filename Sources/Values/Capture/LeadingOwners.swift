/// The names that a line of quick capture begins with: `Ana drafts …`, `Ana and Bo draft …`.
struct LeadingOwners {
  private(set) var owners: [CapturedOwner] = []
  /// How many words leave the sentence with them.
  private(set) var count = 0

  private let words: [SpokenWord]
  private let people: RoomNames

  /// nil where the line does not begin with somebody of the room.
  init?(words: [SpokenWord], people: RoomNames) {
    self.words = words
    self.people = people
    guard take(at: 0) || takeNear() else { return nil }
    while takeJoined() {}
    guard isOwner else { return nil }
    dropWordAfterNames()
  }

  private static let joints: Set<String> = ["and", "&", "+", "/"]

  /// Words that follow a verb, so that the `Mark` of `Mark the tests` is no person.
  private static let objects: Set<String> = [
    "the", "a", "an", "all", "each", "every", "our", "my", "their", "your", "it", "this", "that",
    "these", "those", "them", "up", "out",
  ]

  private var next: SpokenWord? { words.indices.contains(count) ? words[count] : nil }

  private var isOwner: Bool {
    guard let next, count > 0 else { return count == words.count }
    return words[count - 1].endsClause || !Self.objects.contains(next.core)
  }

  private mutating func take(at start: Int) -> Bool {
    guard let name = KnownName(at: start, in: words, people: people) else { return false }
    owners.append(name.owner)
    count = start + name.count
    return true
  }

  /// `Anna drafts` where only an Ana is here: a capital, and a verb in the third person.
  private mutating func takeNear() -> Bool {
    guard let first = words.first, words.count > 1, first.core.count >= 4,
      first.text.first?.isUppercase == true, case .near(let id) = people.match(first.core),
      first.ending == ":" || Self.isThirdPerson(words[1])
    else { return false }
    owners.append(CapturedOwner(said: first.bare, match: .near(id)))
    count = 1
    return true
  }

  private static func isThirdPerson(_ word: SpokenWord) -> Bool {
    word.core.count > 3 && word.core.last == "s" && word.text.first?.isLowercase == true
  }

  /// Takes `and Bo` or `, Bo`; after `and` also a capitalised word that names nobody.
  private mutating func takeJoined() -> Bool {
    guard let next, count > 0 else { return false }
    guard Self.joints.contains(next.core) || Self.joints.contains(String(next.text)) else {
      return words[count - 1].ending == "," && take(at: count)
    }
    if take(at: count + 1) { return true }
    guard words.indices.contains(count + 1) else { return false }
    let word = words[count + 1]
    guard word.text.first?.isUppercase == true, word.core.allSatisfy(\.isLetter) else {
      return false
    }
    owners.append(CapturedOwner(said: word.bare, match: people.match(word.core)))
    count += 2
    return true
  }

  /// `Ana to draft` and `Ana will draft` read on as `draft`; after `Ana and the vendor` all stays.
  private mutating func dropWordAfterNames() {
    guard let next else { return }
    if ["to", "will"].contains(next.core), words.count > count + 1 { count += 1 }
    if Self.joints.contains(next.core) { count = 0 }
  }
}
