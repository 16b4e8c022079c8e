internal import CSystem

/// Words in a text, by the names that the toolchain's string processing gives them.
///
/// It brings an engine for regular expressions along: 1.4 MB of the program for these five. Nothing
/// of ours imports it, which the compiler holds (`Package.swift`).
extension StringProtocol {
  /// The first place of some words, of whole characters.
  ///
  /// An `e` is not in `é`, however that is written. Found byte by byte, so that a log of some
  /// megabytes may be asked for dozens of words; what is written in other bytes is another word.
  package func firstRange(of words: some StringProtocol) -> Range<Index>? {
    guard !words.isEmpty else { return startIndex..<startIndex }
    var rest = utf8[...]
    while let offset = offset(of: words.utf8, in: rest) {
      let start = utf8.index(rest.startIndex, offsetBy: offset)
      let end = utf8.index(start, offsetBy: words.utf8.count)
      if isBetweenCharacters(start), isBetweenCharacters(end) { return start..<end }
      rest = rest[utf8.index(after: start)...]
    }
    return nil
  }

  /// Whether a place between two bytes is one between two characters.
  private func isBetweenCharacters(_ place: Index) -> Bool {
    guard place > startIndex, place < endIndex else { return true }
    let (before, next) = (utf8[utf8.index(place, offsetBy: -1)], utf8[place])
    // Two bytes of ASCII are two characters, but for the end of a line in Windows’ way.
    if before < 0x80, next < 0x80 { return before != 0x0D || next != 0x0A }
    return Index(place, within: self) != nil
  }

  package func contains(_ words: some StringProtocol) -> Bool { firstRange(of: words) != nil }

  /// The text with every place of some words put otherwise.
  package func replacing(_ words: some StringProtocol, with others: some StringProtocol) -> String {
    split(separator: words, omittingEmptySubsequences: false)
      .joined(separator: others.description)
  }

  /// The text with the first place of some words put otherwise.
  package func replacingFirst(
    _ words: some StringProtocol, with others: some StringProtocol
  ) -> String {
    guard !words.isEmpty, let range = firstRange(of: words) else { return description }
    return "\(self[..<range.lowerBound])\(others)\(self[range.upperBound...])"
  }

  /// The pieces between some words.
  package func split(
    separator: some StringProtocol, omittingEmptySubsequences omitsEmpty: Bool = true
  ) -> [SubSequence] {
    var pieces: [SubSequence] = []
    var start = startIndex
    while !separator.isEmpty, let found = self[start...].firstRange(of: separator) {
      pieces.append(self[start..<found.lowerBound])
      start = found.upperBound
    }
    pieces.append(self[start...])
    return omitsEmpty ? pieces.filter { !$0.isEmpty } : pieces
  }
}

/// How many bytes stand before some others; nil where these are not there.
private func offset(of wanted: some Collection<UInt8>, in bytes: some Collection<UInt8>) -> Int? {
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = huddle_find(bytes.baseAddress, bytes.count, wanted.baseAddress, wanted.count)
    return found < 0 ? nil : found
  }
  // A text that the system keeps in another form (a Mac's) has no bytes to point at.
  return bytes.withContiguousStorageIfAvailable { bytes in
    wanted.withContiguousStorageIfAvailable { find(bytes, $0) }
      ?? Array(wanted).withUnsafeBufferPointer { find(bytes, $0) }
  }
    ?? Array(bytes).withUnsafeBufferPointer { bytes in
      Array(wanted).withUnsafeBufferPointer { find(bytes, $0) }
    }
}
