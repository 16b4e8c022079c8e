import Values

/// What a marker and the owner behind it leave of a line: `ACTION: Ana to send the draft`.
struct ActionMarker {
  let owners: [String]
  let text: String

  init?(_ line: String, _ known: KnownNames) {
    guard let rest = Keyword.rest(of: "action", in: line) else { return nil }
    let words = rest.trimmed
    if let numbered = Self.numbered(rest) {
      // A tracker's number: what is said about it is no action, what somebody is to do is.
      guard let leading = LeadingNames(numbered, known: known),
        !Self.reports.contains(leading.rest.prefix { $0.isLetter }.lowercased())
      else { return nil }
      owners = leading.owners.map(known.spelling)
      text = leading.rest
    } else if let value = Keyword.identified(rest), !Self.isReport(value) {
      guard let marked = Self.marked(value, known) else { return nil }
      (owners, text) = marked
    } else if let value = Keyword.afterColon(rest) ?? Keyword.value(of: "item", in: words) {
      guard let marked = Self.marked(value, known) else { return nil }
      (owners, text) = marked
    } else if let named = Self.unmarked(line, rest, known) {
      (owners, text) = (named.owners, named.text)
    } else if rest.first?.isWhitespace == true, let named = Self.named(words, known) {
      owners = named.owners
      text = named.rest
    } else {
      return nil
    }
  }

  /// `ACTION - ana to write`, `ACTIONS: ana to write`, `ACTION (ana) write`: in capitals; where
  /// the word may head something else, only what is somebody's.
  private static func unmarked(_ line: String, _ rest: Substring, _ known: KnownNames)
    -> OwnedAction?
  {
    guard line.hasPrefix("ACTION") else { return nil }
    if let words = Keyword.afterDash(rest) {
      return MinutesMarker.isNothing(words) || words.hasSuffix("?")
        ? nil : OwnedAction(words, known)
    }
    let isBracketed = ["(", "["].contains(rest.drop { $0 == " " }.first)
    let several = rest.first == "S" ? Keyword.afterColon(rest.dropFirst()) : nil
    guard let words = several ?? (isBracketed ? rest.trimmed : nil) else { return nil }
    let action = OwnedAction(words, known)
    let isSomebody = !action.owners.isEmpty && action.isInFront
    return isSomebody && (!isBracketed || action.owners.allSatisfy(known.contains)) ? action : nil
  }

  /// What somebody tells of an action: `ACTION-12: per said it is nearly done`.
  private static let reports: Set<String> = [
    "said", "says", "is", "was", "has", "had", "did", "done", "reported", "reports", "asked",
    "still", "mentioned", "thinks", "sent", "wrote", "finished", "started",
  ]

  private static func isReport(_ words: String) -> Bool {
    reports.contains(words.prefix { $0.isLetter }.lowercased())
  }

  /// What stands behind the colon of `ACTION-12: …`.
  private static func numbered(_ rest: Substring) -> String? {
    guard rest.first == "-" else { return nil }
    let digits = rest.dropFirst().prefix(while: \.isNumber)
    return digits.isEmpty ? nil : Keyword.afterColon(rest[digits.endIndex...])
  }

  /// `AI-2: Scott to explore …`, `#12 Ana to …`: what a list calls the action is no name.
  static func withoutLabel(_ words: String) -> String {
    let first = words.prefix { !$0.isWhitespace }
    guard first.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return words }
    // The day on which it was given: `2026-11-20: ana to …`, `10/9: ana to …`.
    let numbers = first.filter { $0 != ":" }.split { "-/".contains($0) }
    if (2...3).contains(numbers.count), numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
      return words[first.endIndex...].trimmed
    }
    let label = first.drop { $0 == "#" || $0 == "[" }.prefix { $0.isLetter && $0.isASCII }
    let rest = first.filter { !"#[]:.)-_–—".contains($0) }.dropFirst(label.count)
    guard label.count <= 3, label.allSatisfy(\.isUppercase), !rest.isEmpty,
      rest.allSatisfy(\.isNumber),
      first.first == "#" || first.last.map({ ":])–—".contains($0) }) == true
        || first.hasPrefix("AI-") || first.hasPrefix("A-")
    else { return words }
    return words[first.endIndex...].trimmed
  }

  private static func marked(_ said: String, _ known: KnownNames) -> ([String], String)? {
    let words = withoutLabel(said)
    let nothing = ["", "none", "none.", "-", "n/a", "?", "no", "nothing", "tbd"]
    guard !nothing.contains(words.lowercased()) else { return nil }
    let action = OwnedAction(words, known)
    return action.owners.isEmpty && words.hasSuffix("?") ? nil : (action.owners, action.text)
  }

  /// What stands behind the word where it is prose: `action is on Fred`, `action needed to …`.
  private static let nobody: Set<String> = [
    "is", "was", "has", "had", "needed", "required", "taken", "plan", "list", "log", "review",
  ]

  /// `ACTION ann: publish`, `action Fred to do something`; not `action 12: …`, `action is on Fred`.
  private static func named(_ words: String, _ known: KnownNames) -> LeadingNames? {
    let preposition = words.prefix { $0.isLetter }.lowercased()
    if preposition == "on" || preposition == "for" {
      let name = words.dropFirst(preposition.count).trimmed.prefix { !" :,".contains($0) }
      let isKnown = known.contains(String(name))
      return preposition == "on" || isKnown
        ? LeadingNames(words, known: known, trust: isKnown ? .certain : .prose) : nil
    }
    // `ACTION to Ana: send it`
    let behind = words.dropFirst(preposition.count).trimmed
    if preposition == "to", behind.prefix(while: { !$0.isWhitespace }).last == ":" {
      return LeadingNames(behind, known: known, trust: .certain)
    }
    let first = words.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
    guard let letter = first.first, letter.isLetter || letter == "@" else { return nil }
    let folded = TextFolding.fold(first.filter { $0 != ":" })
    guard !NameWords.never.contains(folded), !nobody.contains(folded) else { return nil }
    return LeadingNames(words, known: known, trust: .certain)
  }
}

