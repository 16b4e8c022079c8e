import Values

/// Names that a log has told: who spoke, who was said to be present.
package struct KnownNames: Sendable, Equatable {
  private(set) var names: [String] = []
  private var folded: Set<String> = []

  package init(_ names: [String] = []) {
    for name in names { add(name) }
  }

  mutating func add(_ name: String) {
    let name = name.trimmed
    guard !name.isEmpty, !folded.contains(TextFolding.fold(name)) else { return }
    names.append(name)
    folded.insert(TextFolding.fold(name))
    // `mike b.` is called `mike b` as well.
    if name.hasSuffix(".") { folded.insert(TextFolding.fold(String(name.dropLast()))) }
    let first = name.split(separator: " ").first.map { TextFolding.fold(String($0)) } ?? ""
    if first.count > 1 { folded.insert(first) }
  }

  /// As it is written, or as the nick that somebody has while `ann` is taken: `ann_`.
  func contains(_ name: String) -> Bool {
    let wanted = TextFolding.fold(name)
    return folded.contains(wanted) || folded.contains(wanted + "_")
  }

  /// `AW`, where Andrea Wilson is known.
  func hasInitials(_ name: String) -> Bool {
    guard (2...3).contains(name.count), name == name.uppercased() else { return false }
    return names.contains { full in
      let words = full.split(separator: " ")
      return words.count > 1 && String(words.compactMap(\.first)) == name
    }
  }

  /// Whether it has a word of a known name: `Cllr Simpson`, where `E. Simpson` is there.
  func mayBe(_ name: String) -> Bool {
    let parts = Set(Self.parts(name))
    return !parts.isEmpty && names.contains { !parts.isDisjoint(with: Self.parts($0)) }
  }

  /// Whoever alone is called so by one of their names: Jesse Trucks for `Trucks`.
  func sole(_ name: String) -> String? {
    let wanted = TextFolding.fold(name)
    let found = names.filter { Self.parts($0).contains(wanted) && $0.contains(" ") }
    return found.count == 1 ? found[0] : nil
  }

  private static func parts(_ name: String) -> [String] {
    name.split { " .".contains($0) }.filter { $0.count > 2 && $0.first?.isUppercase == true }
      .map { TextFolding.fold(String($0)) }
      .filter { !["the", "cllr", "cllrs", "mrs", "miss", "councillor"].contains($0) }
  }

  /// As the log writes the name, where it knows it.
  func spelling(of name: String) -> String {
    let folded = TextFolding.fold(name)
    return names.first { TextFolding.fold($0) == folded }
      ?? names.first { $0.hasSuffix(".") && TextFolding.fold(String($0.dropLast())) == folded }
      ?? name
  }
}
