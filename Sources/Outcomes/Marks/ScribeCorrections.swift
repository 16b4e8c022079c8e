import Values

/// Mistakes that people mended while they scribed: `s/old/new/`, and lines that were added later.
///
/// As scribe.perl applies them: words as they are and no patterns, the latest line above that holds
/// them, its first place; `g` every line above, `G` every line; `i/where/what/` puts a line in
/// front of the latest one above that holds the words.
struct ScribeCorrections {
  private(set) var lines: [SaidLine] = []
  /// How many lines were gone through for words that a command named: a log of nothing but commands
  /// that find nothing costs none, and one that always finds the same line costs that line each time.
  private(set) var searched = 0

  private struct Command {
    let isInsertion: Bool
    let old: String
    let new: String
    let reach: Character?
  }

  /// A line, and where it stands among the others.
  private struct Slot {
    var line: SaidLine
    let command: Command?
    /// Grows from line to line, with room for lines between two.
    var key: UInt64
    var previous: Int?
    var next: Int?
  }

  private var slots: [Slot]
  private let search: WordSearch
  /// The slots that may hold each of the commands' words, in their order: a mended line is taken out
  /// when it is come upon.
  private var holders: [[Int]]

  init(_ said: [SaidLine]) {
    slots = said.enumerated().map { place, line in
      Slot(
        line: line, command: Self.command(line.text), key: Self.key(place),
        previous: place > 0 ? place - 1 : nil, next: place + 1 < said.count ? place + 1 : nil)
    }
    search = WordSearch(slots.compactMap { $0.command?.old })
    holders = Array(repeating: [], count: search.count)
    guard search.count > 0 else {
      lines = said
      return
    }
    for place in slots.indices where slots[place].command == nil {
      for word in search.words(in: slots[place].line.text) { holders[word].append(place) }
    }
    for place in said.indices {
      if let command = slots[place].command { apply(command, at: place) }
    }
    var place = slots.indices.first { slots[$0].previous == nil }
    while let here = place {
      if slots[here].command == nil { lines.append(slots[here].line) }
      place = slots[here].next
    }
  }

  private static func key(_ place: Int) -> UInt64 { UInt64(place + 1) << 32 }

  private mutating func apply(_ command: Command, at place: Int) {
    guard let word = search.number(of: command.old) else { return }
    if let reach = command.reach, !command.isInsertion {
      // A copy: what is mended may hold the words still, or again.
      let end = reach == "G" ? holders[word].count : above(place, of: word)
      for holder in holders[word][..<end] { mend(holder, command, word) }
      return
    }
    while let last = holders[word][..<above(place, of: word)].indices.last {
      let holder = holders[word][last]
      searched += 1
      guard slots[holder].line.text.contains(command.old) else {
        holders[word].remove(at: last)
        continue
      }
      if command.isInsertion { insert(command.new, of: place, before: holder) }
      if !command.isInsertion { mend(holder, command, word, isSearched: true) }
      return
    }
  }

  /// How many of a word's holders stand above a place.
  private func above(_ place: Int, of word: Int) -> Int {
    let holders = holders[word]
    var (low, high) = (0, holders.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[holders[middle]].key < slots[place].key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place of the words exchanged.
  private mutating func mend(
    _ holder: Int, _ command: Command, _ word: Int, isSearched: Bool = false
  ) {
    if !isSearched { searched += 1 }
    let mended = slots[holder].line.text.replacingFirst(command.old, with: command.new)
    guard mended != slots[holder].line.text else { return }
    slots[holder].line.text = mended
    hold(holder)
  }

  /// Notes which of the words a line holds now.
  private mutating func hold(_ holder: Int) {
    for word in search.words(in: slots[holder].line.text) {
      let place = above(holder, of: word)
      guard place == holders[word].count || holders[word][place] != holder else { continue }
      holders[word].insert(holder, at: place)
    }
  }

  /// Puts a line, said as the command was, in front of another.
  private mutating func insert(_ text: String, of place: Int, before next: Int) {
    let previous = slots[next].previous
    if slots[next].key - (previous.map { slots[$0].key } ?? 0) < 2 { spread() }
    let low = previous.map { slots[$0].key } ?? 0
    let line = SaidLine(slots[place].line.number, slots[place].line.speaker, text)
    slots.append(
      Slot(
        line: line, command: nil, key: low + (slots[next].key - low) / 2, previous: previous,
        next: next))
    let new = slots.count - 1
    slots[next].previous = new
    if let previous { slots[previous].next = new }
    hold(new)
  }

  /// Makes room between the lines again.
  private mutating func spread() {
    var place = slots.indices.first { slots[$0].previous == nil }
    var count = 0
    while let here = place {
      slots[here].key = Self.key(count)
      count += 1
      place = slots[here].next
    }
  }

  /// `s/old/new/`, `s|old|new|g`, the last stroke may be missing.
  private static func command(_ text: String) -> Command? {
    let text = text.drop { $0 == " " }
    guard let kind = text.first, kind == "s" || kind == "i", let stroke = text.dropFirst().first,
      stroke == "/" || stroke == "|"
    else { return nil }
    let body = text.dropFirst(2)
    guard let middle = body.firstIndex(of: stroke), middle > body.startIndex else { return nil }
    var new = body[body.index(after: middle)...]
    while new.last == " " { new.removeLast() }
    var reach: Character?
    if let last = new.last, last == "g" || last == "G", new.dropLast().last == stroke {
      reach = last
      new.removeLast(2)
    } else if new.last == stroke {
      new.removeLast()
    }
    return Command(
      isInsertion: kind == "i", old: String(body[..<middle]), new: String(new), reach: reach)
  }
}
