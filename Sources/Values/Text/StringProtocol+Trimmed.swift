extension StringProtocol {
  /// Without the white space at both ends, newlines and no-break spaces included.
  package var trimmed: String {
    var rest = Substring(self)
    // Most have none, as the bytes at their ends tell.
    if let first = rest.utf8.first, let last = rest.utf8.last, 0x21...0x7E ~= first,
      0x21...0x7E ~= last
    {
      return String(self)
    }
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
