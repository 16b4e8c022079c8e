import Values

/// What stands beside the names at the head of an action: `Bo (W3C, by Friday)`, `Bo with Ana`.
///
/// Who comes with an `and` is an owner as well; who helps, and by when, goes behind the deed; what
/// only tells who the person is leaves the words with the name.
struct NameAsides {
  /// The names alone, in one list.
  private(set) var names: String
  /// In the order in which it goes behind the deed.
  private(set) var behind: [String] = []

  /// In prose, where the names stand alone or not at all.
  init(plain head: String) { names = head }

  init(_ head: String) {
    names = head
    while let group = Self.group(in: names) {
      names = (names[..<group.range.lowerBound] + " " + names[group.range.upperBound...]).trimmed
      sort(group.inner)
    }
    takeCompany()
    while let last = names.last, ",;-–— ".contains(last) { names.removeLast() }
    if let (rest, day) = DayWords.trailing(names), !rest.isEmpty {
      names = rest
      behind.append(day)
    }
    while let last = names.last, ",;-–— ".contains(last) { names.removeLast() }
  }

  /// The last pair of brackets that holds something, behind a name.
  private static func group(in text: String) -> (range: Range<String.Index>, inner: String)? {
    for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
      guard let start = text.lastIndex(of: open), start > text.startIndex,
        let end = text[start...].firstIndex(of: close)
      else { continue }
      return (start..<text.index(after: end), text[start..<end].dropFirst().trimmed)
    }
    return nil
  }

  private mutating func sort(_ inner: String) {
    for join in ["and ", "& ", "+ "] {
      guard let name = Keyword.rest(of: join, in: inner) else { continue }
      names += ", " + name.trimmed
      return
    }
    if Keyword.rest(of: "with ", in: inner) != nil || DayWords.isDay(inner) {
      behind.append(inner)
    }
  }

  /// `Bo, with Ana,`, `Bo with help from Ana`.
  private mutating func takeCompany() {
    guard let with = names.firstRange(of: " with ") else { return }
    var company = names[with.lowerBound...].trimmed
    while company.last == "," { company.removeLast() }
    behind.insert(company, at: 0)
    names = names[..<with.lowerBound].trimmed
  }
}
