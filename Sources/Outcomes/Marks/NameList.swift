import Values

/// Who is named in a list of people: `Frank, Mary and Kate`, each of them a name.
enum NameList {
  typealias Trust = LeadingNames.Trust

  /// Nil where one of them is none.
  static func names(_ head: String, _ known: KnownNames, _ trust: Trust) -> [String]? {
    var pieces = pieces(head, isOrJoint: trust != .prose)
    if trust != .prose { pieces = pieces.flatMap(fullNames) }
    var names = pieces.map(bare)
    // `Bo and I to write it`: the speaker.
    if trust != .prose, names.count > 1 { names.removeAll { ["al", "et al"].contains($0) } }
    guard !names.isEmpty, names.count <= 8 else { return nil }
    // `@ana` is somebody, wherever it stands.
    let mentioned = Set(
      pieces.filter { $0.first == "@" && $0.count > 1 && !$0.contains(" ") }.map(bare))
    let isJoint = trust != .prose && names.count > 1
    return names.allSatisfy { name in
      mentioned.contains(name) || isJoint && FirstPerson.words.contains(name.lowercased())
        || isName(name, known, trust)
    } ? names : nil
  }

  /// `Ana Berg Bo Lind` apart, as a wiki sets those whom it links to.
  private static func fullNames(_ piece: String) -> [String] {
    let words = piece.split(separator: " ")
    guard [4, 6, 8].contains(words.count),
      words.allSatisfy({ $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) })
    else { return [piece] }
    return stride(from: 0, to: words.count, by: 2).map { "\(words[$0]) \(words[$0 + 1])" }
  }

  /// The names apart: `Frank, Mary and Kate`, `Bo/Ana`.
  static func pieces(_ head: String, isOrJoint: Bool = true) -> [String] {
    var pieces: [String] = []
    for piece in head.split(whereSeparator: { ",/&+;".contains($0) }) {
      var words: [Substring] = []
      for word in piece.split(whereSeparator: \.isWhitespace) {
        // `Ana or Bo can switch it off` is prose, and gives nobody anything to do.
        let isJoint = ["and", "und", "et"].contains(word.lowercased())
        if isJoint || isOrJoint && word.lowercased() == "or" {
          pieces.append(words.joined(separator: " "))
          words = []
        } else {
          words.append(word)
        }
      }
      pieces.append(words.joined(separator: " "))
    }
    return pieces.filter { !$0.isEmpty }
  }

  static func bare(_ name: String) -> String {
    var name = name.trimmed
    for title in ["Cllrs ", "Councillors ", "Messrs "] where name.hasPrefix(title) {
      name = String(name.dropFirst(title.count))
    }
    while let first = name.first, "@(\"'*_`[<".contains(first) { name.removeFirst() }
    while let last = name.last, ")\"'*,.?`_]>".contains(last) { name.removeLast() }
    return name
  }

  /// Who all of them are: `All members to read it`.
  private static let groups: Set<String> = [
    "members", "participants", "attendees", "trustees", "directors", "governors", "editors",
    "councillors", "leads", "leaders", "teams", "chairs", "committees", "staff", "partners",
  ]

  /// What several people are together, behind the name that they have.
  private static let bodies: Set<String> = [
    "team", "group", "taskforce", "committee", "board", "staff", "editors", "chairs", "members",
    "subgroup", "council", "panel", "authors", "maintainers",
  ]

  private static func isName(_ name: String, _ known: KnownNames, _ trust: Trust) -> Bool {
    if known.contains(name) { return true }
    let words = name.split(separator: " ")
    guard (1...4).contains(words.count), let first = name.first, first.isLetter,
      !name.contains(where: { "[](){}<>:\"".contains($0) })
    else { return false }
    let folded = TextFolding.fold(name)
    if folded == "the" { return false }
    if folded == "everyone" || folded == "everybody" { return true }
    if words.count == 2, folded.hasPrefix("all "), groups.contains(String(folded.dropFirst(4))) {
      return true
    }
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
    // `DC RDF taskforce to …`
    if trust != .prose, words.count > 1, first.isUppercase,
      Self.bodies.contains(TextFolding.fold(String(words[words.count - 1]))),
      words.dropLast().allSatisfy({ $0.first?.isUppercase == true }),
      !NameWords.verbs.contains(TextFolding.fold(String(words[0])))
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
    if OpenWord.saysNothing(name) || DayWords.isDay(name) { return false }
    // `Pre-work` is a thing, `Anne-Marie` somebody.
    if trust != .certain, words.count == 1,
      let second = name.split(separator: "-").dropFirst().first,
      name.first?.isUppercase == true, second.first?.isLowercase == true
    {
      return false
    }
    // `Looking to hear more`
    if trust == .prose, words.count == 1, folded.count > 5, folded.hasSuffix("ing") { return false }
    // `Plan to publish it` is prose, and so is `Try to …`; `Talk to Ana` gives it to nobody.
    if trust != .certain, words.count == 1, NameWords.verbs.contains(folded) { return false }
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
}
