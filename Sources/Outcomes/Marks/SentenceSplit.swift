import Values

/// The sentences of a line of minutes.
extension MinutesSentence {
  /// Ends at a full stop, a question or exclamation mark before a space and a capital.
  static func split(_ text: String) -> [String] {
    guard mayEnd(text) else {
      let whole = text.trimmed
      return whole.isEmpty ? [] : [whole]
    }
    var sentences: [String] = []
    var start = text.startIndex
    var place = text.startIndex
    func take(_ end: String.Index) {
      let sentence = text[start..<end].trimmed
      if !sentence.isEmpty { sentences.append(sentence) }
    }
    while place < text.endIndex {
      let character = text[place]
      let next = text.index(after: place)
      let rest = text[next...]
      if character == " ", let item = item(rest), text.index(after: start) < place {
        take(place)
        (start, place) = (item.startIndex, item.startIndex)
        continue
      }
      place = next
      guard ".!?;".contains(character), rest.first?.isWhitespace == true,
        !endsInTitle(text[start..<next]), begins(rest)
      else { continue }
      take(next)
      start = next
    }
    take(text.endIndex)
    return sentences
  }

  /// Whether there is a sign before a space, or a bracket behind a number: most lines have neither.
  private static func mayEnd(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      let isEnd = last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3B
      if isEnd && (byte == 0x20 || byte == 0x09 || byte >= 0x80) { return true }
      if byte == 0x29, (0x30...0x39).contains(last) { return true }
      last = byte
    }
    return false
  }

  /// Whether a sentence begins behind a sign.
  private static func begins(_ rest: Substring) -> Bool {
    guard let first = rest.drop(while: \.isWhitespace).first else { return false }
    return first.isUppercase || "\"“@".contains(first) || isDuty(rest)
  }

  /// `1) Ana to call 2) Bo to write`: what stands behind the number, if there is one.
  private static func item(_ rest: Substring) -> Substring? {
    let digits = rest.prefix(while: \.isNumber)
    guard (1...2).contains(digits.count), rest.dropFirst(digits.count).first == ")" else {
      return nil
    }
    return rest.dropFirst(digits.count + 1).drop { $0 == " " }
  }

  /// `… is settled. thl will write it`: a nick begins small, and its sentence all the same.
  private static func isDuty(_ rest: Substring) -> Bool {
    let words = rest.split(separator: " ", maxSplits: 3)
    return words.count > 2
      && (words[1] == "will" || words[1] == "to" || words[1] == "is" && words[2] == "going")
  }

  /// `Mrs. Okafor` is no end of a sentence.
  private static func endsInTitle(_ text: Substring) -> Bool {
    guard text.last == "." else { return false }
    let last = text.reversed().prefix { $0 != " " }
    return titles.contains(String(last.reversed()))
  }

  private static let titles: Set<String> = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "max.", "approx.", "ca.", "no.", "Nr.",
  ]
}
