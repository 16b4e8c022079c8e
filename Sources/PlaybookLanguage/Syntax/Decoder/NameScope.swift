/// The names that one file can use, and how they read in full once it is a part of another.
struct NameScope {
  /// What its own names get in front: nothing, or `closing.`.
  let prefix: String
  let declared: Declarations
  /// Roles, and in the playbook itself the names of other playbooks' last sessions.
  var roles: Set<String> = []
  var earlier: Set<String> = []
  /// Variables of the loops around the place that is read, outer to inner.
  var variables: [String] = []
  /// Variables of loops around the place where this part is used, which it cannot name.
  var hidden: [String] = []
  /// The columns of the table whose cells are read: they are seen bare.
  var columns: Set<String> = []

  /// What stays as it is written.
  var bound: Set<String> { columns.union(variables) }

  /// huddle's own names, which every file sees.
  static let globals: Set<String> = ["today", "people", "project", "title"]
  /// huddle's own names with names below them.
  static let records: Set<String> = ["open", "outcomes", "last_time"]
  static let words: Set<String> = ["yes", "no", "blank", "and", "or", "not", "in", "if"]

  static let reserved = globals.union(records).union(words)

  func isNamespace(_ path: String) -> Bool {
    if Self.records.contains(path) || earlier.contains(path) { return true }
    if declared.namespaces.contains(path) { return true }
    guard let dot = path.firstIndex(of: "."), path[..<dot] == "last_time" else { return false }
    return declared.namespaces.contains(String(path[path.index(after: dot)...]))
  }

  /// A name as the file writes it, in full.
  ///
  /// One that nobody declared reads as the file's own, so that a part never sees the names of the
  /// playbook that uses it.
  func fullName(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "last_time": return "last_time.\(prefix)\(parts[1])"
      case "open", "outcomes": return name
      case let head where earlier.contains(head): return name
      default: return prefix + name
      }
    }
    if declared.names.contains(name) { return prefix + name }
    if roles.contains(name) || Self.globals.contains(name) || Self.records.contains(name) {
      return name
    }
    return prefix + name
  }
}

/// The names that a file declares, gathered before it is read, so that order does not matter.
struct Declarations {
  /// Questions, values of `set`, lists of `repeat`, givens.
  var names: Set<String> = []
  /// The parts that it uses, and theirs: `closing`, `closing.fist`.
  var namespaces: Set<String> = []

  init(of file: YAMLNode) {
    for entry in file["given"]?.entries ?? [] { names.insert(entry.name) }
    collect(file["sections"])
    collect(file["steps"])
  }

  private mutating func collect(_ list: YAMLNode?) {
    for step in list?.items ?? [] {
      if step["ask"] != nil, let id = step["id"]?.text { names.insert(id) }
      for entry in step["set"]?.entries ?? [] { names.insert(entry.name) }
      if let words = step["repeat"]?.text?.split(separator: " "), let last = words.last {
        names.insert(String(last))
      }
      if let space = Self.namespace(of: step), let body = step["body"] {
        namespaces.insert(space)
        for inner in Declarations(of: body).namespaces { namespaces.insert("\(space).\(inner)") }
      }
      collect(step["steps"])
    }
  }

  /// The name under which a used part's answers are read: `as`, or the last word of its path.
  static func namespace(of step: YAMLNode) -> String? {
    guard let path = step["use"]?.text else { return nil }
    if let name = step["as"]?.text { return name }
    return path.split(separator: "/").last.map { $0.split(separator: "-").joined(separator: "_") }
  }
}
