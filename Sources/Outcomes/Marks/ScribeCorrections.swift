/// Mistakes that people mended while they scribed: `s/old/new/`, and lines that were added later.
///
/// As scribe.perl applies them: words as they are and no patterns, the latest line above that holds
/// them, its first place; `g` every line above, `G` every line; `i/where/what/` puts a line in
/// front of the latest one above that holds the words.
struct ScribeCorrections {
  private(set) var lines: [SaidLine]

  private struct Command {
    let isInsertion: Bool
    let old: String
    let new: String
    let reach: Character?
  }

  init(_ said: [SaidLine]) {
    var rows = said.map { (line: $0, command: Self.command($0.text)) }
    var place = 0
    while place < rows.count {
      if let command = rows[place].command, Self.apply(command, at: place, &rows) { place += 1 }
      place += 1
    }
    lines = rows.filter { $0.command == nil }.map(\.line)
  }

  /// Whether a line was put in above, so that the command itself is one further down.
  private static func apply(
    _ command: Command, at place: Int, _ rows: inout [(line: SaidLine, command: Command?)]
  ) -> Bool {
    let holds = { (index: Int) in
      rows[index].command == nil && rows[index].line.text.contains(command.old)
    }
    // The latest line is mostly a few lines above: a long log is not gone through for each of them.
    let above = rows[..<place].indices.reversed()
    let found =
      command.reach == nil
      ? above.first(where: holds).map { [$0] } ?? []
      : command.reach == "G" ? rows.indices.filter(holds) : above.filter(holds)
    if command.isInsertion {
      guard let before = found.first else { return false }
      let line = rows[place].line
      rows.insert((SaidLine(line.number, line.speaker, command.new), nil), at: before)
      return true
    }
    for index in command.reach == nil ? Array(found.prefix(1)) : found {
      rows[index].line.text = rows[index].line.text.replacingFirst(command.old, with: command.new)
    }
    return false
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

extension String {
  /// With the first place of some words exchanged.
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = self[...].firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
