import Values

/// One sentence of notes: whether it says who does what, or what was decided.
struct MinutesSentence {
  private let sentence: String
  private let known: KnownNames
  private let line: SaidLine
  /// Whether the notes list who is there.
  private let hasList: Bool
  /// In small letters.
  private let folded: String
  let cues: SentenceCues

  init(_ sentence: String, _ known: KnownNames, _ line: SaidLine, hasList: Bool = false) {
    folded = sentence.lowercased()
    cues = SentenceCues(in: folded)
    self.hasList = hasList
    self.sentence = sentence
    self.known = known
    self.line = line
  }

  var mark: Mark? {
    guard !isQuoting else { return nil }
    let words = withoutBrackets(withoutLeadIn)
    if let request = request(words) { return request }
    guard !sentence.hasSuffix("?"), !(cues.contains(.done) && Self.isOver(sentence)) else {
      return nil
    }
    if let decision {
      if let (owners, deed) = given(decision) {
        return Mark(
          .action, deed, owners: owners, isExplicit: false, line: line.number,
          speaker: line.speaker)
      }
      return Mark(
        .decision, decision, isExplicit: false, line: line.number, speaker: line.speaker)
    }
    guard
      let (owners, text) = promise(words) ?? behindNames(words) ?? named(words) ?? behindArrow
        ?? behindDash ?? behindColon ?? inBrackets ?? behindClause ?? passive(words)
    else { return nil }
    return Mark(
      .action, text, owners: owners, isExplicit: false, line: line.number, speaker: line.speaker)
  }

