extension String {
  /// Several lines as one, with a space between them.
  package var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }

  /// Without empty lines at both ends.
  package var trimmedLines: String {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last.map({ $0.trimmed.isEmpty }) == true { lines.removeLast() }
    while lines.first.map({ $0.trimmed.isEmpty }) == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// In curly quotation marks for a message, cut where it is long: `“a pasted page …”`.
  package var quoted: String {
    "“\(DisplayText.truncated(onOneLine, to: 48))”"
  }
}
