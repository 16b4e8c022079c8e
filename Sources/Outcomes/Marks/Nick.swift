import Values

/// What somebody is called whose nick has a tail: `ana_` while `ana` is taken, `ana|away`, `ana[m]`.
enum Nick {
  /// Folded, and without what only tells two of the same apart.
  static func bare(_ nick: String) -> String {
    TextFolding.fold(nick).filter { $0 != "_" }
  }

  /// Each nick with a tail as it is said without one, where that is nobody else.
  static func shortened(_ nicks: [String]) -> [(String, String)] {
    let taken = Set(nicks.map { $0.lowercased() })
    var owners: [String: [String]] = [:]
    for nick in nicks {
      let short = withoutTail(nick)
      guard short.count > 1, short != nick, !taken.contains(short.lowercased()) else { continue }
      owners[short.lowercased(), default: []].append(nick)
    }
    return owners.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value[0]) }
  }

  private static func withoutTail(_ nick: String) -> String {
    var short = nick.prefix { $0 != "|" && $0 != "[" && $0 != "{" }
    while let last = short.last, "_`^-".contains(last) { short.removeLast() }
    return String(short)
  }

  /// `ask ana_ for it` where only `ana` was there: `ask ana for it`.
  static func withoutTails(_ text: String, but nicks: [String]) -> String {
    guard text.contains("_") else { return text }
    let taken = Set(nicks.map { $0.lowercased() })
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      var short = word
      while short.last == "_" { short.removeLast() }
      let isNick = taken.contains(short.lowercased()) && !taken.contains(word.lowercased())
      return String(isNick ? short : word)
    }.joined(separator: " ")
  }
}
