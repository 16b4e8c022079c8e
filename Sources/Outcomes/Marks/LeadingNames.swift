import Values

/// The names that an action begins with: `Frank, Mary and Kate to propose …`, `ann: publish …`.
struct LeadingNames {
  let owners: [String]
  /// What is to be done.
  let rest: String

  /// How sure it has to be that a word is a name.
  enum Trust {
    /// The words stand where a name has to stand: `ACTION ann: …`.
    case certain
    /// The words stand behind a marker: `ACTION: ann to …`.
    case marked
    /// The words begin a sentence of prose.
    case prose
  }

  /// Nil where the words do not begin with anybody.
  init?(_ text: String, known: KnownNames, trust: Trust = .marked) {
    let text = Self.withoutPreposition(ActionMarker.withoutLabel(text.trimmed), known, trust)
    if let (names, rest) = Self.bracketed(text, known, trust) {
      (owners, self.rest) = (names, rest)
      return
    }
    for cut in Self.cuts(in: text) {
      let isColon = cut.word == ":" || cut.word == "-"
      if isColon && trust == .prose { continue }
      let isSure = trust == .certain && isColon
      let isPassive = cut.word != "to" && !isColon && Self.isPassive(cut.rest)
      let head = trust == .prose ? NameAsides(plain: cut.head) : NameAsides(cut.head)
      guard
        let owners = NameList.names(
          head.names, known, isSure ? .certain : isPassive ? .prose : trust)
      else { continue }
      // `Newsletter: should we keep it?`, `Ana should we ask`: a question, and nobody's deed.
      let next = cut.rest.prefix { $0.isLetter }.lowercased()
      if !isColon, ["we", "they", "he", "she", "you", "i"].contains(next) { continue }
      // `Papers to be sent`: a thing, if it is nobody known and not called by two names.
      if cut.word == "to", cut.rest.hasPrefix("be "),
        !owners.allSatisfy({ name in
          known.contains(name) || cut.head.contains("@")
            || name.contains(" ") && !name.lowercased().hasPrefix("the ")
        })
      {
        continue
      }
      self.owners = owners
      rest = ([cut.rest] + head.behind).joined(separator: " ")
      return
    }
    guard trust != .prose,
      let (names, rest) = Self.mentions(text) ?? Self.allKnown(text, known)
        ?? Self.knownFirst(text, known)
        .map({ ([$0.0], $0.1) })
    else { return nil }
    owners = names
    self.rest = Self.withoutAsides(rest)
  }

  init(owners: [String], rest: some StringProtocol) {
    self.owners = owners
    self.rest = String(rest)
  }

  /// `by 12 Dec write it`, `(by Friday) write it`, `please write it`: what can stand between the
  /// names and the deed goes behind it, or away.
  private static func withoutAsides(_ rest: String) -> String {
    var words = rest
    if let plain = Keyword.rest(of: "please ", in: words) { words = plain.trimmed }
    guard let open = words.first else { return words }
    if open == "(" || open == "[", let close = words.firstIndex(of: open == "(" ? ")" : "]") {
      let inner = words[..<close].dropFirst().trimmed
      let deed = words[words.index(after: close)...].drop { ": ".contains($0) }
      if DayWords.isDay(inner), !deed.isEmpty { return "\(deed) \(inner)" }
      return inner == "to" ? String(deed) : words
    }
    guard let (day, deed) = DayWords.leading(words), deed.first?.isLetter == true else {
      return words
    }
    return "\(deed) \(day)"
  }

  /// `on flo to print`, `to the chairs to decide`: the preposition belongs to the marker.
  private static func withoutPreposition(_ text: String, _ known: KnownNames, _ trust: Trust)
    -> String
  {
    guard let first = text.firstIndex(of: " "),
      ["on", "for", "to"].contains(text[..<first].lowercased())
    else { return text }
    var rest = text[first...].trimmed
    if text[..<first].lowercased() == "on" { return rest }
    if text[..<first].lowercased() == "for" {
      let name = rest.prefix { !" :,".contains($0) }
      return known.contains(String(name)) ? rest : text
    }
    guard trust != .prose, text[..<first].lowercased() == "to" else { return text }
    if rest.hasPrefix("the ") { rest = String(rest.dropFirst(4)) }
    let words = rest.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count == 3, words[1] == "to", let name = words.first.map(String.init),
      known.contains(name) || NameWords.roles.contains(TextFolding.fold(name))
    else { return text }
    return rest
  }

