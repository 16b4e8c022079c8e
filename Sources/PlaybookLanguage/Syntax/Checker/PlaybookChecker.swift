import Values

/// Checks a whole playbook: types of every name, every expression against them, order, warnings.
///
/// It walks the playbook twice in the same way: first to learn what each name is and where it comes
/// about, then to check what reads it.
final class PlaybookChecker {
  /// One loop around the place that is looked at.
  struct Loop {
    let variable: String
    /// The list whose items the variable stands for, where that is known.
    let list: String?
    /// How the playbook writes the list: `worst`.
    let source: String
    let isRepeat: Bool
    /// Where the list comes from; nil for the turns of a `repeat`.
    var from: Expression?
  }

  let playbook: Playbook
  let decoder: PlaybookDecoder
  var table = NameTable()
  /// Where in the walk a name, or `list.field`, comes about.
  var order: [String: Int] = [:]
  /// Where it stands in the file.
  var spans: [String: SourceSpan] = [:]
  var diagnostics: [Diagnostic] = []
  var isDeclaring = true
  var position = 0
  var locals: [String: ValueType] = [:]
  var loops: [Loop] = []
  /// Names that something reads, and fields that something reads of an item.
  var used: Set<String> = []
  var usedFields: Set<String> = []
  /// The question whose fields are looked at, which cannot read its own answer yet.
  var asked: String?
  /// The name that a `set` works out, which cannot read itself either.
  var assigned: String?
  /// Constants by full name, and those that this walk has met.
  let givens: [String: Template]
  var metGivens: Set<String> = []
  var checkedGivens: Set<String> = []

  private init(_ decoder: PlaybookDecoder) {
    self.decoder = decoder
    playbook = decoder.playbook
    givens = Dictionary(
      playbook.givens.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  static func check(_ decoder: PlaybookDecoder) -> [Diagnostic] {
    let checker = PlaybookChecker(decoder)
    checker.declareGlobals()
    checker.walk()
    checker.isDeclaring = false
    checker.walk()
    checker.checkMentions()
    checker.checkGivenCircles()
    if !checker.hasErrors { checker.addWarnings() }
    return checker.diagnostics
  }

  /// What is mistaken leaves other things unused, which is not worth a word then.
  private var hasErrors: Bool {
    (decoder.diagnostics + diagnostics).contains { $0.severity == .error }
  }

  func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    guard !isDeclaring, diagnostics.count < PlaybookDecoder.mostMistakes else { return }
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  // MARK: - The walk

  private func walk() {
    position = 0
    metGivens = []
    checkedGivens = []
    for given in playbook.givens where isDeclaring { declareGiven(given) }
    for section in playbook.sections {
      inside(section.each) {
        check(section.title)
        check(section.tip)
        check(section.condition, .condition)
        for step in section.steps { visit(step) }
      }
    }
    position = .max
    for outcome in playbook.outcomes { visit(outcome) }
    for document in playbook.documents {
      check(document.condition, .condition)
      check(document.title)
      for part in document.body { visit(part) }
    }
    meetOtherGivens()
  }

  private func visit(_ step: Step) {
    position += 1
    asked = if case .ask(let question) = step.action { question.id } else { nil }
    inside(step.each) {
      check(step.condition, .condition)
      check(step.tip)
      switch step.action {
      case .say(let words), .warn(let words): check(words)
      case .show(let part): visit(part)
      case .ask(let question): visit(question)
      case .set(let assignments):
        for assignment in assignments { visit(assignment) }
      case .group(let steps):
        for step in steps { visit(step) }
      case .repeated(let loop): visit(loop)
      }
    }
  }

  private func visit(_ assignment: Step.Assignment) {
    position += 1
    assigned = assignment.name
    let type = check(assignment.value, .anything)
    assigned = nil
    // What it reads comes before it, and it does not read itself.
    position += 1
    declare(assignment.name, type, at: assignment.span, "worked out")
  }

  private func visit(_ loop: Step.RepeatLoop) {
    let span = loop.until?.span ?? loop.steps.first?.span
    position += 1
    declare(
      loop.list, .list(.item(loop.list)), at: span ?? SourceSpan(file: "", line: 1, column: 1),
      "grown turn by turn")
    if isDeclaring { table.members[loop.list] = table.members[loop.list] ?? [:] }
    let outer = locals
    defer { locals = outer }
    locals[loop.variable] = .item(loop.list)
    loops.append(
      Loop(variable: loop.variable, list: loop.list, source: loop.list, isRepeat: true))
    for step in loop.steps { visit(step) }
    position += 1
    check(loop.until, .condition)
    loops.removeLast()
  }

  /// Looks at what stands inside a loop, its variables known.
  func inside(_ clauses: [LoopClause], _ look: () -> Void) {
    guard !clauses.isEmpty else { return look() }
    let outer = locals
    defer { locals = outer }
    note(clauses)
    let (inner, found) = typeChecker.entering(clauses)
    record(found, reading: clauses.map(\.list))
    locals = inner.locals
    for clause in clauses {
      var list: String?
      if case .item(let name)? = locals[clause.variable] { list = name }
      loops.append(
        Loop(
          variable: clause.variable, list: list, source: clause.list.source, isRepeat: false,
          from: clause.list))
    }
    look()
    loops.removeLast(clauses.count)
  }
}
