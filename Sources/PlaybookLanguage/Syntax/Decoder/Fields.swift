import Values

/// One map that is being read, with the form that says which fields it may have.
struct Fields {
  let node: YAMLNode
  let form: LanguageForm

  subscript(name: String) -> YAMLNode? {
    guard let value = node[name], !value.isBlank else { return nil }
    return value
  }

  /// The place of a field's name; of the map where it has no such field.
  func keySpan(_ name: String) -> SourceSpan {
    node.entries?.first { $0.name == name }?.keySpan ?? span
  }

  /// The place by which a reader finds the map: its first field.
  var span: SourceSpan { node.entries?.first?.keySpan ?? node.span }
}

extension PlaybookDecoder {
  /// Checks a map against its form: unknown fields with the nearest known one, missing ones.
  func fields(_ node: YAMLNode, _ form: LanguageForm) -> Fields {
    guard let entries = node.entries else {
      report(
        .wrongShape, at: node.span,
        "\(form.title) is a map of fields, and this is \(node.shapeName)",
        label: "expected 'name: value' lines", notes: hints(for: node))
      return Fields(node: YAMLNode(.mapping([]), at: node.span), form: form)
    }
    let fields = Fields(node: node, form: form)
    let outdented = outdented(in: fields)
    for entry in entries where form.field(entry.name) == nil && !isFull {
      let isReported = outdented?.entries.contains { $0.keySpan == entry.keySpan } ?? false
      if !entry.name.hasPrefix("x-"), !isReported { reportUnknown(entry, in: form) }
    }
    for field in form.fields {
      if field.isRequired, fields[field.name] == nil {
        reportMissing(field, fields, outdented?.field == field.name ? outdented?.entries : nil)
      }
      if let value = fields[field.name], field.shape.holdsSomething, value.isEmpty {
        report(
          .emptyField, at: value.span, "there is nothing in '\(field.name)'",
          notes: ["\(field.name): \(field.help.lowercasedFirst)"])
      }
    }
    return fields
  }

  /// What stands below a field that has nothing, and was meant to stand further in.
  private func outdented(in fields: Fields) -> (field: String, entries: [YAMLEntry])? {
    guard let entries = fields.node.entries,
      let place = entries.firstIndex(where: { entry in
        fields.form.field(entry.name)?.isRequired == true && entry.value.isBlank
      })
    else { return nil }
    let names = fields.form.fields.map(\.name)
    let below = entries[(place + 1)...].prefix { entry in
      fields.form.field(entry.name) == nil && NearestWord.find(entry.name, in: names) == nil
    }
    return below.isEmpty ? nil : (entries[place].name, Array(below))
  }

  /// A field that is not there, or there with nothing after it.
  private func reportMissing(
    _ field: LanguageField, _ fields: Fields, _ below: [YAMLEntry]?
  ) {
    if let first = below?.first {
      report(
        .missingField, at: first.keySpan,
        "'\(first.name)' stands beside '\(field.name)', not in it",
        label: "indent it by two more blanks",
        notes: ["\(field.name): \(field.help.lowercasedFirst)"])
      return
    }
    let isThere = fields.node[field.name] != nil
    report(
      .missingField, at: isThere ? fields.keySpan(field.name) : fields.span,
      isThere
        ? "there is nothing after '\(field.name):'" : "\(fields.form.title) needs '\(field.name)'",
      notes: ["\(field.name): \(field.help.lowercasedFirst)"])
  }

  private func reportUnknown(_ entry: YAMLEntry, in form: LanguageForm) {
    let owners = LanguageTable.owners(of: entry.name)
    let names = form.fields.map(\.name)
    let other = LanguageTable.otherFields[entry.name.lowercased()].flatMap {
      names.contains($0) ? $0 : nil
    }
    if let near = NearestWord.find(entry.name, in: names) ?? (owners.isEmpty ? other : nil) {
      report(
        .unknownKey, at: entry.keySpan, "\(form.title) has no field '\(entry.name)'",
        label: "did you mean '\(near)'?")
    } else if !owners.isEmpty {
      report(
        .misplacedField, at: entry.keySpan, "\(form.title) has no field '\(entry.name)'",
        label: "it belongs to \(owners.prefix(4).joined(separator: ", "))")
    } else {
      report(
        .unknownKey, at: entry.keySpan, "\(form.title) has no field '\(entry.name)'",
        notes: [
          "its fields are \(form.fields.map(\.name).joined(separator: ", "))",
          "a note of your own may stand under a name that starts with 'x-'",
        ])
    }
  }

  /// What a slip of YAML's makes of a text, where that is what happened.
  func hints(for node: YAMLNode) -> [String] {
    guard let text = node.text else { return [] }
    if text.hasPrefix("-"), !text.hasPrefix("- ") {
      return ["a list's dash needs a space after it"]
    }
    if let colon = text.firstIndex(of: ":"), text[..<colon].allSatisfy({ $0.isLetter || $0 == "_" })
    {
      return ["a colon needs a space after it"]
    }
    return []
  }
}

extension LanguageTable {
  /// The forms that have a field of this name, for a field that stands in the wrong one.
  static func owners(of field: String) -> [String] {
    if !verbs.contains(where: { $0.verb.name == field }) {
      let common = (stepFields + askFields).contains { $0.name == field }
      if common { return [askFields.contains { $0.name == field } ? "questions" : "steps"] }
      let ofKinds = kinds.filter { $0.fields.contains { $0.name == field } }.map {
        $0.kind.rawValue
      }
      if !ofKinds.isEmpty { return ofKinds }
    }
    return forms.filter { !$0.title.hasPrefix("a question") && $0.field(field) != nil }.map(\.title)
  }
}

extension FieldShape {
  /// Without an entry, a list or map of this shape would say nothing.
  var holdsSomething: Bool {
    switch self {
    case .options, .words, .columns, .formulas, .assignments, .steps, .sections, .documentParts:
      true
    default: false
    }
  }
}

extension YAMLNode {
  /// A list or map without an entry: `[]`, `{}`.
  var isEmpty: Bool { items?.isEmpty ?? entries?.isEmpty ?? false }
}
