/// The characters of an expression within its scalar: what the lexer reads and spans refer to.
struct ExpressionSource {
  /// Where an expression stands; mistakes are worded by it.
  enum Place { case logic, hole, formula }

  let text: SourceText
  /// The whole scalar's characters, so that offsets are the scalar's.
  let characters: [Character]
  let range: Range<Int>
  let place: Place

  init(_ text: SourceText, place: Place = .logic) {
    self.init(text, text.text.allCharacters, place: place)
  }

  init(_ text: SourceText, _ characters: [Character], in range: Range<Int>? = nil, place: Place) {
    self.text = text
    self.characters = characters
    self.range = range ?? 0..<characters.count
    self.place = place
  }

  /// The words of a stretch.
  func string(_ stretch: Range<Int>) -> String {
    let bytes = text.text.utf8
    // Where every character is one byte, the text is cut as it stands.
    guard bytes.count == characters.count else {
      return stretch.count == characters.count ? text.text : String(characters[stretch])
    }
    let start = bytes.index(bytes.startIndex, offsetBy: stretch.lowerBound)
    let end = bytes.index(start, offsetBy: stretch.count)
    return String(Substring(bytes[start..<end]))
  }

  /// The span of these characters, cut where the line of its first one ends in the file.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    let lineEnd = text.runs.first { $0.offset > start }?.offset ?? end
    var last = max(start + 1, min(end, lineEnd))
    while last > start + 1, isSpace(last - 1) { last -= 1 }
    return text.span(from: start, to: last)
  }

  /// The place after the last character, where the end is pointed at, counts as space.
  private func isSpace(_ index: Int) -> Bool {
    index >= characters.count || characters[index].isSpace
  }

  var wholeSpan: SourceSpan { span(range.lowerBound, max(range.upperBound, range.lowerBound + 1)) }
}
