import Session
import Values

/// A no at the read-back as it is typed: `Dan: too early`, `dan says it is too early`, `too early`.
///
/// Whoever types it notes what the room says, and a no is nobody's who has not said it.
struct Objection: Equatable {
  enum Speaker: Equatable {
    case person(String)
    /// Nobody is named: whoever was asked.
    case owner
    /// A name stands there that may be several people's, or is misspelt.
    case unclear

    /// Who else than the owner says it: ` by Dan`.
    func words(_ room: Room) -> String {
      if case .person(let id) = self { " by \(room.state.name(of: id))" } else { "" }
    }
  }

  let by: Speaker
  let why: String?

  init(_ typed: String?, _ room: Room) {
    let found = typed.flatMap(Self.cut)
    by = found.map { Self.speaker($0.name, room) } ?? .owner
    if case .person = by { why = found?.why } else { why = typed }
  }

  /// Who is meant by what stands where a name stands; a function is whoever has it alone.
  private static func speaker(_ name: String, _ room: Room) -> Speaker {
    let typed = TextFolding.fold(name)
    let bearers = room.state.people.filter { $0.function.map(TextFolding.fold) == typed }
    if let first = bearers.first { return bearers.count == 1 ? .person(first.id) : .unclear }
    switch room.names.exactMatch(name) {
    case .one(let id): return .person(id)
    case .several: return .unclear
    // “He says” begins Helen’s name, and is not hers.
    case .near, .none:
      let isNameLike = name.first?.isUppercase == true && room.names.match(name) != .none
      return isNameLike ? .unclear : .owner
    }
  }

  private static let saying: Set<String> = ["says", "said", "thinks"]
  private static let objecting: Set<String> = [
    "objects", "disagrees", "doubts", "disputes", "declines",
  ]

  /// A name before a colon, or before a verb that says whose words these are.
  private static func cut(_ typed: String) -> (name: String, why: String?)? {
    let words = typed.split(separator: " ").map(String.init)
    let verbs = words.map { TextFolding.fold($0.filter(\.isLetter)) }
    let verb = verbs.prefix(4).firstIndex { saying.contains($0) || objecting.contains($0) }
    if let verb, verb > 0, !words[..<verb].contains(where: { $0.contains(":") }) {
      let rest = words[(verb + 1)...].joined(separator: " ")
      let why = saying.contains(verbs[verb]) ? rest : typed
      return (words[..<verb].joined(separator: " "), rest.isEmpty ? nil : why)
    }
    guard let colon = typed.firstIndex(of: ":") else { return nil }
    let rest = typed[typed.index(after: colon)...].trimmed
    return (typed[..<colon].trimmed, rest.isEmpty ? nil : rest)
  }
}
