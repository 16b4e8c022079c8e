/// A place of a playbook for which a file of answers may hold something: a question, or the turns of
/// a `repeat` with the questions of each turn.
struct AnswerSlot {
  enum Content {
    case question(Question)
    case turns([AnswerSlot])
  }

  /// Full name: `goal`, `closing.rounds`.
  let id: String
  /// The lists of the loops around it, outer to inner, as the playbook writes them: each makes the
  /// answer a list with an entry for every item.
  let loops: [String]
  let content: Content

  /// Its own word, which is enough inside a turn.
  var word: String { id.split(separator: ".").last.map(String.init) ?? id }

  /// What a file may answer at its top: every question by its own name, and the turns of repeats.
  static func all(of playbook: Playbook) -> [AnswerSlot] {
    playbook.sections.flatMap { slots($0.steps, Self.lists($0.each), turnsToo: true) }
  }

  /// `turnsToo`: questions of a repeat may also be answered outside it, a turn an entry.
  private static func slots(_ steps: [Step], _ loops: [String], turnsToo: Bool) -> [AnswerSlot] {
    steps.flatMap { step -> [AnswerSlot] in
      let around = loops + lists(step.each)
      switch step.action {
      case .ask(let question):
        return [AnswerSlot(id: question.id, loops: around, content: .question(question))]
      case .group(let steps): return slots(steps, around, turnsToo: turnsToo)
      case .repeated(let loop):
        let turns = AnswerSlot(
          id: loop.list, loops: around,
          content: .turns(slots(loop.steps, [], turnsToo: false)))
        let outside = turnsToo ? slots(loop.steps, around + [loop.list], turnsToo: true) : []
        return [turns] + outside.filter { if case .question = $0.content { true } else { false } }
      case .say, .warn, .show, .set: return []
      }
    }
  }

  private static func lists(_ clauses: [LoopClause]) -> [String] { clauses.map(\.list.source) }
}
