import Values

/// Mistakes that people mended while they scribed: `s/old/new/`, and lines that were added later.
///
/// As scribe.perl applies them: words as they are and no patterns, the latest line above that holds
/// them, its first place; `g` every line above, `G` every line; `i/where/what/` puts a line in
/// front of the latest one above that holds the words.
struct ScribeCorrections {
  private(set) var lines: [SaidLine] = []
  /// How many lines were gone through for words that a command named: a log of nothing but commands
  /// that find nothing costs none.
  private(set) var searched = 0

  private struct Command {
    let isInsertion: Bool
    let old: String
    let new: String
    let reach: Character?
  }

  private let commands: [Command?]
  /// The lines to come, as the commands with `G` leave them.
  private var coming: [SaidLine]
  private let search: WordSearch
  /// In how many lines above, and below, each of the commands' words stand.
  private var above: [Int]
  private var below: [Int]

  init(_ said: [SaidLine]) {
    commands = said.map { Self.command($0.text) }
    coming = said
    search = WordSearch(commands.compactMap { $0?.old })
    above = Array(repeating: 0, count: search.count)
    below = above
    guard search.count > 0 else {
      lines = said
      return
    }
    for (line, command) in zip(said, commands) where command == nil {
      for word in search.words(in: line.text) { below[word] += 1 }
    }
    for place in commands.indices {
      if let command = commands[place] { apply(command, at: place) } else { pass(place) }
    }
  }

  /// A line is behind now.
  private mutating func pass(_ place: Int) {
    let line = coming[place]
    for word in search.words(in: line.text) {
      above[word] += 1
      below[word] -= 1
    }
    lines.append(line)
  }

  private mutating func apply(_ command: Command, at place: Int) {
    guard let word = search.number(of: command.old) else { return }
    if command.reach == "G", below[word] > 0 {
      for next in coming.indices[(place + 1)...] where commands[next] == nil {
        searched += 1
        coming[next].text = mend(coming[next].text, command, &below)
      }
    }
    guard above[word] > 0 else { return }
    if command.reach != nil, !command.isInsertion {
      searched += lines.count
      for index in lines.indices {
        lines[index].text = mend(lines[index].text, command, &above)
      }
      return
    }
    guard let latest = lines.lastIndex(where: { $0.text.firstRange(of: command.old) != nil }) else {
      return
    }
    searched += lines.count - latest
    guard command.isInsertion else {
      lines[latest].text = mend(lines[latest].text, command, &above)
      return
    }
    let line = coming[place]
    lines.insert(SaidLine(line.number, line.speaker, command.new), at: latest)
    for word in search.words(in: command.new) { above[word] += 1 }
  }

  /// A text with the first place of the words exchanged; other commands' words may have come or gone.
  private func mend(_ text: String, _ command: Command, _ counts: inout [Int]) -> String {
    let mended = text.replacingFirst(command.old, with: command.new)
    guard mended != text else { return text }
    for word in search.words(in: text) { counts[word] -= 1 }
    for word in search.words(in: mended) { counts[word] += 1 }
    return mended
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