  /// `(ann) publish the page`, `[Ann, Bo] publish it`, `<ann> publish it`.
  private static func bracketed(_ text: String, _ known: KnownNames, _ trust: Trust)
    -> ([String], String)?
  {
    let pairs: [Character: Character] = ["(": ")", "[": "]", "<": ">"]
    guard trust != .prose, let open = text.first, let end = pairs[open],
      let close = text.firstIndex(of: end),
      let names = NameList.names(String(text[..<close].dropFirst()), known, .prose),
      // `[Docs] …` names what it is about.
      open == "(" || names.allSatisfy({ known.contains($0) || isCapitalised($0) })
    else { return nil }
    var rest = text[text.index(after: close)...].drop { ": -".contains($0) }.trimmed
    rest = withoutTo(rest)
    return rest.isEmpty ? nil : (names, rest)
  }

  /// `tests should be run`: done to something, and not by it.
  private static func isPassive(_ rest: String) -> Bool {
    ["be", "have", "not"].contains(rest.split(separator: " ").first.map(String.init) ?? "")
  }

  // MARK: Where the names end

  struct Cut {
    let head: String
    let word: String
    let rest: String
  }

  /// What ends the names and begins the deed, in the order of how surely it does.
  private static func cuts(in text: String) -> [Cut] {
    var cuts: [Cut] = []
    // The names stand in front: of a long text the rest is not looked at.
    let words = text.split(maxSplits: 12, whereSeparator: \.isWhitespace)
    for (place, word) in words.enumerated().prefix(10)
    where place > 0 || Self.endsNames(words, place) || word.hasSuffix("ll") {
      if Self.endsNames(words, place), word.count > 1 {
        let head = text[..<word.endIndex].dropLast()
        // `ana: to write`, and `ana to: write`.
        let rest = withoutTo(text[word.endIndex...].trimmed)
        let names = word.lowercased() == "to:" ? head.dropLast(2) : head
        cuts.append(Cut(head: names.trimmed, word: ":", rest: rest))
        break
      }
      // `Bo'll write it`
      if word.hasSuffix("'ll") || word.hasSuffix("’ll") {
        let rest = text[word.endIndex...].trimmed
        cuts.append(Cut(head: text[..<word.endIndex].dropLast(3).trimmed, word: "will", rest: rest))
        break
      }
      if Self.signs.contains(String(word)) {
        let head = text[..<word.startIndex].trimmed
        let mark = word == ":" ? ":" : "-"
        cuts.append(
          Cut(head: head, word: mark, rest: withoutTo(text[word.endIndex...].trimmed)))
        break
      }
      guard let phrase = Self.verb(words, place) else { continue }
      let end = words[place + phrase - 1].endIndex
      cuts.append(
        Cut(
          head: text[..<word.startIndex].trimmed, word: word.lowercased(),
          rest: text[end...].trimmed))
      break
    }
    return cuts.filter { !$0.rest.isEmpty }
  }

  /// What stands by itself between the names and the deed.
  private static let signs: Set<String> = [
    "-", "–", "—", "--", "·", ":", ".", "->", "=>", "→", ">", "|", "»",
  ]

  /// `ana:`; and `ana; write it`, but not `ana; bo to write it`.
  private static func endsNames(_ words: [Substring], _ place: Int) -> Bool {
    guard let sign = words[place].last else { return false }
    // `Ana, please write it`
    if sign == ",", place + 1 < words.count, words[place + 1].lowercased() == "please" {
      return true
    }
    if sign == ":" || sign == "：" { return true }
    guard sign == ";", place + 2 < words.count else { return false }
    return words[place + 1].first?.isLowercase == true && verb(words, place + 2) == nil
      && words[place + 2] != "and"
  }

