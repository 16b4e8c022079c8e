/// Options and columns: the small lists inside a question.
extension PlaybookDecoder {
  func options(_ fields: Fields) -> [Question.Option] {
    guard let node = fields["options"] else { return [] }
    var options: [Question.Option] = []
    if node.entries != nil {
      options = entries(node, called: "options", of: "options").compactMap { entry in
        source(of: entry.value, called: entry.name).map {
          Question.Option(key: entry.name, label: $0.text.isEmpty ? entry.name : $0.text)
        }
      }
    } else {
      options = words(fields, "options").compactMap { source in
        if options.contains(where: { $0.key == source.text }) { reportRepeated(source) }
        return Question.Option(key: source.text, label: source.text)
      }
    }
    checkRepeated(options, fields)
    return options
  }

  private func reportRepeated(_ source: SourceText) {
    report(.repeatedOption, at: span(of: source), "'\(source.text)' is offered twice")
  }

  private func checkRepeated(_ options: [Question.Option], _ fields: Fields) {
    var seen: Set<String> = []
    for option in options where !seen.insert(option.label).inserted {
      let item = fields["options"]?.items?.last { $0.text == option.label }
      report(
        .repeatedOption, at: item?.span ?? fields.keySpan("options"),
        "'\(option.label)' is offered twice", label: "keep one of the two")
    }
  }

  /// The columns of a table; its cells see one another by their bare names.
  func columns(_ fields: Fields, table: String) -> [Question.Column] {
    guard let node = fields["columns"] else { return [] }
    let entries = entries(node, called: "columns", of: "columns")
    scope.columns = Set(entries.map(\.name))
    defer { scope.columns = [] }
    return entries.compactMap { entry in
      checkColumnName(entry)
      return column(entry, of: table)
    }
  }

  private func checkColumnName(_ entry: YAMLEntry) {
    let saved = nameSpans
    let outer = scope
    scope = NameScope(prefix: "", declared: outer.declared)
    nameSpans = [:]
    _ = declare(entry.key)
    nameSpans = saved
    scope = outer
  }

  private func column(_ entry: YAMLEntry, of table: String) -> Question.Column? {
    let id = "\(table).\(entry.name)"
    let prompt = Template(.prose([.text(entry.name)]), at: entry.keySpan)
    var question = Question(id: id, kind: .text, prompt: prompt, span: entry.keySpan)
    question.loops = scope.hidden + scope.variables
    switch entry.value.content {
    case .scalar(let scalar):
      if scalar.text.hasPrefix("=") {
        return computed(entry, scalar)
      }
      question.kind = entry.value.isBlank ? .text : cellKind(scalar.source)
    case .sequence:
      question.kind = .choice
      let form = LanguageForm("", "", [LanguageField("options", .options, "")])
      let key = SourceText("options", file: entry.key.file)
      let holder = YAMLNode(.mapping([YAMLEntry(key: key, value: entry.value)]), at: entry.keySpan)
      question.options = options(Fields(node: holder, form: form))
    case .mapping:
      return asked(entry, question)
    }
    return Question.Column(name: entry.name, cell: .asked(question))
  }

  /// The kind that a column's map names; a map with options and no kind is a choice.
  private func cellKind(of node: YAMLNode) -> Question.Kind {
    guard let value = node["kind"], !value.isBlank else {
      return node["options"] == nil ? .text : .choice
    }
    return source(of: value, called: "kind").map { cellKind($0) } ?? .text
  }

  private func cellKind(_ source: SourceText) -> Question.Kind {
    guard let kind = kind(source) else { return .text }
    if LanguageTable.row(of: kind).entry == .cell { return kind }
    let kinds = LanguageTable.kindsOfCells.map(\.rawValue).joined(separator: ", ")
    report(
      .misplacedField, at: span(of: source),
      "a cell is answered with a few words, and a \(kind.rawValue) is not",
      notes: ["a column is one of \(kinds)", "or ask it as a question of its own"])
    return .text
  }

  private func computed(_ entry: YAMLEntry, _ scalar: YAMLScalar) -> Question.Column? {
    guard let template = TemplateParser.parse(scalar.source, reporting: &diagnostics),
      case .formula(let formula) = resolve(template).content
    else { return nil }
    return Question.Column(name: entry.name, cell: .computed(formula))
  }

  private func asked(_ entry: YAMLEntry, _ empty: Question) -> Question.Column {
    var question = empty
    question.kind = cellKind(of: entry.value)
    let fields = fields(entry.value, LanguageTable.column(question.kind))
    if let prompt = written(fields, "ask") { question.prompt = prompt }
    question.tip = written(fields, "tip")
    question.isRequired = yesno(fields, "required")
    question.check = logic(fields, "check")
    question.complaint = written(fields, "else")
    question.offer = fields["default"].flatMap { writtenOrConstant($0, called: "default") }
    question.options = options(fields)
    question.of = logic(fields, "of")
    question.unit = plain(fields, "unit")
    question.minimum = count(fields, "min")
    question.maximum = count(fields, "max")
    checkComplaint(fields, question)
    checkOwn(fields, question)
    return Question.Column(
      name: entry.name, cell: .asked(question), condition: logic(fields, "if"))
  }
}
