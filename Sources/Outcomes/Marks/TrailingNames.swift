import Values

/// The names that an action ends with: `find a projector (Kim)`, `… [Kim, by Friday]`, `… - Kim`,
/// `… @kim`, `… Owner: Kim`.
///
/// Nothing in the words tells that a name behind them is an owner's, so it has to be a known one, a
/// mention, or called the owner.
struct TrailingNames {
  let owners: [String]
  /// What is to be done, with what stood beside the names behind it.
  let text: String

  init?(_ said: String, _ known: KnownNames) {
    for row in [Self.inBrackets, Self.behindSign, Self.mentioned, Self.passive, Self.full] {
      guard let (owners, text) = row(said, known), !text.isEmpty else { continue }
      self.owners = owners
      self.text = text
      return
    }
    // `write it (Bo) by Friday`
    guard let (rest, day) = DayWords.trailing(said), rest.last != nil,
      let inner = TrailingNames(rest, known)
    else { return nil }
    owners = inner.owners
    text = inner.text + " " + day
  }

  /// Where somebody is called the owner: `… Owner: Kim`.
  init?(called said: String, _ known: KnownNames) {
    guard let found = Self.called(in: said, known), !found.before.isEmpty else { return nil }
    owners = found.owners
    text = ([found.before] + (found.after.isEmpty ? [] : ["–", found.after])).joined(separator: " ")
  }

  // MARK: One row for each way

  private static let labels = [
    "owner:", "owners:", "assignee:", "responsible:", "assigned to:", "assigned to", "owner =",
    "owner", "lead:", "resp:", "who:",
  ]

  private static let search = WordSearch(labels)

  /// Whom a text calls the owner, with what stands around it: `… (owner: Kim)`, `… – assigned to
  /// Kim`, `Owner: Kim. Due: Friday`.
  static func called(in said: String, _ known: KnownNames)
    -> (before: String, owners: [String], after: String)?
  {
    let folded = said.lowercased()
    let found = search.words(in: folded)
    guard !found.isEmpty, folded.count == said.count else { return nil }
    for label in labels {
      guard let range = folded.lastRange(of: label) else { continue }
      let start = folded.distance(from: folded.startIndex, to: range.lowerBound)
      let length = folded.distance(from: range.lowerBound, to: range.upperBound)
      let behind = said.dropFirst(start + length)
      let sign = said.prefix(start).reversed().drop { $0 == " " }.first
      let isSetOff = sign.map { "([-–—|,.;>".contains($0) } ?? false
      // `ask the owner: …` is no label.
      let word = said.prefix(start).split(separator: " ").last.map { TextFolding.fold(String($0)) }
      let isTied = !isSetOff && word.map(NameWords.ties.contains) == true
      guard label.hasSuffix(":") && !isTied || isSetOff && behind.first == " " else { continue }
      let name = behind.prefix { !".;([".contains($0) && $0 != ")" && $0 != "]" }
      guard let names = People(String(name), known, isCalled: true) else { continue }
      var before = said.prefix(start).trimmed
      while let last = before.last, "([-–—|,.;>=".contains(last) {
        before = before.dropLast().trimmed
      }
      let rest = behind.dropFirst(name.count).drop { " .;,)]([".contains($0) }
      if !before.isEmpty { before = ([before] + names.behind).joined(separator: " ") }
      return (before, names.owners, String(rest))
    }
    return nil
  }