  private static func withoutTo(_ rest: String) -> String {
    for word in ["to ", "will ", "please "] {
      if let deed = Keyword.rest(of: word, in: rest) { return deed.trimmed }
    }
    return rest
  }

  private static let modals: Set<String> = [
    "to", "should", "will", "must", "shall", "can", "could", "is",
  ]

  /// Ways to take something on.
  private static let offers: Set<String> = [
    "volunteered", "volunteers", "agreed", "agrees", "offered", "offers", "promised", "undertook",
  ]

  /// How many words join the names and the deed at a place: `to`, `will`, `is to`, `needs to`.
  private static func verb(_ words: [Substring], _ place: Int) -> Int? {
    let word = words[place].lowercased()
    guard place + 1 < words.count else { return nil }
    let next = words[place + 1].lowercased()
    // `Ana has volunteered to write it`
    if word == "has" || word == "have", offers.contains(next), place + 2 < words.count,
      words[place + 2].lowercased() == "to"
    {
      return 3
    }
    // `Ana is going to write it`
    if word == "is" || word == "are", next == "going", place + 2 < words.count,
      words[place + 2].lowercased() == "to"
    {
      return 3
    }
    if ["is", "are", "needs", "need", "has", "have"].contains(word) || offers.contains(word) {
      return next == "to" ? 2 : nil
    }
    return modals.contains(word) ? 1 : nil
  }

  // MARK: Without a word between the names and the deed

  /// Ways to give somebody something to do, in front of their name, and what stands behind it.
  private static let biddings: [(opening: String, links: [String])] = [
    ("assigned to ", [": ", " - ", " to "]), ("assign to ", [": ", " - ", " to "]),
    ("assign ", [" to "]), ("have ", [" "]), ("let ", [" "]), ("need ", [" to "]),
    ("needs ", [" to "]), ("to be done by ", [": ", " - "]),
  ]

  /// `assign Bo to write the page`, `have Bo write it`: somebody who is known, or whose name it is.
  init?(bidding text: String, _ known: KnownNames) {
    for (opening, links) in Self.biddings {
      guard let words = Keyword.rest(of: opening, in: text) else { continue }
      for link in links {
        guard let end = words.firstRange(of: link) else { continue }
        let head = words[..<end.lowerBound].trimmed
        let rest = words[end.upperBound...].trimmed
        let isCertain = link != " " && opening.hasPrefix("assign")
        guard let names = NameList.names(head, known, isCertain ? .marked : .prose), !rest.isEmpty,
          isCertain || names.allSatisfy(known.contains)
        else { continue }
        self.init(owners: names, rest: rest)
        return
      }
    }
    return nil
  }