  /// What somebody said is no duty; a word or two in quotes within one are its words.
  private var isQuoting: Bool {
    guard sentence.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0x80 }),
      let quote = sentence.firstIndex(where: { "\"“".contains($0) })
    else { return false }
    let before = sentence[..<quote].split(separator: " ")
    return before.count < 3 || !known.contains(String(before[0]))
  }

  /// `[Ana and Bo: to talk to Cy.]`, as scribes put what happens beside the talk.
  private func withoutBrackets(_ words: String) -> String {
    words.first == "[" && words.last == "]" ? String(words.dropFirst().dropLast()).trimmed : words
  }

  /// `ana & bo: to talk to Cy`, all of them known.
  private func behindNames(_ words: String) -> ([String], String)? {
    guard let colon = words.firstRange(of: ": ") else { return nil }
    let names = MinutesTable.names(String(words[..<colon.lowerBound]))
    let rest = words[colon.upperBound...]
    guard !names.isEmpty, names.allSatisfy(known.contains) else { return nil }
    for opening in ["to ", "will "] where rest.hasPrefix(opening) {
      let deed = String(rest.dropFirst(opening.count))
      return Self.isDeed(deed) ? (names, deed) : nil
    }
    return nil
  }

  /// The day of `By Friday, Edda will …` goes to the end, where an action's day is read.
  private var withoutLeadIn: String {
    let first = folded.prefix { $0 != " " }
    guard ["by", "until", "before", "on"].contains(first),
      let cut = sentence.firstIndex(where: { $0 == "," || $0 == ":" }),
      sentence[..<cut].split(separator: " ").count <= 4, !folded.hasPrefix("by the")
    else { return sentence }
    var rest = sentence[sentence.index(after: cut)...].trimmed
    while rest.last == "." { rest.removeLast() }
    return rest + " " + first + sentence[..<cut].dropFirst(first.count)
  }

  /// `Rob to fix the gate - done`.
  static func isOver(_ sentence: String) -> Bool {
    let folded = sentence.lowercased()
    return ["- done", "– done", "(done)", "-> done", ", done", "✓", "✔"].contains {
      folded.hasSuffix($0)
    }
  }

  // MARK: Who does what

  /// `I'll send it`, said by somebody.
  private func promise(_ words: String) -> ([String], String)? {
    guard let speaker = line.speaker else { return nil }
    let plain = words.replacingFirst("’", with: "'")
    let openings = [
      "I'll ", "I will ", "I can take care of ", "I am going to ", "I'm going to ", "will ", "to ",
    ]
    for opening in openings where plain.hasPrefix(opening) {
      let rest = String(plain.dropFirst(opening.count))
      return Self.isDeed(rest) ? ([speaker], rest) : nil
    }
    return nil
  }

  /// What somebody is asked to do, as in `Yan, please send …`.
  private func request(_ words: String) -> Mark? {
    guard cues.contains(.request) else { return nil }
    if let mention = mention(words) { return mention }
    guard let comma = words.firstIndex(of: ",") else { return nil }
    let name = words[..<comma].trimmed
    guard known.contains(name) else { return nil }
    let rest = words[words.index(after: comma)...].trimmed
    for opening in ["please ", "can you please ", "can you ", "could you please ", "could you "] {
      guard rest.lowercased().hasPrefix(opening) else { continue }
      var deed = String(rest.dropFirst(opening.count))
      while let last = deed.last, "?.!".contains(last) { deed.removeLast() }
      return Mark(
        .action, deed, owners: [name], isExplicit: false, line: line.number, speaker: line.speaker)
    }
    return nil
  }

  /// `@yan please renew it`, `@yan, please renew it`.
  private func mention(_ words: String) -> Mark? {
    let parts = words.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count == 3, parts[0].hasPrefix("@"), parts[1].lowercased() == "please"
    else { return nil }
    var name = parts[0].dropFirst()
    if let last = name.last, ",:".contains(last) { name.removeLast() }
    guard !name.isEmpty else { return nil }
    return Mark(
      .action, parts[2], owners: [String(name)], isExplicit: false,
      line: line.number, speaker: line.speaker)
  }

  /// `Ana to send …`, `Vera will name …`, `Gus needs to …`, `Quin volunteered to …`.
  private func named(_ words: String) -> ([String], String)? {
    guard cues.contains(.duty) else { return nil }
    var words = words
    for opening in ["=> ", "-> ", "→ ", "Therefore ", "Therefore, ", "So ", "Also, ", "Then "]
    where words.hasPrefix(opening) {
      words = String(words.dropFirst(opening.count))
    }
    if cues.contains(.wish), Self.wishes.contains(where: { words.firstRange(of: $0) != nil }) {
      return nil
    }
    if cues.contains(.bidding), let bidden = Self.bidden(words) { words = bidden }
    var isOffer = false
    if cues.contains(.undertaking) {
      // Only people do that, whether they are listed or not.
      isOffer = [" volunteered to ", " promised to ", " offered to "].contains {
        words.firstRange(of: $0) != nil
      }
      for undertaking in Self.undertakings {
        words = words.replacingFirst(undertaking, with: " will ")
      }
    }
    words = words.replacingFirst(" TO ", with: " to ")
    guard let leading = LeadingNames(words, known: known, trust: .prose),
      Self.isDeed(leading.rest), !known.begins(leading.rest),
      leading.owners.allSatisfy({ isOffer || isPerson($0, words) })
    else { return nil }
    return (leading.owners.map(Self.withoutArticle), leading.rest)
  }

  private static let wishes = [
    " would like ", " would love ", " would prefer ", " would rather ", " would be ",
  ]

  /// Ways in which minutes say that somebody took something on, or was given it.
  private static let undertakings = [
    " is going to ", " volunteered to ", " promised to ", " agreed to ", " offered to ",
    " took an action to ", " took the action to ", " has an action to ", " was actioned to ",
    " undertook to ", " was asked to ", " were asked to ", " is asked to ", " would ",
  ]

  /// Companies, papers and things can stand where a person does: `Duke will roll out …`.
  ///
  /// Whoever is listed as being there is a person, and so is whoever holds an office; where nobody
  /// is listed, a name is taken at its word.
  private func isPerson(_ name: String, _ words: String) -> Bool {
    let parts = name.split { " .".contains($0) }.map { TextFolding.fold(String($0)) }
    if known.contains(name) || known.mayBe(name) || known.hasInitials(name) { return true }
    if ["everyone", "everybody", "all"].contains(parts.first ?? "") { return true }
    if parts.contains(where: NameWords.offices.contains) { return true }
    if parts.first == "the" { return false }
    if name.count > 2, name == name.uppercased(), words != words.uppercased() { return false }
    return !hasList || words.contains("@" + name)
  }

  private static func withoutArticle(_ name: String) -> String {
    name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  /// `Server is slow -> Abe looks at the logs by tomorrow`.
  private var behindArrow: ([String], String)? {
    for arrow in ["=> ", "-> ", "→ "] where sentence.hasPrefix(arrow) {
      let deed = LeadingNames(doing: String(sentence.dropFirst(arrow.count)), known)
      return deed.map { ($0.owners, $0.rest) }
    }
    for arrow in [" => ", " -> ", " → "] {
      guard let range = sentence.firstRange(of: arrow) else { continue }
      let rest = String(sentence[range.upperBound...])
      return named(rest) ?? LeadingNames(doing: rest, known).map { ($0.owners, $0.rest) }
    }
    return nil
  }

  /// `Signs are needed – Lee to get the wording`.
  private var behindDash: ([String], String)? {
    guard cues.contains(.duty) else { return nil }
    for dash in [" – ", " — ", " -- ", " - "] {
      guard let last = sentence.components(dash).dropFirst().last else { continue }
      if let found = named(last.trimmed) { return found }
    }
    return nil
  }

  /// `Disk on db3: Greta will expand it`: a subject, and who does what about it.
  private var behindColon: ([String], String)? {
    guard let range = sentence.firstRange(of: ": "),
      (1...5).contains(sentence[..<range.lowerBound].split(separator: " ").count)
    else { return nil }
    return named(String(sentence[range.upperBound...]))
  }

  /// `The scripts are missing (@ana to write them)`.
  private var inBrackets: ([String], String)? {
    guard sentence.hasSuffix(")"), let open = sentence.lastIndex(of: "(") else { return nil }
    let inner = sentence[sentence.index(after: open)...].dropLast()
    return inner.split(separator: " ").count > 3 ? named(String(inner)) : nil
  }

  /// `It is not settled, Ana to look into it`, `It is there and Bo will begin`: somebody who is known.
  private var behindClause: ([String], String)? {
    guard cues.contains(.duty) else { return nil }
    for sign in [", ", " and "] {
      guard let last = sentence.components(sign).dropFirst().last,
        let before = sentence.components(sign).dropLast().last?.split(separator: " ").last,
        before.first?.isLowercase == true, !known.contains(String(before)),
        let found = named(last.trimmed),
        found.0.allSatisfy({ known.contains($0) || known.hasInitials($0) })
      else { continue }
      return found
    }
    return nil
  }

  /// A verb comes next: not `be`, not `not`, not a name or a place.
  static func isDeed(_ rest: String) -> Bool {
    let words = rest.split(separator: " ")
    guard words.count > 1, let first = words.first else { return false }
    let word = first.lowercased()
    let isShouted = rest == rest.uppercased()
    guard first.first?.isLowercase == true || isShouted, !word.hasSuffix(":") else { return false }
    return ![
      "be", "not", "never", "have", "need", "the", "a", "an", "no", "his", "her", "its", "also",
      "probably", "possibly", "hopefully", "always", "leave", "miss", "feel", "know", "think",
    ].contains(word)
  }

  /// `The paint will be bought by Bo`, who is known.
  private func passive(_ words: String) -> ([String], String)? {
    cues.contains(.duty) ? TrailingNames.passive(words, known) : nil
  }

  /// What somebody known is given by it: `agreed that Bo should buy the paint`.
  private func given(_ decision: String) -> ([String], String)? {
    guard folded.firstRange(of: "agreed that ") != nil,
      let leading = LeadingNames(decision, known: known, trust: .prose),
      Self.isDeed(leading.rest),
      leading.owners.allSatisfy({ known.contains($0) || known.mayBe($0) || known.hasInitials($0) })
    else { return nil }
    return (leading.owners.map(Self.withoutArticle), leading.rest)
  }

  // MARK: What was decided

  private static let subjects = [
    "we", "they", "all", "the group", "the team", "the board", "the committee", "everyone",
    "everybody", "it was", "it is", "it has been", "the meeting", "the council", "board", "council",
    "committee", "members", "the tc", "the wg", "the tsc", "the tag", "the working group",
    "the task force", "the panel", "participants", "attendees", "trustees", "directors",
    "governors", "the chairs",
  ]
  private static let verbs = [
    "agreed", "decided", "resolved", "concluded", "voted", "agrees", "decides", "resolves",
  ]
  private static let between = [
    "", "have ", "has ", "then ", "also ", "finally ", "all ", "further ", "unanimously ",
    "therefore ", "duly ", "discussed and ", "ultimately ", "has also ",
  ]

  /// `We agreed to pilot …`, `the group decided that …`.
  private var decision: String? {
    guard cues.contains(.decision), folded.count == sentence.count else { return nil }
    for opening in [
      "agreed that ", "agreed to ", "agreed on ", "decided that ", "decided to ", "resolved that ",
      "resolved that, ",
      "resolved to ",
      "unanimously agreed that ", "unanimously agreed to ", "consensus to ", "consensus that ",
      "council consensus to ", "ultimately voted to ",
    ] where folded.hasPrefix(opening) {
      return String(sentence.dropFirst(opening.count))
    }
    if let voted = Self.voted(sentence) { return voted }
    for turn in [
      "seconded and unanimously approved to ", "seconded and approved to ",
      "and ultimately voted to ", "and then voted to ", "and ultimately agreed to ",
      "and finally agreed to ", "and decided to ", "and agreed to ", "and agreed that ",
    ] {
      guard let range = folded.firstRange(of: turn),
        turn.hasPrefix("seconded")
          || Self.subjects.contains(where: {
            folded[..<range.lowerBound].firstRange(of: $0 + " ") != nil
          })
      else { continue }
      return String(
        sentence.dropFirst(folded.distance(from: folded.startIndex, to: range.upperBound)))
    }
    // Few sentences decide anything: the many ways of saying so are only tried on those.
    let verbs = Self.verbs.filter { folded.firstRange(of: $0 + " ") != nil }
    guard !verbs.isEmpty else { return nil }
    for subject in Self.subjects {
      for between in Self.between {
        for verb in verbs {
          guard let range = folded.firstRange(of: "\(subject) \(between)\(verb) "),
            Self.isFree(folded[..<range.lowerBound])
          else { continue }
          let offset = folded.distance(from: folded.startIndex, to: range.upperBound)
          let rest = String(sentence.dropFirst(offset))
          // To vote on something says nothing of how it went.
          return verb == "voted" && rest.hasPrefix("on ") ? nil : Self.decided(rest)
        }
      }
    }
    return nil
  }

  /// `FESCo voted 7-0 that …`, `voted 5-0 (three abstained) to …`: counted, and so it is settled.
  private static func voted(_ sentence: String) -> String? {
    guard let verb = sentence.firstRange(of: " voted ") else { return nil }
    var rest = sentence[verb.upperBound...]
    let score = rest.prefix { !$0.isWhitespace }
    let sides = score.split { "-–:".contains($0) }
    guard sides.count > 1, sides.allSatisfy({ Int($0) != nil }),
      let yes = Int(sides[0]), let no = Int(sides[1]), yes > no
    else { return nil }
    rest = rest[score.endIndex...].drop { $0 == " " }
    if rest.first == "(", let close = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...].drop { $0 == " " }
    }
    return rest.hasSuffix(":") ? nil : decided(String(rest))
  }

  private static func decided(_ rest: String) -> String? {
    for opening in ["to ", "that ", "on "] where rest.hasPrefix(opening) {
      return String(rest.dropFirst(opening.count))
    }
    return nil
  }

  /// Nothing in front that turns it round, and a word's beginning.
  private static func isFree(_ before: Substring) -> Bool {
    guard before.isEmpty || before.last == " " else { return false }
    let words = before.split(separator: " ").map { $0.filter(\.isLetter) }
    return !words.contains {
      ["if", "when", "until", "unless", "not", "nobody", "no"].contains($0)
    }
  }
}
