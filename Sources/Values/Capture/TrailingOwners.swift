/// The names that a line of quick capture ends with, before its day: `…, ana fri`, `… bob 03/12`.
struct TrailingOwners {
  private(set) var owners: [CapturedOwner] = []
  /// How many words leave the sentence with them.
  private(set) var count = 0

  /// The day after the last word of the sentence.
  enum Day {
    case none
    /// `bob fri`
    case bare
    /// `bob by fri`
    case introduced
  }

  private let words: [SpokenWord]
  private let people: RoomNames
  private let day: Day

  init?(words: [SpokenWord], people: RoomNames, day: Day) {
    self.words = words
    self.people = people
    self.day = day
    guard takeNames() || takeStranger() else { return nil }
  }

  /// Words after which a name is whom the action is about: `call ana fri`, `from ana by fri`.
  private static let ties: Set<String> = [
    "from", "to", "with", "for", "of", "by", "via", "and", "or", "about", "at", "in", "on", "as",
    "ask", "tell", "remind", "email", "mail", "call", "meet", "ping", "help", "invite", "thank",
    "pay", "join", "phone", "text", "visit", "see", "the", "a", "an", "like", "than", "after",
    "before", "&", "+", "not", "is", "be", "our", "my", "their", "your", "his", "her", "its",
  ]

  /// Words at the end of a sentence that nobody is called.
  private static let nobody: Set<String> = [
    "it", "them", "this", "that", "these", "those", "all", "again", "done", "out", "up", "off",
    "over", "asap", "please", "first", "live", "ready", "now", "then", "too", "back", "down",
    "here", "there", "one", "more", "both", "everyone", "everybody", "together", "online", "end",
    "us", "me", "him", "her", "you", "early", "late", "latest", "only", "work", "go", "week",
  ]

  /// Names of the room, after a comma or right before the day.
  private mutating func takeNames() -> Bool {
    guard let last = KnownName(endingAt: words.count, in: words, people: people) else {
      return false
    }
    var start = words.count - last.count
    var names = [last.owner]
    while let joined = nameJoined(before: start) {
      names.insert(joined.name.owner, at: 0)
      start -= joined.count
    }
    guard isOwnersPlace(start) else { return false }
    owners = names
    count = words.count - start
    return true
  }

  /// Another owner before one: `bob and ana`; before a day also `bob, ana`, where the other one
  /// stands in an owner's place too.
  private func nameJoined(before start: Int) -> (name: KnownName, count: Int)? {
    if start > 1, ["and", "&", "+", "/"].contains(jointBefore(start)),
      let name = KnownName(endingAt: start - 1, in: words, people: people)
    {
      return (name, 1 + name.count)
    }
    guard day != .none, start > 1, words[start - 1].ending == ",",
      let name = KnownName(endingAt: start, in: words, people: people)
    else { return nil }
    let first = start - name.count
    let isListed =
      first > 0 && words[first - 1].ending == ","
      && KnownName(endingAt: first, in: words, people: people) != nil
    return isListed || isOwnersPlace(first) ? (name, name.count) : nil
  }

  private func jointBefore(_ start: Int) -> String {
    let word = words[start - 1]
    return word.core.isEmpty ? String(word.text) : word.core
  }

  private func isOwnersPlace(_ start: Int) -> Bool {
    if start == 0 { return day != .none }
    if opensClause(start) {
      return KnownName(endingAt: start, in: words, people: people) == nil
    }
    return day != .none && start > 1 && !Self.ties.contains(words[start - 1].core)
  }

  private func opensClause(_ start: Int) -> Bool {
    words[start - 1].endsClause || words[start].text.first == "("
  }

  /// A word right before a bare day that names nobody for certain.
  private mutating func takeStranger() -> Bool {
    let start = words.count - 1
    guard start > 0, day != .none, let word = words.last, isNameLike(word) else { return false }
    let isClause = opensClause(start)
    guard isClause || (day == .bare && start > 1 && !Self.ties.contains(words[start - 1].core))
    else { return false }
    owners = [CapturedOwner(said: word.bare, match: match(word, isCertain: isClause))]
    count = 1
    return true
  }

  private func isNameLike(_ word: SpokenWord) -> Bool {
    let isShouted = word.bare.dropFirst().contains(where: \.isUppercase)
    return (2...12).contains(word.core.count) && word.core.allSatisfy(\.isLetter) && !isShouted
      && !Self.nobody.contains(word.core)
  }

  /// Inside a sentence the beginning of a name is only a guess, to be confirmed.
  private func match(_ word: SpokenWord, isCertain: Bool) -> NameMatch {
    let match = people.match(word.core)
    guard !isCertain, case .one(let id) = match else { return match }
    return .near(id)
  }
}
