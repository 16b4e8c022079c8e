import Values

/// Finds that two names of a log are one person: `ana`, `Ana_Berg` and `Ana Berg`.
///
/// A nick is somebody's where it is the name without its spaces, the first name, the surname, the
/// initial and the surname, or the initials in capitals, and fits nobody else. The fuller name stands.
struct SamePerson {
  private var spelling: [String: String] = [:]
  /// In the order of their first words, each once.
  private(set) var people: [String] = []

  /// `owners` are whoever is given something, whether they were there or not.
  init(_ names: [String], owners: [String] = []) {
    let shown = names.map { ($0, Self.plain($0)) }
    // `Editors of the guide` is no fuller name of `Editors`.
    let full = shown.map(\.1).filter {
      Self.withoutTitle($0).contains(" ") && !$0.contains(" of ")
    }
    for (name, plain) in shown {
      let short = Self.withoutTitle(plain)
      let person = short.contains(" ") ? plain : Self.owner(of: short, among: full) ?? plain
      spelling[TextFolding.fold(name)] = person
      let isKnown = people.contains { TextFolding.fold($0) == TextFolding.fold(person) }
      if !isKnown { people.append(person) }
    }
    for name in owners where spelling[TextFolding.fold(name)] == nil {
      let short = Self.withoutTitle(Self.plain(name))
      guard !short.contains(" "), let person = Self.owner(of: short, among: full) else { continue }
      spelling[TextFolding.fold(name)] = person
    }
  }

  /// As the person is called; a name that was not told stays as it is.
  func name(_ name: String) -> String { spelling[TextFolding.fold(name)] ?? name }

  /// `Ana_Berg` as it is spoken, `ana_` and `ana|away` without what the client adds.
  private static func plain(_ name: String) -> String {
    let base = name.split(separator: "|").first.map(String.init) ?? name
    let words = base.split(whereSeparator: { "_ ".contains($0) }).filter { word in
      !["away", "afk", "mobile", "irc", "w3c"].contains(word.lowercased())
    }
    let isName = words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true }
    if isName { return words.joined(separator: " ") }
    let bare = words.joined(separator: "_")
    return words.count == 1 && !bare.isEmpty ? bare : name
  }

  /// `Mr Lind` → `Lind`.
  private static func withoutTitle(_ name: String) -> String {
    for title in ["Mr ", "Mrs ", "Ms ", "Miss ", "Dr ", "Cllr ", "Prof ", "Mr. ", "Mrs. ", "Dr. "]
    where name.hasPrefix(title) {
      return name.dropFirst(title.count).trimmed
    }
    return name
  }

  /// `EBS` of `Eve Berg-Simpson`, as minutes shorten it.
  private static func initials(of name: String) -> String {
    String(name.split { " -".contains($0) }.compactMap(\.first).filter(\.isUppercase))
  }

  private static func owner(of nick: String, among full: [String]) -> String? {
    let folded = TextFolding.fold(nick)
    let found = Set(
      full.filter { name in
        let words = TextFolding.fold(name).split(separator: " ").map(String.init)
        guard let first = words.first, let last = words.last else { return false }
        let ways = [first, last, words.joined(), first.prefix(1) + last, first + last.prefix(1)]
        return ways.contains(folded) || Self.initials(of: name) == nick
      })
    return found.count == 1 ? found.first : nil
  }
}
