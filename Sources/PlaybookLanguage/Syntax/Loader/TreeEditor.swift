import Values

/// Does a variant's edits on the tree of its base: leaves out, replaces fields, puts steps in.
///
/// Ids are full names: `closing.rounds` is found in the body of the part `closing`.
struct TreeEditor {
  var tree: YAMLNode
  var diagnostics: [Diagnostic] = []
  private var ids: [String] = []

  init(tree: YAMLNode) {
    self.tree = tree
    _ = Self.edited(tree, prefix: "", ids: &ids) { _, _ in nil }
  }

  /// What is removed stays in the tree with an `if` that is no, so that what reads it reads blank.
  mutating func remove(_ node: YAMLNode?) {
    guard let node else { return }
    for item in node.items ?? [node] {
      guard let id = item.text else { continue }
      edit(id, at: item.span) { found in
        var found = found
        found.set("if", YAMLNode(text: "no", at: item.span))
        return [found]
      }
    }
  }

  mutating func change(_ node: YAMLNode?) {
    guard let node else { return }
    guard let entries = node.entries else {
      report(.wrongShape, at: node.span, "'change' takes a map of ids, each with its new fields")
      return
    }
    for entry in entries {
      guard let fields = entry.value.entries else {
        report(.wrongShape, at: entry.value.span, "'\(entry.name)' takes a map of new fields")
        continue
      }
      edit(entry.name, at: entry.keySpan) { found in
        var found = found
        for field in fields { found.set(field.name, field.value) }
        return [found]
      }
    }
  }

  mutating func add(_ node: YAMLNode?) {
    guard let node else { return }
    for addition in node.items ?? [node] { addOne(addition) }
  }

  private mutating func addOne(_ addition: YAMLNode) {
    let known = ["after", "steps", "sections"]
    for entry in addition.entries ?? [] where !known.contains(entry.name) {
      report(
        .unknownKey, at: entry.keySpan, "an addition has no field '\(entry.name)'",
        notes: ["its fields are \(known.joined(separator: ", "))"])
    }
    let new = (addition["sections"] ?? addition["steps"])?.items
    guard let after = addition["after"], let id = after.text, let new else {
      report(
        .missingField, at: addition.span, "an addition needs 'after' and 'steps' or 'sections'",
        notes: ["add: {after: an id, steps: …}"])
      return
    }
    let isOfSteps = addition["steps"] != nil
    edit(id, at: after.span) { found in
      // Steps after a section's id stand at its end.
      guard isOfSteps, found["title"] != nil, var steps = found["steps"], let old = steps.items
      else { return [found] + new }
      var found = found
      steps.content = .sequence(old + new)
      found.set("steps", steps)
      return [found]
    }
  }

  private mutating func edit(
    _ id: String, at span: SourceSpan, _ change: (YAMLNode) -> [YAMLNode]
  ) {
    guard ids.contains(id) else {
      let near = NearestWord.find(id, in: ids)
      report(
        .unknownID, at: span, "the playbook that this extends has no '\(id)'",
        label: near.map { "did you mean '\($0)'?" })
      return
    }
    var ignored: [String] = []
    tree = Self.edited(tree, prefix: "", ids: &ignored) { full, node in
      full == id ? change(node) : nil
    }
  }

  private mutating func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  // MARK: - Walking

  private static let lists = ["sections", "steps", "outcomes", "documents"]

  /// The map with what `change` gives for each thing that has an id, and all ids met.
  private static func edited(
    _ map: YAMLNode, prefix: String, ids: inout [String],
    change: (String, YAMLNode) -> [YAMLNode]?
  ) -> YAMLNode {
    var map = map
    for name in lists {
      guard var list = map[name], let items = list.items else { continue }
      var result: [YAMLNode] = []
      for item in items {
        let inner = editedItem(item, prefix: prefix, ids: &ids, change: change)
        guard let id = self.id(of: item) else {
          result.append(inner)
          continue
        }
        ids.append(prefix + id)
        result += change(prefix + id, inner) ?? [inner]
      }
      list.content = .sequence(result)
      map.set(name, list)
    }
    return map
  }

  private static func editedItem(
    _ item: YAMLNode, prefix: String, ids: inout [String],
    change: (String, YAMLNode) -> [YAMLNode]?
  ) -> YAMLNode {
    guard let body = item["body"], let space = Declarations.namespace(of: item) else {
      return edited(item, prefix: prefix, ids: &ids, change: change)
    }
    var item = item
    item.set("body", edited(body, prefix: "\(prefix)\(space).", ids: &ids, change: change))
    return item
  }

  /// A part as a whole goes by its name.
  private static func id(of item: YAMLNode) -> String? {
    item["id"]?.text ?? Declarations.namespace(of: item)
  }
}
