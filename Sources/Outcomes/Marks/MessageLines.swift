import Values

/// What one message of a chat says, as lines of its author.
///
/// People break lines within a sentence; but where one of them is marked (`ACTION: …` in the third),
/// each stands for itself.
package enum MessageLines {
  /// The lines, numbered from `number` on.
  package static func of(_ lines: [String], speaker: String?, from number: Int) -> [SaidLine] {
    let pieces = lines.contains(where: isMarked) ? unwrapped(lines) : [lines.joined(separator: " ")]
    return pieces.enumerated().map { SaidLine(number + $0.offset, speaker, $0.element) }
  }

  private static func isMarked(_ line: String) -> Bool {
    if line.first == "#" { return line.dropFirst().first?.isLetter == true }
    return MinutesMarker.isMarked(line)
  }

  /// A long line that goes on in small letters was broken where the window ended.
  private static func unwrapped(_ lines: [String]) -> [String] {
    var pieces: [String] = []
    for line in lines {
      if let last = pieces.last, last.count >= 60, line.first?.isLowercase == true {
        pieces[pieces.count - 1] += " " + line
      } else {
        pieces.append(line)
      }
    }
    return pieces
  }
}
