import Values

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
    } else if let written = node.text, let range = Self.range(written) {
      report(
        .wrongShape, at: node.span, "'options' takes a list, and this is text",
        label: "write [\(range.map(String.init).joined(separator: ", "))]")
      options = range.map { Question.Option(key: "\($0)", label: "\($0)") }
    } else {
      options = words(fields, "options").compactMap { source in
        if options.contains(where: { $0.key == source.text }) { reportRepeated(source) }
        return Question.Option(key: source.text, label: source.text)
      }
    }
    checkRepeated(options, fields)
    return options
  }

  /// `1-10`, `1..5`, `0 to 100`, where it is not too long to write out.
  private static func range(_ words: String) -> ClosedRange<Int>? {
    let ends = words.split { !$0.isNumber }.compactMap { Int($0) }
    let joint = words.filter { !$0.isNumber && !$0.isWhitespace }
    guard ends.count == 2, ends[0] < ends[1], ends[1] - ends[0] <= 20,
      ["-", "–", "..", "...", "to", "…"].contains(joint)
    else { return nil }
    return ends[0]...ends[1]
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
      if reportFormula(scalar) {
        unsure.insert(id)
      } else {
        question.kind = entry.value.isBlank ? .text : cellKind(scalar.source, id)
      }
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

  /// A formula that lacks the sign by which a cell is known to be worked out.
  private func reportFormula(_ scalar: YAMLScalar) -> Bool {
    let words = scalar.text
    guard Question.Kind(rawValue: words) == nil,
      words.contains(where: { "+-*/()<>.".contains($0) }) || Number(words) != nil
    else { return false }
    var mistakes: [Diagnostic] = []
    guard ExpressionParser.parse(scalar.source, reporting: &mistakes) != nil else { return false }
    report(
      .unknownKind, at: span(of: scalar.source), "'\(words)' is no kind of answer",
      label: "to work it out, write = \(words)")
    return true
  }

  /// The kind that a column's map names; a map with options and no kind is a choice.
  private func cellKind(of node: YAMLNode, _ id: String) -> Question.Kind {
    guard let value = node["kind"], !value.isBlank else {
      return node["options"] == nil ? .text : .choice
    }
    return source(of: value, called: "kind").map { cellKind($0, id) } ?? .text
  }

  private func cellKind(_ source: SourceText, _ id: String) -> Question.Kind {
    guard let kind = kind(source) else {
      unsure.insert(id)
      return .text
    }
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
    question.kind = cellKind(of: entry.value, question.id)
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
    question.least = limit(fields, "min", of: question.kind)
    question.most = limit(fields, "max", of: question.kind)
    checkComplaint(fields, question)
    checkOwn(fields, question)
    return Question.Column(
      name: entry.name, cell: .asked(question), condition: logic(fields, "if"))
  }
}
