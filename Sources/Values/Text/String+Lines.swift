extension String {
  /// Several lines as one, with a space between them.
  package var onOneLine: String {
    if isPlainLine { return self }
    return split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }

  /// Whether it is printable ASCII without blanks at its ends: most of what is listed is.
  private var isPlainLine: Bool {
    utf8.first != UInt8(ascii: " ") && utf8.last != UInt8(ascii: " ")
      && utf8.allSatisfy { (0x20..<0x7F).contains($0) }
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
