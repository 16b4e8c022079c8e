import Values

/// Several owners of one action, as they are written in one place.
package enum Owners {
  /// `Ana, Bo and Cy`.
  package static func joined(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The names again; one name is itself.
  package static func apart(_ words: String) -> [String] {
    words.split(separator: ",").flatMap { piece in
      String(piece).components(" and ").map(\.trimmed).filter { !$0.isEmpty }
    }
  }
}
