/// A line of quick capture, from which one thing after the other is taken.
struct ActionLine {
  private(set) var words: [SpokenWord]
  let people: RoomNames
  let today: CalendarDate

  private var owners: [CapturedOwner] = []
  private var due: DatePhrase.Found?
  private var isDueLast = false
  private var doneWhen: String?
  private var tags: [String] = []
  private var wordsWithNames: [SpokenWord] = []
  private var isNobodys = false
  private var isUndated = false
  /// How often the line ends with a bare `TBD`.
  private var bareUnknowns = 0
  /// Whether something stands in for the words, which are not in the line.
  private var hasStandIn = false

  init(words: [SpokenWord], people: RoomNames, today: CalendarDate) {
    self.words = words
    self.people = people
    self.today = today
  }

  var action: CapturedAction {
    var action = CapturedAction(
      text: sentence(words),
      textWithNames: sentence(wordsWithNames.isEmpty ? words : wordsWithNames),
      owners: owners, due: due?.reading, doneWhen: doneWhen, tags: tags)
    action.isNobodys = isNobodys
    action.isUndated = isUndated && due == nil
    return action
  }

  private func sentence(_ words: [SpokenWord]) -> String {
    SpokenWord.sentence(hasStandIn ? words[1...] : words[...])
  }

  /// Owner and day stand behind the words of an action: something stands in for these.
  mutating func putStandIn() {
    words = SpokenWord.split("\u{FFFC},") + words
    hasStandIn = true
  }

  /// Notes every `#tag`; those at either end leave the sentence.
  mutating func takeTags() {
    tags = words.compactMap(Self.tag)
    dropOuterTags()
  }

  private mutating func dropOuterTags() {
    while let last = words.last, Self.tag(last) != nil { words.removeLast() }
    while let first = words.first, Self.tag(first) != nil { words.removeFirst() }
  }

  private static func tag(_ word: SpokenWord) -> String? {
    guard word.core.first == "#", word.core.dropFirst().first?.isLetter == true else { return nil }
    return String(word.core.dropFirst())
  }

  /// Takes `done when …` up to a semicolon, or to a last clause that is only an owner and a day.
  mutating func takeDoneWhen() {
    guard let start = words.indices.dropLast().first(where: isDoneWhen) else { return }
    let condition = words[(start + 2)...]
    let end = endOfCondition(condition)
    let text = SpokenWord.sentence(condition[..<end])
    guard !text.isEmpty else { return }
    doneWhen = text
    words.removeSubrange(start..<end)
  }

  private func isDoneWhen(_ index: Int) -> Bool {
    words[index].core == "done" && words[index + 1].core == "when"
  }

  private func endOfCondition(_ condition: ArraySlice<SpokenWord>) -> Int {
    if let stop = condition.firstIndex(where: { $0.ending == ";" }) { return stop + 1 }
    guard let comma = condition.dropLast().lastIndex(where: { $0.ending == "," }) else {
      return condition.endIndex
    }
    let clause = Array(condition[(comma + 1)...])
    guard let found = DatePhrase.find(in: clause, today: today) else { return condition.endIndex }
    let names = clause[..<found.words.lowerBound]
    let isOnlyThat =
      found.words.upperBound == clause.count
      && names.allSatisfy { $0.core == "and" || people.exactMatch($0.core) != .none }
    return isOnlyThat ? comma + 1 : condition.endIndex
  }

  /// Takes the day.
  mutating func takeDue() {
    let names = words.indices.filter {
      KnownName(endingAt: $0, in: words, people: people) != nil
    }
    guard let found = DatePhrase.find(in: words, today: today, after: Set(names)) else { return }
    due = found
    isDueLast = found.words.upperBound == words.count
    words.removeSubrange(found.words)
    dropOuterTags()
  }

  /// Takes what the line says of an owner or a day that are not known yet.
  mutating func takeUnknown() {
    while let tail = UnknownTail(hasStandIn ? Array(words[1...]) : words) {
      words.removeLast(tail.count)
      isNobodys = isNobodys || tail.isOwner
      isUndated = isUndated || tail.isDay
      if !tail.isOwner, !tail.isDay { bareUnknowns += 1 }
    }
    if words.count > 1, words[0].ending == ":", OpenWord.isNobody(words[0].bare) {
      words.removeFirst()
      isNobodys = true
    }
  }

  /// Takes the owners: mentioned, in front, or at the end.
  mutating func takeOwners() {
    wordsWithNames = words
    takeMentions()
    if owners.isEmpty { takeLeadingOwners() }
    if owners.isEmpty { takeTrailingOwners() }
    if owners.isEmpty || owners.allSatisfy({ OpenWord.saysUnknown($0.said) }) { takeNobody() }
    // A bare TBD is what is missing in its place: the owner, or the day behind one.
    if bareUnknowns > 0 { isNobodys = isNobodys || owners.isEmpty }
    if bareUnknowns > 1 || !owners.isEmpty && bareUnknowns > 0 { isUndated = true }
  }

  /// Takes a `TBD` that stands where an owner stands: nobody has it yet.
  private mutating func takeNobody() {
    isNobodys = isNobodys || !owners.isEmpty
    owners = []
    guard words.count > 1, let last = words.last, OpenWord.isNobody(String(last.text)),
      isDueLast || words[words.count - 2].endsClause
    else { return }
    isNobodys = true
    words.removeLast()
  }

  /// Takes every `@name`; those at either end leave the sentence.
  private mutating func takeMentions() {
    owners = words.filter(Self.isMention).map {
      let said = String($0.core.dropFirst())
      return CapturedOwner(said: said, match: people.match(said))
    }
    while let last = words.last, Self.isMention(last) { words.removeLast() }
    while let first = words.first, Self.isMention(first) { words.removeFirst() }
  }

  private static func isMention(_ word: SpokenWord) -> Bool {
    word.core.first == "@" && word.core.count > 1
  }

  private mutating func takeLeadingOwners() {
    guard let found = LeadingOwners(words: words, people: people) else { return }
    owners = found.owners
    words.removeFirst(found.count)
  }

  private mutating func takeTrailingOwners() {
    let day: TrailingOwners.Day =
      isDueLast
      ? (due?.hasPreposition == true ? .introduced : .bare)
      : bareUnknowns > 0 || isUndated ? .introduced : .none
    guard let found = TrailingOwners(words: words, people: people, day: day) else { return }
    owners = found.owners
    words.removeLast(found.count)
  }
}
