/// A value in a YAML file with its place; scalars keep their raw text, for the field decides the type.
package struct YAMLNode: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// On the heap like the others, so that every node is small.
    indirect case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var span: SourceSpan
  /// Written with brackets or braces: `[a, b]`, `{a: 1}`.
  package var isFlow = false

  package init(_ content: Content, at span: SourceSpan, isFlow: Bool = false) {
    self.content = content
    self.span = span
    self.isFlow = isFlow
  }

  /// A text of our own, for what the loader writes into a tree.
  package init(text: String, at span: SourceSpan) {
    let source = SourceText(text, file: span.file, line: span.line, column: span.column)
    self.init(.scalar(YAMLScalar(source: source, isPlain: false)), at: span)
  }
}

/// One scalar: its text with places, how it was quoted, and what a comment took from it.
package struct YAMLScalar: Sendable, Equatable {
  package var source: SourceText
  /// Written without quotes and not as a block.
  package var isPlain: Bool
  /// The stretch after a ` #` that YAML dropped as a comment although it may have been meant.
  package var lost: SourceSpan?

  package var text: String { source.text }

  package init(source: SourceText, isPlain: Bool, lost: SourceSpan? = nil) {
    self.source = source
    self.isPlain = isPlain
    self.lost = lost
  }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable, Equatable {
  package var key: SourceText
  package var value: YAMLNode

  package var name: String { key.text }
  package var keySpan: SourceSpan { key.span(from: 0, to: max(1, key.text.count)) }

  package init(key: SourceText, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

extension YAMLNode {
  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The raw text of a scalar; nil for lists and maps.
  package var text: String? { scalar?.text }

  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Nothing was written: an empty value, `~` or `null`.
  package var isBlank: Bool {
    guard let scalar, scalar.isPlain else { return false }
    return ["", "~", "null"].contains(scalar.text)
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.name == key }?.value
  }

  /// Replaces or appends a key of a mapping; other nodes stay as they are.
  package mutating func set(_ key: String, _ value: YAMLNode) {
    guard var entries else { return }
    if let place = entries.firstIndex(where: { $0.name == key }) {
      entries[place].value = value
    } else {
      let source = SourceText(
        key, file: value.span.file, line: value.span.line, column: value.span.column)
      entries.append(YAMLEntry(key: source, value: value))
    }
    content = .mapping(entries)
  }

  package mutating func remove(_ key: String) {
    guard let entries else { return }
    content = .mapping(entries.filter { $0.name != key })
  }

  /// How deep lists and maps are nested in it; 0 for a scalar.
  var depth: Int {
    switch content {
    case .scalar: 0
    case .sequence(let items): 1 + items.indices.reduce(0) { max($0, items[$1].depth) }
    case .mapping(let entries): 1 + entries.indices.reduce(0) { max($0, entries[$1].value.depth) }
    }
  }

  /// What a reader would call it: `a list`, `a map`, `text`.
  package var shapeName: String {
    switch content {
    case .scalar: isBlank ? "nothing" : "text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}
