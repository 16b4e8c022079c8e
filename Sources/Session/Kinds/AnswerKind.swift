package import PlaybookLanguage
package import Values

/// How one kind of single answer is read, kept, shown and offered.
///
/// One file a kind.
///
/// What is static about a kind (its fields, its help) is a row in the language's table.
package protocol AnswerKind: Sendable {
  /// Reads a typed line.
  func read(_ line: String, _ question: Question, _ context: AnswerContext) -> AnswerReading
  /// What a recorded answer means in expressions.
  func value(_ json: JSONValue, _ question: Question, _ scope: SessionScope) -> Value
  /// A recorded answer in words, as somebody would type it again.
  func show(_ json: JSONValue, _ question: Question, _ context: AnswerContext) -> String
  /// What to type, in a few words: shown by `?` and after a refusal.
  func hint(_ question: Question, _ context: AnswerContext) -> String
  /// Words that Tab offers.
  func completions(_ question: Question, _ context: AnswerContext) -> [String]
  /// What an offered value (an expression's) would be as an answer; null where it does not fit.
  func offer(_ value: Value, _ question: Question, _ context: AnswerContext) -> JSONValue
}

extension AnswerKind {
  /// A line as it would be shown where it is read as one answer; nil where it is not.
  func shown(_ line: String, _ question: Question, _ context: AnswerContext) -> String? {
    guard case .answer(let value) = read(line, question, context) else { return nil }
    return show(value, question, context)
  }

  package func completions(_ question: Question, _ context: AnswerContext) -> [String] { [] }
}

/// What reading an answer needs to know besides the question.
package struct AnswerContext: Sendable {
  package var people: [Participant]
  /// The actual date in the session's zone: `fri` is typed in the room.
  package var today: CalendarDate
  /// ISO code of the session's currency; nil until somebody has said one.
  package var currency: String?
  /// Nobody has answered in one, but words of the meeting, or the one before, name it.
  package var mentionedCurrency: String?
  /// For a choice `of` a list: the items' words.
  package var choices: [Question.Option]

  package init(
    people: [Participant], today: CalendarDate, currency: String? = nil,
    choices: [Question.Option] = []
  ) {
    self.people = people
    self.today = today
    self.currency = currency
    self.choices = choices
  }

  var names: RoomNames { RoomNames(people: people.map { (id: $0.id, name: $0.name) }) }

  package func name(of id: String) -> String {
    people.first { $0.id == id }?.name ?? id
  }
}

/// What a typed line turned out to be.
package enum AnswerReading: Sendable, Equatable {
  case answer(JSONValue)
  /// The line could mean several things; the room says which.
  case choose(question: String, options: [Alternative])
  /// It does not fit: what is wrong and what would fit.
  case refused(String)

  package struct Alternative: Sendable, Equatable {
    package let label: String
    package let value: JSONValue
    /// Whether Enter alone may take it; not what would put a slip of the keyboard on the record.
    package let takesEnter: Bool
    /// Whether it is what was typed, and only asked about; another reading of the words is not.
    package let keepsWords: Bool

    package init(
      _ label: String, _ value: JSONValue, takesEnter: Bool = true, keepsWords: Bool = false
    ) {
      self.label = label
      self.value = value
      self.takesEnter = takesEnter
      self.keepsWords = keepsWords
    }
  }
}

/// All kinds of single answer, by the question's kind.
package enum AnswerKinds {
  /// Nil for kinds that are held as lists, ballots or signatures of their own.
  package static func kind(of question: Question) -> (any AnswerKind)? {
    switch question.kind {
    case .text, .note: TextKind()
    case .number: NumberKind()
    case .money: MoneyKind()
    case .percent: PercentKind()
    case .date: DateKind()
    case .duration where question.unit == Question.workdays: WorkdaysKind()
    case .duration: DurationKind()
    case .choice: ChoiceKind()
    case .choices: ChoicesKind()
    case .yesno: YesNoKind()
    case .scale: ScaleKind()
    case .person: PersonKind()
    case .people: PeopleKind()
    case .matrix: MatrixKind()
    case .rank: RankKind()
    default: nil
    }
  }

  package static func value(
    _ json: JSONValue, of question: Question, in scope: SessionScope
  ) -> Value {
    guard json != .null, let kind = kind(of: question) else { return .blank }
    return kind.value(json, question, scope)
  }

  package static func show(
    _ json: JSONValue, of question: Question, _ context: AnswerContext
  ) -> String {
    guard json != .null, let kind = kind(of: question) else { return "" }
    let words = kind.show(json, question, context)
    // What was answered before the question was of this kind stands as it was typed.
    return words.isEmpty ? json.string ?? "" : words
  }
}