  /// `Kenny Paul set a time`: two or three capitalised words, and a verb behind them.
  private static func fullBeforeVerb(_ text: String) -> (String, String)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    for count in [2, 3] where words.count > count + 1 {
      let name = words.prefix(count)
      guard name.allSatisfy({ $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) }),
        isBeforeVerb(String(name[0]), words[count][...]), words[count].first?.isLowercase == true,
        !NameWords.verbs.contains(TextFolding.fold(String(name[1])))
      else { continue }
      return (name.joined(separator: " "), text[words[count].startIndex...].trimmed)
    }
    return nil
  }

  /// `Yves, determine what is needed`, `Chairs, Have it on the agenda`.
  private static func isAddressed(_ word: Substring, _ rest: Substring) -> Bool {
    guard word.last == ",", word.first?.isUppercase == true, word.dropLast().allSatisfy(\.isLetter)
    else { return false }
    let name = TextFolding.fold(String(word.dropLast()))
    let next = TextFolding.fold(String(rest.prefix { $0.isLetter }))
    return !NameWords.verbs.contains(name) && !NameWords.never.contains(name)
      && !NameWords.things.contains(name)
      && (NameWords.isDeed(next) || NameWords.roles.contains(name))
  }

  /// `Pierre create a test`: no verb himself, and a verb behind him.
  private static func isBeforeVerb(_ name: String, _ rest: Substring) -> Bool {
    let next = rest.split(whereSeparator: \.isWhitespace).first.map { TextFolding.fold(String($0)) }
    let folded = TextFolding.fold(name)
    // `bwm Propose a change`: what is to be done begins with a capital, so a nick stands in front.
    let isNick = name.count > 1 && name == folded && rest.first?.isUppercase == true
    let isRole = NameWords.roles.contains(folded) || isNick && !NameWords.isDeed(folded)
    // `Put link up`, `Test release`: a verb, and what it is done to.
    guard !NameWords.things.contains(folded), !NameWords.works.contains(folded) else {
      return false
    }
    return (name.first?.isUppercase == true || isRole) && name.allSatisfy(\.isLetter)
      && !NameWords.verbs.contains(folded) && !NameWords.never.contains(folded)
      && next.map { NameWords.isDeed($0) && $0 != "up" && $0 != "issue" } == true
  }

  /// `@ana @bo write the page`.
  private static func mentions(_ text: String) -> ([String], String)? {
    let words = text.split(separator: " ")
    let names = words.prefix { $0.first == "@" && $0.count > 1 }
    guard names.count > 1, names.count < words.count else { return nil }
    let rest = text[words[names.count].startIndex...].trimmed
    return (names.map { NameList.bare(String($0)) }, rest)
  }

  /// `ann, bo and cy write the page`, `ann,bo write it`: several who are known, and then the deed;
  /// `Ann, Jo and Cy write it`, where one of them is known or what follows is surely a deed.
  private static func allKnown(_ text: String, _ known: KnownNames) -> ([String], String)? {
    var found: [String] = []
    var rest = text[...]
    var isOpen = true
    while isOpen {
      rest = rest.drop(while: \.isWhitespace)
      let word = rest.prefix { !$0.isWhitespace }
      let pieces = word.split(whereSeparator: { ",/&+".contains($0) }).map {
        NameList.bare(String($0))
      }
      let isJoint = pieces.count > 1
      guard !pieces.isEmpty,
        isJoint
          ? pieces.contains(where: known.contains)
          : pieces.allSatisfy({ known.contains($0) || isCapitalised($0) })
      else { return nil }
      found += pieces
      rest = rest[word.endIndex...].drop(while: \.isWhitespace)
      isOpen = word.last.map { ",/&+".contains($0) } ?? false
      for join in ["and ", "& ", "+ ", "/ ", "und ", "et "] where rest.hasPrefix(join) {
        rest = rest.dropFirst(join.count)
        isOpen = true
      }
    }
    guard found.count > 1, !rest.isEmpty else { return nil }
    if !found.allSatisfy(known.contains) {
      let next = TextFolding.fold(String(rest.prefix { !$0.isWhitespace }))
      guard rest.first?.isLowercase == true,
        found.contains(where: known.contains) || NameWords.verbs.contains(next)
      else { return nil }
    }
    return (found, rest.trimmed)
  }

  /// `Jo`, who may be somebody among others who are.
  private static func isCapitalised(_ word: String) -> Bool {
    let folded = TextFolding.fold(word)
    return word.count > 1 && word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
      && !NameWords.verbs.contains(folded) && !NameWords.never.contains(folded)
      && !NameWords.things.contains(folded)
  }

  /// `bar do this, too`, where bar is somebody.
  private static func knownFirst(_ text: String, _ known: KnownNames) -> (String, String)? {
    // `Hugo Lind sends it`, where he is called so.
    if let name = known.fullName(in: text) {
      return (name, String(text.dropFirst(name.count)).trimmed)
    }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return nil }
    let name = NameList.bare(String(words[0]))
    let isMention = words[0].hasPrefix("@") && name.count > 1
    if let full = fullBeforeVerb(text) { return full }
    if isAddressed(words[0], words[1]) { return (name, words[1].trimmed) }
    if known.hasInitials(name) { return (name, words[1].trimmed) }
    guard isMention || known.contains(name) || isBeforeVerb(name, words[1]) else { return nil }
    return (name, words[1].trimmed)
  }
}
