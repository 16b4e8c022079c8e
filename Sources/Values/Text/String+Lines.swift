extension String {
  /// Without white space at both ends.
  package var trimmed: String { TypedText.trimmed(self) }

  /// Several lines as one, with a space between them.
  package var onOneLine: String {
    split(whereSeparator: \.isNewline).map { TypedText.trimmed($0) }.joined(separator: " ")
  }

  /// Without empty lines at both ends.
  package var trimmedLines: String {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last.map({ TypedText.trimmed($0).isEmpty }) == true { lines.removeLast() }
    while lines.first.map({ TypedText.trimmed($0).isEmpty }) == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
