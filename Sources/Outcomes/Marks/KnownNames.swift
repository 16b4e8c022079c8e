import Values

/// Names that a log has told: who spoke, who was said to be present.
///
/// A long log asks for them in each line: what a name is looked up by is worked out once.
package struct KnownNames: Sendable, Equatable {
  private(set) var names: [String] = []
  /// All that somebody is called, folded, and how the log writes the name.
  private var spellings: [String: String] = [:]
  private var folded: Set<String> = []
  private var initials: Set<String> = []
  /// Each word of a name, folded, and who has it.
  private var owners: [String: [String]] = [:]
  /// Names of several words by the first of them, as they are written.
  private var full: [String: [String]] = [:]

  package init(_ names: [String] = []) {
    for name in names { add(name) }
  }

  mutating func add(_ name: String) {
    let name = name.trimmed
    let whole = TextFolding.fold(name)
    guard !name.isEmpty, !folded.contains(whole) else { return }
    names.append(name)
    folded.insert(whole)
    spellings[whole] = name
    // `mike b.` is called `mike b` as well.
    if name.hasSuffix(".") {
      let bare = TextFolding.fold(String(name.dropLast()))
      folded.insert(bare)
      if spellings[bare] == nil { spellings[bare] = name }
    }
    let words = name.split(separator: " ")
    let first = words.first.map { TextFolding.fold(String($0)) } ?? ""
    if first.count > 1 { folded.insert(first) }
    for part in Set(Self.parts(name)) { owners[part, default: []].append(name) }
    guard words.count > 1 else { return }
    initials.insert(String(words.compactMap(\.first)))
    full[String(words[0]), default: []].append(name)
  }

  /// As it is written, or as the nick that somebody has while `ann` is taken: `ann_`.
  func contains(_ name: String) -> Bool {
    let wanted = TextFolding.fold(name)
    return folded.contains(wanted) || folded.contains(wanted + "_")
  }

  /// `AW`, where Andrea Wilson is known.
  func hasInitials(_ name: String) -> Bool {
    (2...3).contains(name.count) && name == name.uppercased() && initials.contains(name)
  }

  /// Whether it has a word of a known name: `Cllr Simpson`, where `E. Simpson` is there.
  func mayBe(_ name: String) -> Bool { Self.parts(name).contains { owners[$0] != nil } }

  /// Whoever alone is called so by one of their names: Jesse Trucks for `Trucks`.
  func sole(_ name: String) -> String? {
    let found = owners[TextFolding.fold(name)]?.filter { $0.contains(" ") } ?? []
    return found.count == 1 ? found[0] : nil
  }

  /// Who is called by the first words of a text: Hugo Lind in `Hugo Lind sends it`.
  func fullName(in text: String) -> String? {
    full[String(text.prefix { $0 != " " })]?.filter { text.hasPrefix($0 + " ") }
      .max { $0.count < $1.count }
  }

  private static func parts(_ name: String) -> [String] {
    name.split { " .".contains($0) }.filter { $0.count > 2 && $0.first?.isUppercase == true }
      .map { TextFolding.fold(String($0)) }
      .filter { !["the", "cllr", "cllrs", "mrs", "miss", "councillor"].contains($0) }
  }

  /// As the log writes the name, where it knows it.
  func spelling(of name: String) -> String { spellings[TextFolding.fold(name)] ?? name }
}