  /// `… (Kim)`, `… [Kim and Bo]`, `… (Kim, by Friday)`.
  private static func inBrackets(_ said: String, _ known: KnownNames) -> ([String], String)? {
    var text = said[...]
    while text.last == "." { text = text.dropLast() }
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard text.last == close, let start = text.lastIndex(of: open),
        let names = People(text[start...].dropFirst().dropLast().trimmed, known)
      else { continue }
      return (names.owners, ([text[..<start].trimmed] + names.behind).joined(separator: " "))
    }
    return nil
  }

  private static let signs = [" - ", " – ", " — ", " -- ", " -> ", " => ", " → ", "; ", " | "]

  /// `… - Kim`, `… -> Kim and Bo`, `… – Kim, by Friday`.
  private static func behindSign(_ said: String, _ known: KnownNames) -> ([String], String)? {
    for sign in signs {
      guard let range = said.lastRange(of: sign),
        let names = People(said[range.upperBound...].trimmed, known)
      else { continue }
      let text = said[..<range.lowerBound].trimmed
      return (names.owners, ([text] + names.behind).joined(separator: " "))
    }
    return nil
  }

  /// `… @kim @bo`; but not `talk to @kim`, `ask @kim`.
  private static func mentioned(_ said: String, _ known: KnownNames) -> ([String], String)? {
    var words = said.split(separator: " ")
    var owners: [String] = []
    while let last = words.last, last.first == "@", last.count > 1 {
      owners.insert(NameList.bare(String(last)), at: 0)
      words.removeLast()
      if let joint = words.last, ["and", "&", "+"].contains(joint), words.count > 1,
        words[words.count - 2].first == "@"
      {
        words.removeLast()
      }
    }
    guard !owners.isEmpty, words.count > 1, let last = words.last,
      let end = said.firstRange(of: last + " @")?.lowerBound
    else { return nil }
    let before = TextFolding.fold(last.filter { $0.isLetter })
    guard !NameWords.ties.contains(before), !NameWords.addresses.contains(before) else {
      return nil
    }
    return (owners, String(said[..<said.index(end, offsetBy: last.count)]))
  }

  private static let passives = WordSearch([
    " to be ", " will be ", " should be ", " shall be ", " must be ",
  ])

  /// `the page to be written by Kim`, `the paint will be bought by Bo and Kim`.
  static func passive(_ said: String, _ known: KnownNames) -> ([String], String)? {
    // The names are the end of it: of a long text the rest is gone through once, and seldom.
    let tail = String(said.suffix(120))
    guard let by = tail.lastRange(of: " by "),
      let names = People(tail[by.upperBound...].trimmed, known), !passives.words(in: said).isEmpty
    else { return nil }
    let text = said.dropLast(tail.distance(from: by.lowerBound, to: tail.endIndex)).trimmed
    return (names.owners, ([text] + names.behind).joined(separator: " "))
  }

  /// `find a projector Kim Lund`: a known one’s full name, and nothing ties it to the words.
  private static func full(_ said: String, _ known: KnownNames) -> ([String], String)? {
    let words = said.split(separator: " ")
    guard words.count > 4 else { return nil }
    let name = words.suffix(2).joined(separator: " ")
    let before = TextFolding.fold(words[words.count - 3].filter { $0.isLetter })
    guard known.contains(name), !NameWords.ties.contains(before),
      !NameWords.addresses.contains(before)
    else { return nil }
    return ([name], String(said.dropLast(name.count)).trimmed)
  }

  // MARK: Who

  /// A few words that hold names, and perhaps a day, and nothing else.
  private struct People {
    let owners: [String]
    let behind: [String]

    init?(_ said: String, _ known: KnownNames, isCalled: Bool = false) {
      var words = said
      while let last = words.last, ".,; ".contains(last) { words.removeLast() }
      var behind: [String] = []
      if let (rest, day) = DayWords.trailing(words), !DayWords.isDay(words) {
        words = rest
        behind.append(day)
        while let last = words.last, ",;-– ".contains(last) { words.removeLast() }
      }
      let pieces = NameList.pieces(words)
      let owners = pieces.map(NameList.bare)
      guard !owners.isEmpty, owners.count <= 8 else { return nil }
      for (piece, owner) in zip(pieces, owners) {
        let isMention = piece.first == "@" && !piece.contains(" ") && owner.count > 1
        let isAny = isCalled && owner.split(separator: " ").count <= 3 && !owner.isEmpty
        guard isMention || isAny || known.contains(owner) || known.hasInitials(owner),
          !OpenWord.saysNothing(owner)
        else { return nil }
      }
      self.owners = owners
      self.behind = behind
    }
  }
}

extension String {
  fileprivate func lastRange(of words: String) -> Range<Index>? {
    var found: Range<Index>?
    var start = startIndex
    while let range = self[start...].firstRange(of: words) {
      found = range
      start = index(after: range.lowerBound)
    }
    return found
  }
}
