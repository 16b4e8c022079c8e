/// One person's name at a place in a sentence, in up to three words.
struct KnownName {
  let owner: CapturedOwner
  let count: Int

  init?(at start: Int, in words: [SpokenWord], people: RoomNames) {
    for count in [3, 2, 1] where start >= 0 && start + count <= words.count {
      let part = words[start..<start + count]
      guard part.dropLast().allSatisfy({ !$0.endsClause || $0.endsWithDot }) else { continue }
      let match = people.exactMatch(part.map(\.core).joined(separator: " "))
      guard match != .none else { continue }
      owner = CapturedOwner(said: part.map(\.bare).joined(separator: " "), match: match)
      self.count = count
      return
    }
    return nil
  }

  /// The name that ends before the place.
  init?(endingAt end: Int, in words: [SpokenWord], people: RoomNames) {
    for start in max(0, end - 3)..<max(0, end) {
      guard let name = KnownName(at: start, in: words, people: people),
        start + name.count == end
      else { continue }
      self = name
      return
    }
    return nil
  }
}
