/// One mistake or doubt in a playbook: its rule, its place, and the facts to word it with.
///
/// Facts and wording are apart: `DiagnosticRule` words it, `DiagnosticRenderer` draws it.
package struct Diagnostic: Sendable, Equatable, Error {
  package enum Severity: String, Sendable { case error, warning }

  package let rule: DiagnosticRule
  package let span: SourceSpan
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  /// Written under the caret: the nearest name, or what was expected there.
  package let label: String?
  /// How to mend it, a line each.
  package let notes: [String]

  package var severity: Severity { rule.severity }

  package init(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    self.rule = rule
    self.span = span
    self.message = message
    self.label = label
    self.notes = notes
  }
}
