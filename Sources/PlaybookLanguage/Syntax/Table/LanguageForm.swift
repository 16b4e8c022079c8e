/// A map of the language: a playbook, a section, a step with its verb, an outcome, a document part.
package struct LanguageForm: Sendable, Equatable {
  /// With its article: `an action`, `a vote`.
  package let title: String
  /// One line, without a full stop.
  package let help: String
  package let fields: [LanguageField]

  package init(_ title: String, _ help: String, _ fields: [LanguageField]) {
    self.title = title
    self.help = help
    self.fields = fields
  }

  package func field(_ name: String) -> LanguageField? { fields.first { $0.name == name } }

  func with(_ more: [LanguageField]) -> LanguageForm { LanguageForm(title, help, fields + more) }
}

/// A row for a kind of answer.
package struct KindRow: Sendable {
  /// How it is answered, which decides where it may stand.
  package enum Entry: Sendable {
    /// With a few words, so that it may also be a table's column.
    case cell
    /// With one line of its own.
    case line
    /// Line by line, or by each person: nothing can stand in the line beforehand.
    case rounds
  }

  package let kind: Question.Kind
  package let entry: Entry
  package let help: String
  /// The fields that this kind has beside those of every question.
  package let fields: [LanguageField]

  init(
    _ kind: Question.Kind, _ entry: Entry, _ help: String, _ fields: [LanguageField] = []
  ) {
    self.kind = kind
    self.entry = entry
    self.help = help
    self.fields = fields
  }
}

/// A row for a verb: the field that names it, and the fields that only it has.
package struct VerbRow: Sendable {
  package let verb: LanguageField
  package let fields: [LanguageField]

  init(_ verb: LanguageField, _ fields: [LanguageField] = []) {
    self.verb = verb
    self.fields = fields
  }
}

/// A row for a kind of outcome; its fields are expressions, its own name holds the words.
package struct OutcomeRow: Sendable {
  package let kind: OutcomeRule.Kind
  package let help: String
  package let fields: [LanguageField]

  init(_ kind: OutcomeRule.Kind, _ help: String, _ fields: [LanguageField]) {
    self.kind = kind
    self.help = help
    self.fields = fields
  }
}

/// A row for a part of a document.
package struct PartRow: Sendable {
  package let kind: DocumentPart.Kind
  package let verb: LanguageField
  package let fields: [LanguageField]

  init(
    _ kind: DocumentPart.Kind, _ shape: FieldShape, _ help: String, _ fields: [LanguageField] = []
  ) {
    self.kind = kind
    verb = LanguageField(kind.rawValue, shape, help, isRequired: true)
    self.fields = fields
  }
}
