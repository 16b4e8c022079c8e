package import PlaybookLanguage
import Session
import Values

/// Answers that were thought of before the meeting: they stand in the line, ready to be changed.
///
/// A draft is never an answer: it is recorded only when somebody presses Enter on it in the room.
package struct DraftedAnswers: Sendable {
  private let answers: ScriptedAnswers

  package init(_ answers: ScriptedAnswers) { self.answers = answers }

  package var project: String? { answers.project }

  /// What the room does together cannot be written down before: votes, readings, signatures.
  private static let livedKinds: Set<Question.Kind> = [
    .group, .vote, .fist, .review, .raci, .readback, .signoff,
  ]

  /// The questions that have a draft, in the file's order, and those that cannot have one.
  package func questions(of playbook: Playbook) -> (drafted: [String], refused: [String]) {
    let kinds = Dictionary(
      playbook.questions.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let ids = answers.answers.filter { !$0.value.isBlank }.map(\.id)
    let isLived = { (id: String) in kinds[id].map(Self.livedKinds.contains) ?? false }
    return (ids.filter { !isLived($0) }, ids.filter(isLived))
  }

  /// The draft for the place at hand; nil where there is none, or where something is said already.
  package func text(_ facilitator: Facilitator, _ moment: Moment) -> String? {
    let room = facilitator.room(moment)
    guard facilitator.dialog == nil, let place = room.place, !room.hasAnswer(place) else {
      return nil
    }
    if let question = place.question {
      guard !Self.livedKinds.contains(question.kind), !Round.isWriting(question, room, place),
        question.kind != .list || question.respondent != .everyone
      else { return nil }
    }
    let lines = AnswerScript(answers).inputs(place, room).flatMap { Self.lines($0, place) }
    let text = lines.joined(separator: "\n")
    return text.trimmed.isEmpty ? nil : text
  }

  /// Rows as they are typed, with their cells in the columns' order.
  private static func lines(_ input: AnswerScript.Input, _ place: Place) -> [String] {
    switch input {
    case .line(let line): [line]
    case .skip: []
    case .row(let cells): [row(cells, place)]
    case .tasks(let tasks):
      tasks.map { task in task.compactMap(\.value.string).joined(separator: ", ") }
    }
  }

  private static func row(_ cells: [JSONValue.Member], _ place: Place) -> String {
    let words = (place.question?.askedColumns ?? []).map { column in
      cells.first { $0.name == column.name }?.value.string ?? ""
    }
    let last = words.lastIndex { !$0.isEmpty } ?? 0
    return words.prefix(last + 1).joined(separator: " | ")
  }
}
