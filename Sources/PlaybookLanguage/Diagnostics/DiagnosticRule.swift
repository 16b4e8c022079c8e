/// A rule that a playbook can break: its stable code, its name (also of its fixture), how grave it is.
///
/// Rules are declared beside what checks them (`DiagnosticRule+Syntax.swift`,
/// `DiagnosticRule+Expressions.swift`) and gathered in `all`. P0 is YAML, P1 the language's shape,
/// P2 names and types in expressions, P3 what would go wrong in the room (warnings mostly).
package struct DiagnosticRule: Sendable, Hashable {
  /// What people quote and search for: `P203`.
  package let code: String
  /// Kebab-case: `unknown-name`.
  package let name: String
  package let severity: Diagnostic.Severity

  package init(_ code: String, _ name: String, _ severity: Diagnostic.Severity = .error) {
    self.code = code
    self.name = name
    self.severity = severity
  }
}
