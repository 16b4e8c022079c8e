import PlaybookLanguage
import Session
import Values

/// Which entries say nearly the same: by the words that they share.
enum Likeness {
  /// The first so many pairs, in the order of their entries.
  ///
  /// Each entry is compared with those alone that share a word with it: rooms write hundreds.
  static func pairs(_ items: [Item], atMost most: Int) -> [(Item, Item)] {
    let words = items.map { Self.words($0.text) }
    var holders: [String: [Int]] = [:]
    for index in items.indices {
      for word in words[index] { holders[word, default: []].append(index) }
    }
    var pairs: [(Item, Item)] = []
    var common = items.map { _ in 0 }
    for index in items.indices {
      var met: [Int] = []
      for other in words[index].flatMap({ holders[$0] ?? [] }) where other > index {
        if common[other] == 0 { met.append(other) }
        common[other] += 1
      }
      for other in met.sorted()
      where isMost(common[other], of: min(words[index].count, words[other].count)) {
        pairs.append((items[index], items[other]))
        if pairs.count == most { return pairs }
      }
      for other in met { common[other] = 0 }
    }
    return pairs
  }

  /// At least two words in common, and more than half of the shorter one's.
  private static func isMost(_ common: Int, of count: Int) -> Bool {
    common >= 2 && common * 2 > count
  }

  /// Whether somebody who wrote one of them may say the other: one holds the other, or a word.
  static func isVersion(_ a: String, of b: String) -> Bool {
    let (left, right) = (TextFolding.fold(a), TextFolding.fold(b))
    return left.firstRange(of: right) != nil || right.firstRange(of: left) != nil
      || !words(a).isDisjoint(with: words(b))
  }

  /// Whether a text has one of the words of a heading, in whatever form: `models`, `an engineer`.
  static func names(_ heading: String, in text: String) -> Bool {
    let said = words(text)
    return words(heading).contains { word in said.contains { isForm($0, of: word) } }
  }

  /// One begins with the other, or both are the same but for the last two letters.
  private static func isForm(_ word: String, of other: String) -> Bool {
    let short = min(word.count, other.count)
    let common = zip(word, other).prefix { $0 == $1 }.count
    return word == other || (short >= 4 && common >= max(4, short - (short > 5 ? 2 : 0)))
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      TextFolding.words(in: text)
        .filter { $0.count > 2 && !empty.contains($0) })
  }

  /// Words that stand in every second sentence.
  private static let empty: Set<String> = [
    "the", "and", "for", "not", "are", "was", "has", "had", "our", "too", "but", "all", "you",
    "his", "her", "its", "who", "why", "how", "can", "did", "may", "one", "out", "get", "got",
    "they", "them", "that", "this", "with", "from", "have", "been", "were", "will", "what", "when",
    "then", "than", "there", "their", "into", "because", "would", "could", "should",
  ]
}

/// Two loose entries that say nearly the same, with the letter that merges them.
struct AlikePair {
  let letter: String
  let kept: Item
  let other: Item
}

extension GroupHandler {
  /// Look-alikes are offered here and not before: while people speak, nothing is the same.
  ///
  /// A letter means the same pair until the grouping ends, whatever was merged in between.
  func alike(_ room: Room, _ place: Place) -> [AlikePair] {
    guard let list = question.of.flatMap({ room.session.index.root(of: $0) }) else { return [] }
    let loose = Set(loose(room, place).map(\.id))
    let all = room.state.items.filter { $0.list.question == list && !$0.isGone }
    let letters = "abcdef"
    return zip(letters, Likeness.pairs(all, atMost: letters.count)).compactMap { letter, pair in
      guard let kept = room.state.survivor(of: pair.0.id),
        let other = room.state.survivor(of: pair.1.id), kept.id != other.id,
        loose.contains(kept.id), loose.contains(other.id)
      else { return nil }
      return AlikePair(letter: String(letter), kept: kept, other: other)
    }
  }

  static func offer(_ pairs: [AlikePair]) -> [Utterance] {
    guard !pairs.isEmpty else { return [] }
    return [
      .hint("The same? A letter merges the two:"),
      .entries(
        pairs.map { pair in
          .init(
            pair.letter,
            "\(pair.kept.number ?? 0) \(pair.kept.text) = \(pair.other.number ?? 0) \(pair.other.text)"
          )
        }),
    ]
  }

  func merge(_ pair: AlikePair, _ room: Room) -> Decision {
    Decision(
      fact: Fact(.itemMerged(item: pair.other.id, into: pair.kept.id)),
      say: [
        .noted(
          "\(pair.other.number ?? 0) is part of \(pair.kept.number ?? 0) \(pair.kept.text) now.")
      ])
  }
}
