import PlaybookLanguage

/// A source in which 1️⃣ stands before the place that a diagnostic should point at.
struct MarkedText {
  let text: String
  let column: Int?

  init(_ marked: String) {
    let characters = Array(marked)
    column = characters.firstIndex(of: "1️⃣").map { $0 + 1 }
    text = String(characters.filter { $0 != "1️⃣" })
  }

  /// The diagnostic in short, with its place checked against the mark: `P204 message [label]`.
  func summary(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "fine" }
    return diagnostics.map { diagnostic in
      let place = diagnostic.span.column == column ? "" : " at column \(diagnostic.span.column)"
      let label = diagnostic.label.map { " [\($0)]" } ?? ""
      return "\(diagnostic.rule.code) \(diagnostic.message)\(label)\(place)"
    }.joined(separator: "; ")
  }
}
