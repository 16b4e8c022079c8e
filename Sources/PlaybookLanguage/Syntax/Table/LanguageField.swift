/// One field of the language: its name, what may stand in it, and a line of help.
package struct LanguageField: Sendable, Equatable {
  package let name: String
  package let shape: FieldShape
  package var isRequired = false
  /// One line, without a full stop.
  package let help: String

  package init(_ name: String, _ shape: FieldShape, _ help: String, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.help = help
    self.isRequired = isRequired
  }

  /// The same field where it cannot be left away.
  var required: LanguageField { LanguageField(name, shape, help, isRequired: true) }
}

/// What may stand in a field: decides how its YAML is read, checked, described and completed.
package enum FieldShape: Sendable, Equatable {
  /// Words as they stand, without holes.
  case plain
  /// Prose with `{holes}`, or `=` and an expression.
  case written
  /// As `written`, or a list or map of constants.
  case writtenOrConstant
  /// An expression.
  case logic
  /// `r in worst, p in r.plan`.
  case loops
  /// `why in whys`.
  case repetition
  /// A name: small letters, digits and `_`.
  case name
  /// A playbook's or section's id: small letters, digits, `-` and `_`.
  case slug
  /// One name or a list of them.
  case names
  case word([String])
  case yesno
  case count
  /// A number, perhaps with decimals.
  case number
  case duration
  /// The answer's kind.
  case kind
  /// `room`, `everyone`, or an expression that gives a person.
  case respondent
  /// A list of words, or a map from what is typed to its words.
  case options
  case words
  case columns
  /// Headers, each with an expression.
  case formulas
  /// Names, each with an expression.
  case assignments
  /// Names, each with a constant.
  case constants
  case roles
  /// Names, each with a playbook's id.
  case playbooks
  case reference
  case steps, sections, outcomes, documents
  case documentPart, documentParts
  /// The inlined part that the loader puts beside `use`.
  case inlined
  case changes, additions
}
