import PlaybookLanguage
import Session
import Values

/// A list put in order with one line of numbers, best first.
struct RankHandler: Handler {
  let question: Question

  init(_ question: Question) { self.question = question }

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let options = options(room, place)
    var prompt = AnswerHandler(question).prompt(room, place)
    prompt.opening = room.asking(question, place)
    prompt.opening +=
      options.isEmpty
      ? [.hint("There is nothing to put in order. Enter goes on.")]
      : [
        .entries(Self.entries(options)),
        .hint("Numbers, best first: 3 1 2. The rest keeps its order."),
      ]
    return prompt
  }

  private func options(_ room: Room, _ place: Place) -> [Question.Option] {
    ChoiceKind.options(question, room.context(question, place.bindings))
  }

  private static func entries(_ options: [Question.Option]) -> [Utterance.Entry] {
    options.enumerated().map { .init(String($0 + 1), $1.label) }
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let options = options(room, place)
    if options.isEmpty, line.trimmed.isEmpty {
      return Decision(fact: room.settling(place, .skipped))
    }
    // A paste has a name on each line.
    let flat = line.split(whereSeparator: \.isNewline).map { String($0).withoutBullet }
      .joined(separator: ", ")
    var decision = AnswerHandler(question).decide(room, place, flat, isPasted: isPasted)
    guard case .answerSet? = decision.fact?.event, let fact = decision.fact else { return decision }
    let after = room.after(fact)
    let order = after.scope.ranking(question, at: place.address).map {
      Evaluator.text(of: $0, scope: after.scope.binding([])).onOneLine
    }
    decision.say = [.entries(order.enumerated().map { .init(String($0 + 1), $1) })]
    return decision
  }
}