/// Words at the beginning of a line that a colon sets off.
enum Keyword {
  /// What stands behind a word at the beginning, however it is written; nil where another begins.
  static func rest<Line: StringProtocol>(of word: String, in line: Line) -> Substring?
  where Line.SubSequence == Substring {
    guard
      let end = line.index(line.startIndex, offsetBy: word.count, limitedBy: line.endIndex),
      line[..<end].lowercased() == word
    else { return nil }
    return line[end...]
  }

  /// The words after a colon that comes first.
  static func afterColon(_ rest: Substring) -> String? {
    let words = rest.drop { $0 == " " }
    guard let first = words.first, first == ":" || first == "：" else { return nil }
    return words.drop { $0 == first }.trimmed
  }

  /// The words behind a number that minutes give to what they list: `#4: …`, `2006-01-25.02: …`.
  ///
  /// A tracker’s number, as in `action 12: done`, is none: what it stands for was marked before.
  static func identified(_ rest: Substring, isPlainAllowed: Bool = false) -> String? {
    var words = rest.drop { $0 == " " }
    if let item = Keyword.rest(of: "item", in: words) { words = item.drop { $0 == " " } }
    let first = words.prefix { !$0.isWhitespace }
    let label = first.dropLast()
    guard first.last == ":", label.contains(where: \.isNumber), label.first != "-",
      label.allSatisfy({ $0.isASCII && $0.isNumber || ".-:/#".contains($0) }),
      isPlainAllowed || !label.allSatisfy(\.isNumber)
    else { return nil }
    return words[first.endIndex...].trimmed
  }

  /// What stands behind a dash that is set for a colon: `ACTION - Ana to write it`.
  static func afterDash(_ rest: Substring) -> String? {
    let words = rest.drop { $0 == " " }
    let sign = words.prefix { "-–—;".contains($0) }
    guard !sign.isEmpty, words[sign.endIndex...].first == " " else { return nil }
    let said = words[sign.endIndex...].trimmed
    return said.isEmpty ? nil : said
  }

  /// `RESOLVED minutes approved`: without a colon only in capitals, and with what was resolved behind.
  static func resolved(_ line: String, by word: String = "RESOLVED") -> String? {
    guard line.hasPrefix(word), !line.hasSuffix("?") else { return nil }
    var rest = line.dropFirst(word.count)
    if rest.first == "," { rest.removeFirst() }
    guard rest.first == " " else { return nil }
    let words = rest.trimmed
    // `AGREED ACTIONS` is a title.
    return words.first?.isLetter == true && words.contains(" ") && words != words.uppercased()
      ? words : nil
  }

  /// `Meeting: Baking Club` → `Baking Club`; with `+` also `present+ ana` and `scribe+: ana`.
  static func value(of word: String, in line: String, suffixes: String = "") -> String? {
    guard let rest = rest(of: word, in: line) else { return nil }
    if let value = afterColon(rest) { return value }
    let words = rest.drop { $0 == " " }
    guard let first = words.first, suffixes.contains(first) else { return nil }
    return afterColon(words.dropFirst()) ?? words.dropFirst().trimmed
  }

  /// `[NEW] ACTION: …`: the word in brackets in front.
  static func status(of line: String) -> (word: String, rest: String)? {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return nil }
    let word = line[line.index(after: line.startIndex)..<close].lowercased()
    guard word.allSatisfy({ $0.isLetter || $0 == " " }) else { return nil }
    return (word, line[line.index(after: close)...].trimmed)
  }
}
