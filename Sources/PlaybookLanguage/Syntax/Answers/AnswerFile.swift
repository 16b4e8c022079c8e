import Values

/// The answers of a rehearsal, from the file of `huddle run --answers`.
///
/// A map from questions to answers, as YAML would write them, or a script of typed lines:
///
///     project: Apollo
///     people: [Ana, Bo, Cy]
///     lead: Ana
///     goal: Replace billing by May
///     rating: [{likelihood: 3, impact: 2}, ~]
package enum AnswerFile: Sendable, Equatable {
  case answers(ScriptedAnswers)
  /// Lines as they would be typed at the prompts; an empty one is a bare Enter.
  case typedLines([String])

  /// Reads a file for a playbook, whose roles and questions say which names it may have.
  ///
  /// The file is a map if it reads as one, or begins with a line `name: …`; anything else is typed
  /// lines. nil and what is wrong where it cannot be used.
  package static func read(
    _ bytes: [UInt8], file: String, for playbook: Playbook
  ) -> (AnswerFile?, [Diagnostic]) {
    let (node, diagnostics) = YAMLReader.read(bytes, file: file)
    if let node, node.entries != nil {
      var reader = AnswerReader(playbook: playbook)
      reader.diagnostics = diagnostics
      let answers = reader.read(node)
      let isSound = !reader.diagnostics.contains { $0.severity == .error }
      return (isSound ? .answers(answers) : nil, reader.diagnostics)
    }
    switch TextInput.text(of: bytes, file: file) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let text):
      if bytes.count > YAMLReader.largestFile || looksLikeMap(text) { return (nil, diagnostics) }
      return (.typedLines(lines(of: text)), [])
    }
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The first line that says anything is `name:` or `name: value`.
  private static func looksLikeMap(_ text: String) -> Bool {
    let first = lines(of: text).first { line in
      !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("#") && line != "---"
    }
    guard let first, let colon = first.firstIndex(of: ":") else { return false }
    let rest = first[first.index(after: colon)...]
    let isName = first[..<colon].unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" || $0 == "."
    }
    return isName && colon > first.startIndex && (rest.isEmpty || rest.first == " ")
  }
}

/// Answers by question, with the room that gives them.
package struct ScriptedAnswers: Sendable, Equatable {
  package var project: String?
  /// Names, in the order in which they join.
  package var people: [String] = []
  /// Who holds each role, by the role's name.
  package var roles: [String: [String]] = [:]
  /// In the order of the file.
  package var answers: [Answer] = []

  package struct Answer: Sendable, Equatable {
    /// The question's full name: `goal`, `closing.again`.
    package let id: String
    package let value: YAMLNode
    /// Where its name stands in the file.
    package let span: SourceSpan
  }

  /// The answer to a question; nil where the file has none, blank (`~`) where it is not asked.
  package subscript(id: String) -> YAMLNode? { answers.first { $0.id == id }?.value }
}
