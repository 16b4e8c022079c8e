package import PlaybookLanguage

/// A playbook looked up by name: every question, computed value and loop with what stands around it.
///
/// Built once for a session; it says nothing about answers.
package struct PlaybookIndex: Sendable {
  /// What stands around a step, outer to inner: it decides whether and how often it is asked.
  package enum Frame: Sendable {
    case condition(Expression)
    case loop([LoopClause])
    case turns(Step.RepeatLoop)
  }

  package struct Entry<Content: Sendable>: Sendable {
    package let content: Content
    package let frames: [Frame]

    /// The loop variables around it, outer to inner: one item of its address each.
    package var variables: [String] {
      frames.flatMap { frame -> [String] in
        switch frame {
        case .condition: []
        case .loop(let clauses): clauses.map(\.variable)
        case .turns(let loop): [loop.variable]
        }
      }
    }
  }

  package let playbook: Playbook
  /// What its sentences and pages show.
  package let shown: ShownExpressions
  package private(set) var questions: [Question.ID: Entry<Question>] = [:]
  package private(set) var computed: [String: Entry<Expression>] = [:]
  package private(set) var repeats: [String: Entry<Step.RepeatLoop>] = [:]
  /// Question ids in playbook order.
  package private(set) var order: [Question.ID] = []
  /// In which section each question and each timed word stands, from 0; people and roles in -1.
  private var sectionsOfPlaces: [String: Int] = [:]
  /// What loops hang on the items of each list: `hangs["themes"]["rating"]` is the full name.
  private var hangs: [String: [String: String]] = [:]
  /// First letters of the ids of each list's items.
  package private(set) var prefixes: [String: String] = [:]

  package init(_ playbook: Playbook) {
    self.playbook = playbook
    shown = ShownExpressions(playbook)
    sectionsOfPlaces[Address.people.question] = -1
    for role in playbook.roles { sectionsOfPlaces[Address.role(role.name).question] = -1 }
    for (number, section) in playbook.sections.enumerated() {
      locate(section.steps, in: number)
      collect(section.steps, frames: Self.frames(section.condition, section.each))
    }
    prefixes = ItemPrefixes(self).byList
    hangs = hanging()
  }

  private static func frames(_ condition: Expression?, _ each: [LoopClause]) -> [Frame] {
    (each.isEmpty ? [] : [.loop(each)]) + (condition.map { [.condition($0)] } ?? [])
  }

  /// Whether a section reads the outcomes back: it is the meeting's closing.
  package func readsBack(_ section: SectionPlace) -> Bool {
    questions.values.contains { entry in
      entry.content.kind == .readback
        && sectionsOfPlaces[entry.content.id].map { playbook.sections[$0].id } == section.id
    }
  }

  /// Nil for an address at which no place can stand.
  func section(ofPlace address: Address) -> Int? { sectionsOfPlaces[address.question] }

  private mutating func locate(_ steps: [Step], in section: Int) {
    for step in steps {
      switch step.action {
      case .ask(let question): sectionsOfPlaces[question.id] = section
      case .say where step.time != nil: sectionsOfPlaces[step.id] = section
      case .group(let steps): locate(steps, in: section)
      case .repeated(let loop): locate(loop.steps, in: section)
      case .say, .warn, .show, .set: break
      }
    }
  }

  private mutating func collect(_ steps: [Step], frames: [Frame]) {
    for step in steps {
      let around = frames + Self.frames(step.condition, step.each)
      switch step.action {
      case .ask(let question):
        questions[question.id] = Entry(content: question, frames: around)
        order.append(question.id)
      case .set(let assignments):
        for assignment in assignments {
          computed[assignment.name] = Entry(content: assignment.value, frames: around)
        }
      case .group(let steps): collect(steps, frames: around)
      case .repeated(let loop):
        repeats[loop.list] = Entry(content: loop, frames: around)
        collect(loop.steps, frames: around + [.turns(loop)])
      case .say, .warn, .show: break
      }
    }
  }
}

// MARK: - Lists

extension PlaybookIndex {
  /// The question or `repeat` whose items an expression gives, through `filter`, `sort`, `take`,
  /// `top` and computed names: `worst` → `themes`.
  ///
  /// Nil where it gives something else.
  package func root(of expression: Expression, depth: Int = 0) -> String? {
    guard depth < 16 else { return nil }
    switch expression.node {
    case .name(let name): return root(named: name, depth: depth)
    case .member(let theme, "items"):
      let group = root(of: theme, depth: depth + 1).flatMap { questions[$0]?.content }
      return group?.of.flatMap { root(of: $0, depth: depth + 1) }
    case .member(_, let name): return root(named: hung(name), depth: depth)
    case .method(let list, let name, _)
    where ["filter", "sort", "take", "top", LanguageFunction.ofItems].contains(name):
      return root(of: list, depth: depth + 1)
    default: return nil
    }
  }

