package import Values

/// One question: what is asked, of whom, in which way, and what counts as an answer.
package struct Question: Sendable, Equatable {
  package typealias ID = String

  /// The kinds of answer; each has a row in the language's table and a file in Session/Kinds.
  package enum Kind: String, Sendable, CaseIterable {
    case text, note, number, money, percent, date, duration, choice, choices, yesno, scale
    case person, people, list, group, vote, fist, rank, matrix, table, schedule, raci
    case review, readback, signoff

    /// Whether `min` and `max` are amounts, and not how many there are.
    var isAmount: Bool { [.number, .money, .percent].contains(self) }
  }

  package enum Respondent: Sendable, Equatable {
    case room
    case everyone
    case person(Expression)
  }

  package enum Style: String, Sendable, CaseIterable {
    case open, roundRobin = "round_robin", silent, chat
  }

  /// One of the answers that a choice, scale or matrix offers.
  package struct Option: Sendable, Equatable {
    /// What is typed and stored: the word itself, or the number before it.
    package let key: String
    package let label: String

    package init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  /// A column of a table: asked, or worked out from the row's other columns.
  package struct Column: Sendable, Equatable {
    package enum Cell: Sendable, Equatable {
      case asked(Question)
      case computed(Expression)
    }

    package let name: String
    package let cell: Cell
    /// Asked only in rows where this is yes.
    package let condition: Expression?

    package init(name: String, cell: Cell, condition: Expression? = nil) {
      self.name = name
      self.cell = cell
      self.condition = condition
    }
  }

  /// Full name: `goal`, `closing.rounds`; a column's question has its table's: `plan.due`.
  package var id: ID
  package var kind: Kind
  package var prompt: Template
  package var tip: Template?
  package var isRequired = false
  package var check: Expression?
  /// What to say when `check` is no (`else` in a playbook).
  package var complaint: Template?
  /// `default`: offered for editing, never taken silently.
  package var offer: Template?
  package var respondent = Respondent.room
  package var style = Style.open
  /// Silent writing before a round.
  package var alone: TimeSpan?
  package var starts: Expression?
  package var isAnonymous = false
  /// Whether its entries are written in silence and appear all at once, without a round after it.
  ///
  /// Of an anonymous question this is so whatever its style: who speaks, or chats, is known.
  package var isWrittenOnly: Bool { style == .silent || isAnonymous }
  /// Whether its ballots are taken without names, and counted once all are in.
  package var isSecretVote: Bool { isAnonymous && (kind == .vote || kind == .fist) }
  /// Group: the categories that are read out when nobody named them.
  package var headings: Template?
  package var addTo: Expression?
  /// `min` and `max`: amounts for numbers, how many for lists.
  package var least: Number?
  package var most: Number?
  /// Earlier ids of a renamed question.
  package var was: [ID] = []
  package var options: [Option] = []
  /// Matrix: the rows that are rated when there is no `of`.
  package var rows: [String] = []
  package var columns: [Column] = []
  package var unit: String?
  /// Vote: dots per person.
  package var votes = 3
  package var of: Expression?
  package var across: Expression?
  /// Sign-off: the document that is signed.
  package var document: String?
  /// Variables of the loops around it, outer to inner; its address has one item for each.
  package var loops: [String] = []
  package var span: SourceSpan

  /// The fewest entries.
  package var minimum: Int? { least?.wholeValue }
  /// The most entries.
  package var maximum: Int? { most?.wholeValue }

  package init(id: ID, kind: Kind, prompt: Template, span: SourceSpan) {
    self.id = id
    self.kind = kind
    self.prompt = prompt
    self.span = span
  }
}
