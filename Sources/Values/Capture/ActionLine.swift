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

  init(words: [SpokenWord], people: RoomNames, today: CalendarDate) {
    self.words = words
    self.people = people
    self.today = today
  }

  var action: CapturedAction {
    var action = CapturedAction(
      text: SpokenWord.sentence(words),
      textWithNames: SpokenWord.sentence(wordsWithNames.isEmpty ? words : wordsWithNames),
      owners: owners, due: due?.reading, doneWhen: doneWhen, tags: tags)
    action.isNobodys = isNobodys
    return action
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

  /// Takes the owners: mentioned, in front, or at the end.
  mutating func takeOwners() {
    wordsWithNames = words
    takeMentions()
    if owners.isEmpty { takeLeadingOwners() }
    if owners.isEmpty { takeTrailingOwners() }
    if owners.isEmpty || owners.allSatisfy({ OpenWord.saysUnknown($0.said) }) { takeNobody() }
  }

  /// Takes a `TBD` that stands where an owner stands: nobody has it yet.
  private mutating func takeNobody() {
    isNobodys = !owners.isEmpty
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
      !isDueLast ? .none : due?.hasPreposition == true ? .introduced : .bare
    guard let found = TrailingOwners(words: words, people: people, day: day) else { return }
    owners = found.owners
    words.removeLast(found.count)
  }
}