  private func root(named name: String, depth: Int) -> String? {
    if questions[name] != nil || repeats[name] != nil { return name }
    if let entry = computed[name] { return root(of: entry.content, depth: depth + 1) }
    let given = playbook.givens.first { $0.name == name }
    guard case .formula(let list)? = given?.value.content else { return nil }
    return root(of: list, depth: depth + 1)
  }

  /// A name that hangs on some item, in full: as it is, or the part's that has such a question.
  private func hung(_ name: String) -> String {
    guard questions[name] == nil, computed[name] == nil else { return name }
    return order.last { $0.hasSuffix("." + name) && questions[$0]?.variables.isEmpty == false }
      ?? name
  }

  /// Everything that is asked or computed in a loop, by the list that the loop goes over.
  private func hanging() -> [String: [String: String]] {
    var hangs: [String: [String: String]] = [:]
    func hang(_ name: String, _ frames: [Frame]) {
      guard let list = innermostList(frames) else { return }
      let word = name.split(separator: ".").last.map(String.init) ?? name
      hangs[list, default: [:]][word] = name
    }
    for (name, entry) in repeats.sorted(by: { $0.key < $1.key }) { hang(name, entry.frames) }
    for (name, entry) in computed.sorted(by: { $0.key < $1.key }) { hang(name, entry.frames) }
    for name in order { hang(name, questions[name]?.frames ?? []) }
    return hangs
  }

  private func innermostList(_ frames: [Frame]) -> String? {
    for frame in frames.reversed() {
      switch frame {
      case .condition: continue
      case .loop(let clauses): return clauses.last.flatMap { root(of: $0.list) }
      case .turns(let loop): return loop.list
      }
    }
    return nil
  }

  /// Whether something is asked of each entry of a list: its entries are names of things.
  package func isAskedOfEach(_ list: String) -> Bool {
    hangs[list] != nil
      || questions.values.contains {
        $0.content.of.flatMap { root(of: $0) } == list
          && [.matrix, .table].contains($0.content.kind)
      }
  }

  /// The full name of what an item's field is: asked or computed in a loop over the item's list,
  /// perhaps in a part that the list was given to, or beside the list itself.
  func fullName(_ name: String, beside list: String) -> String {
    if let hanging = hangs[list]?[name] { return hanging }
    guard let dot = list.lastIndex(of: ".") else { return name }
    let near = String(list[...dot]) + name
    let isKnown = questions[near] != nil || computed[near] != nil || repeats[near] != nil
    return isKnown ? near : name
  }
}

/// The fixed first letters of each list's item ids, so that `r3` says where it comes from.
struct ItemPrefixes {
  private(set) var byList: [String: String] = [:]
  /// Themes and people have letters of their own, whatever a list is called.
  private var taken: Set<String> = ["t", "p"]

  init(_ index: PlaybookIndex) {
    let feeding = Self.rowsThatFeed(index)
    for id in index.order {
      guard let question = index.questions[id]?.content else { continue }
      switch question.kind {
      case .group: byList[id] = "T"
      case .table, .schedule:
        byList[id] = feeding[id] ?? letters(for: id)
      case .list, .raci: byList[id] = letters(for: id)
      default: break
      }
    }
    for list in index.repeats.keys.sorted() { byList[list] = letters(for: list) }
  }

  /// Tables whose rows become actions, decisions, agreements or risks share those letters.
  private static func rowsThatFeed(_ index: PlaybookIndex) -> [String: String] {
    var feeding: [String: String] = [:]
    for rule in index.playbook.outcomes {
      guard let list = rule.each.last.flatMap({ index.root(of: $0.list) }),
        let kind = index.questions[list]?.content.kind, [.table, .schedule].contains(kind)
      else { continue }
      switch rule.kind {
      case .action: feeding[list] = "A"
      case .decision: feeding[list] = feeding[list] ?? "D"
      case .agreement: feeding[list] = feeding[list] ?? "G"
      case .risk: feeding[list] = feeding[list] ?? "K"
      case .milestone, .event, .metric: break
      }
    }
    return feeding
  }

  /// The shortest beginning of the list's own word that no other list has, in small letters.
  private mutating func letters(for list: String) -> String {
    let word = (list.split(separator: ".").last ?? "x").lowercased().filter {
      $0.isASCII && $0.isLetter
    }
    for length in 1...max(1, word.count) where !taken.contains(String(word.prefix(length))) {
      taken.insert(String(word.prefix(length)))
      return String(word.prefix(length))
    }
    var letters = word.isEmpty ? "x" : word
    while taken.contains(letters) { letters += "x" }
    taken.insert(letters)
    return letters
  }
}
