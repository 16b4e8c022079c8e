import Session
import Values

/// Whom typed names mean: what is not certain is asked, one key each.
struct WhoIsMeant {
  let room: Room
  /// What to type instead: `/leave NAME`.
  let example: String

  /// Several names: with commas, with `and`, or one word each.
  func names(in words: String) -> [String] {
    let pieces = words.split(separator: ",").flatMap { piece in
      String(piece).split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
    }.filter { !$0.isEmpty }
    return pieces.flatMap { piece -> [String] in
      let single = piece.split(separator: " ").map(String.init)
      let areAllNames = single.allSatisfy { room.names.match($0).person != nil }
      return room.names.match(piece) == .none && single.count > 1 && areAllNames ? single : [piece]
    }
  }

  /// Decides with everybody who is meant, in the order typed.
  func decide(_ words: String, _ next: ([String]) -> Decision) -> Decision {
    let names = names(in: words)
    guard !names.isEmpty else { return .problem("Who? \(example)") }
    return find(names[...], [], next)
  }

  private func find(
    _ names: ArraySlice<String>, _ found: [String], _ next: ([String]) -> Decision
  ) -> Decision {
    guard let name = names.first else { return next(found) }
    func go(_ id: String) -> Decision {
      find(names.dropFirst(), found.contains(id) ? found : found + [id], next)
    }
    switch room.names.match(name) {
    case .one(let id): return go(id)
    case .several(let ids):
      return Decision(
        dialog: .choose("Which \(name)?", ids.map { (room.state.name(of: $0), .decide(go($0))) }))
    case .near(let id):
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(name)”: did you mean \(room.state.name(of: id))?",
          meaning: room.state.name(of: id),
          yes: .decide(go(id)), no: .refill("")))
    case .none: return .problem("Nobody here is “\(name)”: /people lists them.")
    }
  }
}
