import Values

/// Questions: what all have, then what their kind adds.
extension PlaybookDecoder {
  func ask(_ node: YAMLNode, place: String) -> Step {
    let named = kind(of: node)
    let kind = named ?? .text
    let fields = fields(
      node, named == nil ? LanguageTable.anyQuestion : LanguageTable.question(kind))
    var step = emptyStep(fields, place: place)
    let pairs = kind == .matrix ? ratedItems(fields, around: step.each) : []
    step.each += pairs
    inside(step.each.map(\.variable)) {
      let name = source(fields, "id")
      let id = name.map { declare($0) }
      if named == nil, let id { unsure.insert(id) }
      let loops = scope.hidden + scope.variables
      step.condition = logic(fields, "if")
      step.tip = written(fields, "tip")
      var question = Question(
        id: id ?? place, kind: kind, prompt: words(of: fields, "ask"),
        span: name.map { span(of: $0) } ?? fields.span)
      question.loops = loops
      question.tip = step.tip
      readCommon(fields, into: &question)
      readOwn(fields, into: &question)
      if !pairs.isEmpty { Self.rate(pairs, &question) }
      step.id = question.id
      step.action = .ask(question)
    }
    return step
  }

  /// A matrix of a list is asked for each of its items, and with `across` for each pair: `item` and
  /// `other` stand for them, and the ratings hang on the items as those of any loop.
  private func ratedItems(_ fields: Fields, around loops: [LoopClause]) -> [LoopClause] {
    inside(loops.map(\.variable)) {
      guard let list = logic(fields, "of") else { return [] }
      var clauses = [LoopClause(variable: "item", list: list)]
      if let across = logic(fields, "across") {
        clauses.append(LoopClause(variable: "other", list: across))
      }
      for clause in clauses { checkVariable(clause.variable, at: clause.list.span, name: "of") }
      return clauses
    }
  }

  /// Without rows, an item has one rating; the prompt says which item, where its own words do not.
  private static func rate(_ pairs: [LoopClause], _ question: inout Question) {
    if question.rows.isEmpty { question.kind = .scale }
    question.of = nil
    question.across = nil
    guard case .prose(let segments) = question.prompt.content,
      !question.prompt.freeNames.contains("item")
    else { return }
    let names = pairs.map { pair -> [Template.Segment] in
      [.text("“"), .hole(Expression(.name(pair.variable), at: pair.list.span)), .text("”")]
    }
    question.prompt = Template(
      .prose(names.joined(separator: [.text(", ")]) + [.text(": ")] + segments),
      at: question.prompt.span)
  }

  /// Nil where nobody can say which is meant.
  private func kind(of node: YAMLNode) -> Question.Kind? {
    // Under its other name the field is complained of, and still tells.
    if node["kind"] == nil, let other = node["type"]?.text {
      return Question.Kind(rawValue: other)
    }
    guard let value = node["kind"] else { return .text }
    return source(of: value, called: "kind").flatMap { kind($0) }
  }

  /// The kind of this name, or the one that was probably meant; nil where there is none.
  func kind(_ source: SourceText) -> Question.Kind? {
    if let kind = Question.Kind(rawValue: source.text) { return kind }
    let kinds = LanguageTable.kinds.map(\.kind.rawValue)
    let near =
      NearestWord.find(source.text, in: kinds) ?? LanguageTable.otherKinds[source.text.lowercased()]
    report(
      .unknownKind, at: span(of: source), "'\(source.text)' is no kind of answer",
      label: near.map { "did you mean '\($0)'?" },
      notes: near == nil ? ["the kinds are \(kinds.joined(separator: ", "))"] : [])
    return near.flatMap { Question.Kind(rawValue: $0) }
  }

  private func readCommon(_ fields: Fields, into question: inout Question) {
    question.isRequired = yesno(fields, "required")
    question.check = logic(fields, "check")
    question.complaint = written(fields, "else")
    question.offer = fields["default"].flatMap { writtenOrConstant($0, called: "default") }
    question.was = words(fields, "was").map { scope.prefix + $0.text }
    checkComplaint(fields, question)
    readRound(fields, into: &question)
  }

  func checkComplaint(_ fields: Fields, _ question: Question) {
    guard fields["else"] != nil, fields["check"] == nil else { return }
    report(
      .missingField, at: fields.keySpan("else"), "'else' says what to do when 'check' is no",
      label: "there is no 'check'")
  }

  private func readRound(_ fields: Fields, into question: inout Question) {
    question.respondent = respondent(fields, question.kind)
    let style = source(fields, "style")
    if let source = style,
      let word = word(source, called: "style", among: Question.Style.allCases.map(\.rawValue))
    {
      question.style = Question.Style(rawValue: word) ?? .open
    }
    question.alone = duration(fields, "alone")
    question.starts = logic(fields, "starts")
    question.isAnonymous = yesno(fields, "anonymous")
    if question.isAnonymous, style != nil, let why = Self.telling(question.style) {
      report(
        .anonymousRoundRobin, at: fields.keySpan("anonymous"),
        "\(why), so it cannot be anonymous",
        notes: ["leave 'anonymous' away, or write style: silent"])
    }
  }

