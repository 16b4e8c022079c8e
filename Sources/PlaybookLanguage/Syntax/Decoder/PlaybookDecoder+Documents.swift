import Values

/// Documents and their parts.
extension PlaybookDecoder {
  func document(_ node: YAMLNode) -> DocumentTemplate {
    let fields = fields(node, LanguageTable.document)
    let id = slug(fields, "id")
    if let id { checkUnique(id.text, written: id.text, id, in: \.documentSpans) }
    return DocumentTemplate(
      id: id?.text ?? "", title: words(of: fields, "title"),
      body: items(fields, "body").map(documentPart), condition: logic(fields, "if"))
  }

  func documentPart(_ node: YAMLNode) -> DocumentPart {
    let keys = node.entries?.map(\.name) ?? []
    let rows = LanguageTable.documentParts
    // A list may have a 'text', so the first key that is a part's name decides.
    let named = keys.lazy.compactMap { key in rows.first { $0.verb.name == key } }.first
    if let named { return part(node, named) }
    guard keys.contains("body") else {
      reportNoPart(node, keys)
      return DocumentPart(kind: .group, span: node.span)
    }
    let fields = fields(node, LanguageTable.documentGroup)
    return loopedPart(fields, .group) { part in
      part.body = items(fields, "body").map(documentPart)
    }
  }

  private func part(_ node: YAMLNode, _ row: PartRow) -> DocumentPart {
    let fields = fields(node, LanguageTable.form(of: row))
    return loopedPart(fields, row.kind) { part in
      switch row.verb.shape {
      case .written: part.text = written(fields, row.verb.name)
      case .loops: part.rows = loops(fields, row.verb.name)
      case .names, .name: part.names = names(fields, row)
      default: break
      }
      inside(part.rows.map(\.variable)) { readColumns(fields, into: &part) }
    }
  }

  private func loopedPart(
    _ fields: Fields, _ kind: DocumentPart.Kind, _ read: (inout DocumentPart) -> Void
  ) -> DocumentPart {
    var part = DocumentPart(kind: kind, each: loops(fields, "each"), span: fields.span)
    inside(part.each.map(\.variable)) {
      part.condition = logic(fields, "if")
      read(&part)
    }
    return part
  }

  private func readColumns(_ fields: Fields, into part: inout DocumentPart) {
    if part.kind == .list { part.text = written(fields, "text") }
    for name in LanguageTable.chartFields where fields.form.field(name) != nil {
      guard let value = logic(fields, name) else { continue }
      part.columns.append(.init(header: name, value: value))
    }
    guard part.kind == .table, let node = fields["columns"] else { return }
    for entry in entries(node, called: "columns", of: "headers") {
      guard let value = logic(entry.value, called: entry.name) else { continue }
      part.columns.append(.init(header: entry.name, value: value))
    }
  }

  /// Questions by full name, or kinds of outcome as they are.
  private func names(_ fields: Fields, _ row: PartRow) -> [String] {
    words(fields, row.verb.name).compactMap { source in
      if row.kind == .outcomes {
        return word(source, called: "kind of outcome", among: LanguageTable.outcomeLists)
      }
      let name = scope.fullName(source.text)
      mentions.append(
        Mention(name: name, written: source.text, span: span(of: source), part: row.kind))
      return name
    }
  }

  private func reportNoPart(_ node: YAMLNode, _ keys: [String]) {
    let kinds = LanguageTable.documentParts.map(\.verb.name)
    let near = keys.lazy.compactMap { NearestWord.find($0, in: kinds) }.first
    report(
      .noVerb, at: node.entries?.first?.keySpan ?? node.span,
      "this part of a document does not say what it is",
      label: near.map { "did you mean '\($0)'?" },
      notes: ["a part is one of \(kinds.joined(separator: ", "))"] + hints(for: node))
  }
}
