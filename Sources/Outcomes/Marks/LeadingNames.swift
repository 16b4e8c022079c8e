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
      guard let owners = Self.names(cut.head, known, isSure ? .certain : isPassive ? .prose : trust)
      else { continue }
      self.owners = owners
      rest = cut.rest
      return
    }
    guard trust != .prose,
      let (names, rest) = Self.allKnown(text, known)
        ?? Self.knownFirst(text, known)
        .map({ ([$0.0], $0.1) })
    else { return nil }
    owners = names
    self.rest = rest
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

  /// `(ann) publish the page`.
  private static func bracketed(_ text: String, _ known: KnownNames, _ trust: Trust)
    -> ([String], String)?
  {
    guard trust != .prose, text.first == "(", let close = text.firstIndex(of: ")"),
      let names = names(String(text[..<close].dropFirst()), known, .prose)
    else { return nil }
    let rest = text[text.index(after: close)...].drop { ": -".contains($0) }.trimmed
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
    where place > 0 || Self.endsNames(words, place) {
      if Self.endsNames(words, place), word.count > 1 {
        let head = text[..<word.endIndex].dropLast()
        // `ana: to write`, and `ana to: write`.
        let rest = withoutTo(text[word.endIndex...].trimmed)
        let names = word.lowercased() == "to:" ? head.dropLast(2) : head
        cuts.append(Cut(head: names.trimmed, word: ":", rest: rest))
        break
      }
      if ["-", "–", "—", "--", "·", ":", "."].contains(word) {
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

  /// `ana:`; and `ana; write it`, but not `ana; bo to write it`.
  private static func endsNames(_ words: [Substring], _ place: Int) -> Bool {
    guard let sign = words[place].last else { return false }
    if sign == ":" || sign == "：" { return true }
    guard sign == ";", place + 2 < words.count else { return false }
    return words[place + 1].first?.isLowercase == true && verb(words, place + 2) == nil
      && words[place + 2] != "and"
  }

  private static func withoutTo(_ rest: String) -> String {
    rest.hasPrefix("to ") ? String(rest.dropFirst(3)) : rest
  }

  private static let modals: Set<String> = ["to", "should", "will", "must", "shall", "can", "is"]

  /// Ways to take something on.
  private static let offers: Set<String> = [
    "volunteered", "volunteers", "agreed", "agrees", "offered", "offers", "promised", "undertook",
  ]

  /// How many words join the names and the deed at a place: `to`, `will`, `is to`, `needs to`.
  private static func verb(_ words: [Substring], _ place: Int) -> Int? {
    let word = words[place].lowercased()
    guard place + 1 < words.count else { return nil }
    let next = words[place + 1].lowercased()
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

  // MARK: What is a name

  /// `Frank, Mary and Kate`, each of them a name.
  private static func names(_ head: String, _ known: KnownNames, _ trust: Trust) -> [String]? {
    var pieces: [String] = []
    for piece in head.split(whereSeparator: { ",/&+;".contains($0) }) {
      var words: [Substring] = []
      for word in piece.split(whereSeparator: \.isWhitespace) {
        // `Ana or Bo can switch it off` is prose, and gives nobody anything to do.
        let isJoint = ["and", "und", "et"].contains(word.lowercased())
        if isJoint || trust != .prose && word.lowercased() == "or" {
          pieces.append(words.joined(separator: " "))
          words = []
        } else {
          words.append(word)
        }
      }
      pieces.append(words.joined(separator: " "))
    }
    let names = pieces.filter { !$0.isEmpty }.map(bare)
    guard !names.isEmpty, names.count <= 8 else { return nil }
    // `@ana` is somebody, wherever it stands.
    let mentioned = Set(
      pieces.filter { $0.first == "@" && $0.count > 1 && !$0.contains(" ") }.map(bare))
    return names.allSatisfy { mentioned.contains($0) || isName($0, known, trust) } ? names : nil
  }

  private static func bare(_ name: String) -> String {
    var name = name.trimmed
    for title in ["Cllrs ", "Councillors ", "Messrs "] where name.hasPrefix(title) {
      name = String(name.dropFirst(title.count))
    }
    while let first = name.first, "@(\"'*_".contains(first) { name.removeFirst() }
    while let last = name.last, ")\"'*,.?".contains(last) { name.removeLast() }
    return name
  }

  private static func isName(_ name: String, _ known: KnownNames, _ trust: Trust) -> Bool {
    if known.contains(name) { return true }
    let words = name.split(separator: " ")
    guard (1...4).contains(words.count), let first = name.first, first.isLetter else {
      return false
    }
    let folded = TextFolding.fold(name)
    if folded == "everyone" || folded == "everybody" { return true }
    // `The Chair reminded Cllrs to …`: said to somebody, and done by nobody yet.
    if words.contains(where: { NameWords.speech.contains(TextFolding.fold(String($0))) }) {
      return false
    }
    // `the XEP Editor shall …`
    if words[0].lowercased() == "the", words.count > 1,
      NameWords.offices.contains(TextFolding.fold(String(words[words.count - 1])))
    {
      return true
    }
    // `Editors of the guide to …`
    if trust != .prose, words.count > 2, words[1] == "of",
      NameWords.roles.contains(TextFolding.fold(String(words[0])))
    {
      return true
    }
    if NameWords.never.contains(TextFolding.fold(String(words[0]))) { return false }
    // `Plan to publish it` is prose, and so is `Try to …`.
    if trust == .prose, words.count == 1, NameWords.verbs.contains(folded) { return false }
    let particles: Set<Substring> = [
      "de", "la", "van", "von", "der", "den", "da", "di", "dos", "bin",
    ]
    if first.isUppercase,
      words.allSatisfy({ $0.first?.isUppercase == true || particles.contains($0) })
    {
      return true
    }
    switch trust {
    case .certain: return words.count == 1
    case .marked: return isLoneName(words, folded)
    case .prose: return false
    }
  }

  /// `ann` in `ACTION: ann to publish`, and `the editors`; but not `talk` in `talk to the editors`.
  private static func isLoneName(_ words: [Substring], _ folded: String) -> Bool {
    if words.count == 2, words[0].lowercased() == "the" { return true }
    if words.count == 2, words[1].filter(\.isLetter).count == 1, words[0].count > 1 {
      return words[0].allSatisfy(\.isLetter)
        && !NameWords.verbs.contains(TextFolding.fold(String(words[0])))
    }
    return words.count == 1 && !NameWords.verbs.contains(folded)
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
    let isRole = NameWords.roles.contains(folded)
    guard !NameWords.things.contains(folded) else { return false }
    return (name.first?.isUppercase == true || isRole) && name.allSatisfy(\.isLetter)
      && !NameWords.verbs.contains(folded) && !NameWords.never.contains(folded)
      && next.map { NameWords.isDeed($0) && $0 != "up" && $0 != "issue" } == true
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
      let pieces = word.split(whereSeparator: { ",/&+".contains($0) }).map { bare(String($0)) }
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
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2 else { return nil }
    let name = bare(String(words[0]))
    let isMention = words[0].hasPrefix("@") && name.count > 1
    if let full = fullBeforeVerb(text) { return full }
    if isAddressed(words[0], words[1]) { return (name, words[1].trimmed) }
    if known.hasInitials(name) { return (name, words[1].trimmed) }
    guard isMention || known.contains(name) || isBeforeVerb(name, words[1]) else { return nil }
    return (name, words[1].trimmed)
  }
}