  /// How a style tells whose words they are; nil for silence.
  private static func telling(_ style: Question.Style) -> String? {
    switch style {
    case .silent: nil
    case .roundRobin: "in a round robin everyone hears who speaks"
    case .open: "in an open round everyone hears who speaks"
    case .chat: "in a chat everyone sees who writes"
    }
  }

  private func respondent(_ fields: Fields, _ kind: Question.Kind) -> Question.Respondent {
    guard let node = fields["from"], let source = source(of: node, called: "from") else {
      return .room
    }
    switch source.text {
    case "room": return .room
    case "everyone":
      guard !LanguageTable.kindsForEveryone.contains(kind) else { return .everyone }
      let kinds = LanguageTable.kindsForEveryone.map(\.rawValue).joined(separator: ", ")
      report(
        .everyoneMisplaced, at: node.span,
        "not everyone can answer a \(kind.rawValue) of their own",
        label: "'everyone' belongs to \(kinds)",
        notes: ["write kind: list, and each person's entries keep their name"])
      return .room
    default:
      if reportRespondent(source) { return .room }
      return logic(node, called: "from").map { .person($0) } ?? .room
    }
  }

  /// A word that is nobody's name and nearly one of the two, or another word for it.
  private func reportRespondent(_ source: SourceText) -> Bool {
    let isName = scope.declared.names.union(scope.roles).union(scope.bound).contains(source.text)
    let slip = NearestWord.find(source.text, in: ["room", "everyone"])
    let near = slip ?? LanguageTable.otherRespondents[source.text.lowercased()]
    guard !isName, let near else { return false }
    report(
      slip == nil ? .unknownName : .unknownWord, at: span(of: source),
      "'\(source.text)' is nobody who could answer",
      label: "did you mean '\(near)'?")
    return true
  }

  private func readOwn(_ fields: Fields, into question: inout Question) {
    question.options = options(fields)
    if question.kind == .scale, question.options.isEmpty {
      question.options = (1...5).map { Question.Option(key: "\($0)", label: "\($0)") }
    }
    question.least = limit(fields, "min", of: question.kind)
    question.most = limit(fields, "max", of: question.kind)
    question.unit = plain(fields, "unit")
    question.addTo = logic(fields, "add_to")
    question.headings = fields["headings"].flatMap { writtenOrConstant($0, called: "headings") }
    question.rows = words(fields, "rows").map(\.text)
    question.across = logic(fields, "across")
    question.votes = count(fields, "votes") ?? 3
    if question.kind == .signoff {
      question.document = slug(fields, "of")?.text
    } else {
      question.of = logic(fields, "of")
    }
    checkOwn(fields, question)
    question.columns = columns(fields, table: question.id) + question.builtInColumns
  }

  /// What the table of fields cannot say: either of two, and sensible limits.
  func checkOwn(_ fields: Fields, _ question: Question) {
    checkLimits(fields, question)
    if !(1...100).contains(question.votes) {
      report(.badNumber, at: fields.keySpan("votes"), "each person has from 1 to 100 votes")
    }
    func needs(_ names: [String]) {
      guard names.allSatisfy({ fields.node[$0] == nil }) else { return }
      report(
        .missingField, at: fields.span,
        "\(fields.form.title) needs \(names.map { "'\($0)'" }.joined(separator: " or "))")
    }
    switch question.kind {
    case .choice, .choices, .rank: needs(["options", "of"])
    case .matrix, .raci: needs(["rows", "of"])
    default: break
    }
  }

  /// An amount for numbers, which may have decimals; how many for everything else.
  func limit(_ fields: Fields, _ name: String, of kind: Question.Kind) -> Number? {
    guard kind.isAmount else { return count(fields, name).map { Number($0) } }
    guard let source = source(fields, name) else { return nil }
    if let limit = Number(source.text) { return limit }
    report(
      .badNumber, at: span(of: source), "'\(name)' is a number",
      label: "'\(source.text)' is not one")
    return nil
  }

  /// The least is not above the most, and nobody can give fewer than no entries.
  private func checkLimits(_ fields: Fields, _ question: Question) {
    if let least = question.least, let most = question.most, least > most {
      report(
        .badNumber, at: fields.keySpan("min"),
        "the least (\(least)) is more than the most (\(most))")
    }
    guard !question.kind.isAmount else { return }
    if let least = question.minimum, least < 0 {
      report(
        .badNumber, at: fields.keySpan("min"), "there cannot be fewer than 0 entries",
        label: "write 1, or leave it out")
    }
    if let most = question.maximum, most < 1 {
      report(
        .badNumber, at: fields.keySpan("max"), "with at most \(most), there is nothing to answer",
        label: "write 1 or more, or leave it out")
    }
  }
}
