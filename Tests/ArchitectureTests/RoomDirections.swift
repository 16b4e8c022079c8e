/// Which room may lean on which: the package's directions, as a table.
enum RoomDirections {
  /// Rooms that read no clock, environment, file or randomness.
  static let pure = [
    "Values", "PlaybookLanguage", "Session", "Outcomes", "Facilitation", "Documents",
  ]

  /// The doors to C: module maps and one-line functions, no Swift.
  static let doors = ["CEditLine", "CLibedit", "CLibmd", "CSystem", "CYAML", "CZlib"]

  /// What a room may import.
  static let allowed: [String: Set<String>] = [
    "Values": ["CSystem"],
    "PlaybookLanguage": ["Values", "CYAML"],
    "Session": ["PlaybookLanguage", "Values"],
    "Outcomes": ["Session", "PlaybookLanguage", "Values"],
    "Facilitation": ["Outcomes", "Session", "PlaybookLanguage", "Values"],
    "Documents": ["Outcomes", "Session", "PlaybookLanguage", "Values"],
    "Journal": ["Session", "PlaybookLanguage", "Values", "CSystem", "Glibc", "Darwin"],
    "Console": ["CEditLine", "CSystem", "Glibc", "Darwin"],
    "HuddleCLI": [
      "Console", "Journal", "Documents", "Facilitation", "Outcomes", "Session",
      "PlaybookLanguage", "Playbooks", "Values", "CSystem", "Glibc", "Darwin",
    ],
    "huddle": ["HuddleCLI", "Glibc", "Darwin"],
  ]

  /// Modules whose types are C's: they stay in the room that imports them.
  static let ofC = doors + ["Glibc", "Darwin"]
}

/// One line of a file that imports a module.
struct Import {
  let file: String
  let line: Int
  /// `package` in `package import Values`; empty where nothing is said, which means internal.
  let access: String
  let module: String
  /// Whether the line stands in the branch for systems without `FoundationEssentials`.
  let isFallback: Bool

  var place: String { "\(file):\(line): \(module)" }

  static func all(in file: SourceTree.File) -> [Import] {
    var condition: [String] = []
    return file.code.compactMap { number, text in
      let words = text.split(separator: " ").map(String.init)
      switch words.first {
      case "#if": condition.append(words.dropFirst().joined())
      case "#else": condition.append("not " + (condition.popLast() ?? ""))
      case "#endif": condition.removeLast(condition.isEmpty ? 0 : 1)
      default: break
      }
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else {
        return nil
      }
      return Import(
        file: file.path, line: number, access: place == 1 ? words[0] : "", module: words[place + 1],
        isFallback: condition.last == "not canImport(FoundationEssentials)")
    }
  }
}
