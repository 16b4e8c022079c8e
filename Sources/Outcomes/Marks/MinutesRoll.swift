import Values

/// Who is there, where minutes list it below a heading: `Attendees`, and a name on each line.
struct MinutesRoll {
  /// The names of a line, and whether they are of those who came.
  typealias Found = (names: [String], isThere: Bool)

  /// Below which heading it is; nil outside a roll.
  private var isThere: Bool?
  private var count = 0

  private static let there: Set<String> = [
    "attendees", "present", "participants", "attendance", "members present", "in attendance",
    "people present", "attending", "those present", "who was there", "anwesend", "teilnehmer",
    "attendees present", "present members",
  ]
  private static let away: Set<String> = [
    "apologies", "absent", "regrets", "excused", "members absent", "apologies for absence",
    "entschuldigt",
  ]

  /// Nil where a line is no part of a roll.
  mutating func take(_ line: SaidLine) -> Found? {
    let list = ListMark(line.text)
    if line.speaker == nil, let isThere = Self.heading(list) {
      self.isThere = isThere
      count = 0
      return ([], isThere)
    }
    guard let isThere, line.speaker == nil, count < 60, let names = Self.names(list) else {
      self.isThere = nil
      return nil
    }
    count += 1
    return (names, isThere)
  }

  /// `* Ana Berg (anab)`, three times at least: what people are called where they are listed.
  static func nicks(_ lines: [SaidLine]) -> [(name: String, nick: String)] {
    let found = lines.compactMap { line -> (name: String, nick: String)? in
      guard line.text.utf8.count < 80, line.text.utf8.contains(UInt8(ascii: ")")) else {
        return nil
      }
      let list = ListMark(line.text)
      guard list.isListed, list.text.last == ")", let open = list.text.firstIndex(of: "(") else {
        return nil
      }
      let name = list.text[..<open].trimmed
      let nick = list.text[open...].dropFirst().dropLast()
      guard (2...3).contains(name.split(separator: " ").count), isName(name),
        name.split(separator: " ").allSatisfy({ $0.first?.isUppercase == true }),
        nick.count > 1, nick.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }),
        nick.first?.isLowercase == true || nick.allSatisfy(\.isUppercase)
      else { return nil }
      return (name, String(nick))
    }
    return found.count > 2 ? found : []
  }

  private static func heading(_ list: ListMark) -> Bool? {
    guard list.text.utf8.count < 60, list.text.utf8.count(where: { $0 == 0x20 }) < 5 else {
      return nil
    }
    let words = list.text.filter { !"#=[]*_:".contains($0) }.trimmed
    guard words.count < 30 else { return nil }
    let folded = TextFolding.fold(words)
    return there.contains(folded) ? true : away.contains(folded) ? false : nil
  }

  /// `Ana Berg (chair)`, `ana berg`, `@ana`, `Ana Berg, Bo Lind and Cy Moe`.
  private static func names(_ list: ListMark) -> [String]? {
    guard list.text.last != ":", !list.text.hasPrefix("#"), !list.text.hasPrefix("=") else {
      return nil
    }
    // Stars behind names tell of something: `Ana Berg\*, Bo Lind`.
    var text = withoutBrackets(list.text).filter { !"\\*".contains($0) }
    let last = text.split { " .,".contains($0) }.last ?? ""
    if text.hasSuffix("."), last.count > 2 { text.removeLast() }
    let pieces = text.split(whereSeparator: { ",;&".contains($0) })
      .flatMap { String($0).components(" and ") }.map(\.trimmed).filter { !$0.isEmpty }
    guard !pieces.isEmpty, pieces.allSatisfy(isName) else { return nil }
    // One word alone on its line may head what comes next.
    guard list.isListed || pieces.count > 1 || pieces[0].contains(" ") || pieces[0].first == "@"
    else { return nil }
    return pieces.map { $0.first == "@" ? String($0.dropFirst()) : $0 }.filter { name in
      let last = TextFolding.fold(name.split(separator: " ").last.map(String.init) ?? "")
      return !NameWords.offices.contains(last)
    }
  }

  private static func isName(_ piece: String) -> Bool {
    let words = piece.split(separator: " ")
    return (1...4).contains(words.count)
      && words.allSatisfy { word in
        word.allSatisfy { $0.isLetter || "@.'’-_".contains($0) || $0.isNumber && word.first != $0 }
          && word.count < 20
      }
      && !NameWords.never.contains(TextFolding.fold(String(words[0])))
      && !NameWords.verbs.contains(TextFolding.fold(String(words[0])))
      && !(piece.last == "." && words.last.map { $0.count > 2 } == true)
  }

  /// Also without what stands behind a dash: `Ana Berg - Chair`.
  private static func withoutBrackets(_ text: String) -> String {
    var plain = ""
    var depth = 0
    for character in text {
      if character == "(" || character == "[" || character == "<" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == ")" || character == "]" || character == ">" { depth = max(0, depth - 1) }
    }
    return plain.components(" - ").first?.trimmed ?? plain
  }
}
