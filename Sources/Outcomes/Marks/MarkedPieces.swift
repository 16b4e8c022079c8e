import Values

/// One answer that was typed in a room, parted where a marker stands in the middle of it.
///
/// People who know a convention type its markers wherever they are: `We talked. ACTION: cy rings
/// the bank`, `we said #agreed ship on Monday`. MeetBot's commands become the words that minutes
/// have for them.
package enum MarkedPieces {
  /// Each piece from its marker on; the first one begins where the text does.
  package static func of(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isMarked = false
    func end() {
      if !piece.trimmed.isEmpty { pieces.append(piece.trimmed) }
      piece = ""
    }
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let marker = marker(word) {
        end()
        (piece, isMarked) = (marker, !pieces.isEmpty)
        continue
      }
      // What was marked in passing ends with its sentence.
      if isMarked, word.first?.isUppercase == true, endsSentence(piece) {
        end()
        isMarked = false
      }
      piece += (piece.isEmpty ? "" : " ") + word
    }
    end()
    return pieces
  }

  /// `ACTION:` for a word that marks something, as minutes write it.
  private static func marker(_ word: Substring) -> String? {
    let words = [
      "#action": "ACTION:", "#agreed": "DECISION:", "#agree": "DECISION:", "#decision": "DECISION:",
      "#accepted": "DECISION:",
    ]
    if word.first == "#" { return words[word.lowercased()] }
    let kept: Set<String> = [
      "ACTION:", "RESOLVED:", "RESOLUTION:", "DECISION:", "AGREED:", "DECIDED:",
    ]
    return kept.contains(String(word)) ? String(word) : nil
  }

  private static func endsSentence(_ piece: String) -> Bool {
    guard let last = piece.last, ".!?;".contains(last) else { return false }
    let word = piece.dropLast().split(separator: " ").last ?? ""
    // An initial or a title, `B.` and `Dr.`, has no end of a sentence behind it.
    let isName = word.count < 3 && word.first?.isUppercase == true
    return last != "." || !isName
  }
}
