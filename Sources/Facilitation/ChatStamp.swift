/// When a line was written, before the name of whoever wrote it: `10:02`, `[10:02 AM]`,
/// `24/11/2026, 10:02 -`.
enum ChatStamp {
  /// The line without it; as it is where no time stands there.
  static func without(_ line: String) -> String {
    var rest = Substring(line)
    var hasTime = false
    while let word = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).first,
      let kind = Kind(String(word))
    {
      hasTime = hasTime || kind == .time
      rest = rest[word.endIndex...].drop(while: \.isWhitespace)
    }
    return hasTime ? String(rest) : line
  }

  private enum Kind: Equatable {
    case time, other

    init?(_ word: String) {
      let bare = word.filter { !"[](),".contains($0) }
      if ChatHeader.isTime(bare) {
        self = .time
      } else if ["-", "–", "AM", "PM", "am", "pm"].contains(bare) || Self.isDate(bare) {
        self = .other
      } else {
        return nil
      }
    }

    private static func isDate(_ word: String) -> Bool {
      let parts = word.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
      return (2...3).contains(parts.count)
        && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }
  }
}
