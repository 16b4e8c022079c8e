import PlaybookLanguage
import Session

extension TestMeeting {
  /// What a playbook's words would say now; the names stand as they are in full.
  package func text(_ words: String) -> String {
    var diagnostics: [Diagnostic] = []
    let source = SourceText(words, file: "test.yaml")
    guard let template = TemplateParser.parse(source, reporting: &diagnostics) else {
      return "\(diagnostics)"
    }
    // As the loader does it, names with a dot of huddle's own are one name.
    let resolved = template.mapNames(isNamespace: { ["open", "outcomes"].contains($0) }) { $0 }
    return session.scope().render(resolved)
  }
}
