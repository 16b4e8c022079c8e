import Values

/// Puts parts and variants into a playbook's tree, so that the decoder needs no other file.
///
/// Beside each `use` comes a `body` with the part's own map; `extends` becomes the whole base with
/// its edits done.
struct PlaybookExpander {
  let parts: PlaybookLoader.Parts
  var diagnostics: [Diagnostic] = []
  private var inlined = 0
  /// Parts by name: one that is used often is read once, and its mistakes are told once.
  private var known: [String: YAMLNode?] = [:]

  /// Journals hold the expanded tree as JSON, whose readers go 64 deep.
  static let deepestTree = 56
  /// Guards against files that use each other in ever more places.
  static let mostParts = 200

  init(parts: @escaping PlaybookLoader.Parts) { self.parts = parts }

  /// The tree with everything inlined; `path` is what led here, to find cycles.
  mutating func expand(_ node: YAMLNode, from path: [String]) -> YAMLNode {
    var node = node
    if node["extends"] != nil { node = variant(node, from: path) }
    for name in ["sections", "steps"] {
      if let list = node[name] { node.set(name, expandList(list, from: path)) }
    }
    return node
  }

  /// Parts in parts may nest deeper than any of their files.
  mutating func checkDepth(_ tree: YAMLNode) {
    guard tree.depth > Self.deepestTree else { return }
    report(
      .tooLarge, at: tree.span, "with its parts, this playbook is nested more than 56 deep",
      notes: ["use parts among the sections, and not inside groups of groups"])
  }

  private mutating func expandList(_ list: YAMLNode, from path: [String]) -> YAMLNode {
    guard let items = list.items else { return list }
    var result = list
    result.content = .sequence(items.map { expandStep($0, from: path) })
    return result
  }

  private mutating func expandStep(_ step: YAMLNode, from path: [String]) -> YAMLNode {
    var step = step
    if let reference = step["use"], step["body"] == nil, let name = reference.text {
      if let body = part(name, at: reference.span, from: path) { step.set("body", body) }
    }
    if let steps = step["steps"] { step.set("steps", expandList(steps, from: path)) }
    return step
  }

  /// A part's tree, expanded itself; nil where there is none or it leads back to itself.
  private mutating func part(
    _ name: String, at span: SourceSpan, from path: [String]
  ) -> YAMLNode? {
    if path.contains(name) {
      report(
        .partCycle, at: span, "'\(name)' uses itself",
        notes: [(path.drop { $0 != name } + [name]).joined(separator: " uses ")])
      return nil
    }
    inlined += 1
    guard inlined <= Self.mostParts, path.count < YAMLReader.deepestNesting / 4 else {
      report(.tooLarge, at: span, "this playbook uses too many parts in parts")
      return nil
    }
    if let node = known[name] {
      return node.map { expand($0, from: path + [name]) } ?? Self.unreadable(at: span)
    }
    guard let (bytes, file) = parts(name) else {
      report(
        .unknownPart, at: span, "there is no playbook or part '\(name)'",
        notes: ["it is looked for beside this file and among the playbooks that huddle brings"])
      return nil
    }
    let (node, found) = YAMLReader.read(bytes, file: file)
    diagnostics += found
    known[name] = .some(node)
    guard let node else { return Self.unreadable(at: span) }
    return expand(node, from: path + [name])
  }

  /// Stands for a part with a mistake of YAML's, so that nothing more is said about it.
  private static func unreadable(at span: SourceSpan) -> YAMLNode {
    let version = YAMLNode(text: "\(LanguageTable.version)", at: span)
    let key = SourceText("huddle", file: span.file, line: span.line, column: span.column)
    return YAMLNode(.mapping([YAMLEntry(key: key, value: version)]), at: span)
  }

  mutating func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    guard diagnostics.count < PlaybookDecoder.mostMistakes else { return }
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  // MARK: - Variants

  private static let edits = ["extends", "remove", "change", "add"]
  /// Maps of which a variant sets single names and keeps the rest.
  private static let merged = ["given", "roles", "earlier"]

  private mutating func variant(_ node: YAMLNode, from path: [String]) -> YAMLNode {
    guard let reference = node["extends"], let name = reference.text,
      var base = part(name, at: reference.span, from: path)
    else { return node }
    base.remove("x-extends")
    for entry in node.entries ?? [] where !Self.edits.contains(entry.name) {
      base.set(entry.name, merge(entry, into: base))
    }
    base.set("x-extends", YAMLNode(text: name, at: reference.span))
    var editor = TreeEditor(tree: base)
    editor.remove(node["remove"])
    editor.change(node["change"])
    editor.add(node["add"])
    diagnostics += editor.diagnostics
    return editor.tree
  }

  private func merge(_ entry: YAMLEntry, into base: YAMLNode) -> YAMLNode {
    guard Self.merged.contains(entry.name), var old = base[entry.name],
      let entries = entry.value.entries
    else { return entry.value }
    for single in entries { old.set(single.name, single.value) }
    return old
  }
}
