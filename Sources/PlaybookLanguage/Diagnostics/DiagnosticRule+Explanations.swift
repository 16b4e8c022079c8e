import Values

extension DiagnosticRule {
  /// Every rule, by code.
  package static let all: [DiagnosticRule] =
    ofYAML + ofSyntax + ofExpressions + ofMeaning

  /// The rule of a code (`P203`) or a name (`unknown-name`).
  package static func find(_ word: String) -> DiagnosticRule? {
    all.first { $0.code == word.uppercased() || $0.name == word.lowercased() }
  }

  /// What the rule is about and how to mend it, in a paragraph: `huddle explain P203`.
  package var explanation: String {
    Self.yamlExplanations[code] ?? Self.syntaxExplanations[code]
      ?? Self.expressionExplanations[code] ?? Self.meaningExplanations[code] ?? ""
  }

  /// The explanation as far as one line of a list goes.
  package var firstSentence: String {
    let end = explanation.firstRange(of: ". ")?.lowerBound ?? explanation.endIndex
    let sentence = String(explanation[..<end])
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
