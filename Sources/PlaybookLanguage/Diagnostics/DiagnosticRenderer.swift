package import Values

/// Draws diagnostics for people: place, what is wrong, the source line with a caret, how to mend it.
///
///     pre-mortem.yaml:62:9: error[P203]: 'likelyhood' is not something we ask
///     62 |     if: risk.likelyhood >= 2
///        |              ^~~~~~~~~~ did you mean risk.rating.likelihood?
///        = it comes from 'rating', asked for every item of 'worst' (line 55)
package struct DiagnosticRenderer: Sendable {
  /// What a run of words is, for whoever colours it; no escape codes here.
  package enum Role: Sendable, Hashable {
    case place, error, warning, message, gutter, source, caret, note
  }

  package struct Run: Sendable, Equatable {
    package let text: String
    package let role: Role

    package init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  /// Source lines longer than this are cut around the caret, in columns.
  static let widestLine = 100

  private let sources: [String: [Substring]]

  /// `sources` holds the text of each file by the name that its diagnostics carry; of others only
  /// the place is written.
  package init(sources: [String: String]) {
    self.sources = sources.mapValues { text in
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
  }

  /// All of them as plain text, a blank line between; ends in a newline unless there are none.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      lines(diagnostic).map { line in line.map(\.text).joined() + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// One diagnostic's lines, in runs with a role each.
  package func lines(_ diagnostic: Diagnostic) -> [[Run]] {
    let number = "\(diagnostic.span.line)"
    let blank = String(repeating: " ", count: number.count)
    var lines = [heading(diagnostic)]
    if let source = excerpt(diagnostic.span) {
      lines.append([Run("\(number) | ", .gutter), Run(source.line, .source)])
      let caret = [Run("\(blank) | ", .gutter), Run(source.indent + source.caret, .caret)]
      lines.append(caret + (diagnostic.label.map { [Run(" " + shown($0), .caret)] } ?? []))
    } else if let label = diagnostic.label {
      lines.append([Run("\(blank) = ", .gutter), Run(shown(label), .note)])
    }
    for note in diagnostic.notes {
      lines.append([Run("\(blank) = ", .gutter), Run(shown(note), .note)])
    }
    return lines
  }

  private func heading(_ diagnostic: Diagnostic) -> [Run] {
    let span = diagnostic.span
    let role: Role = diagnostic.severity == .error ? .error : .warning
    return [
      Run("\(shown(span.file)):\(span.line):\(span.column): ", .place),
      Run("\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]", role),
      Run(": " + shown(diagnostic.message), .message),
    ]
  }

  private func shown(_ text: String) -> String {
    DisplayText.visible(text).replacing("\n", with: " ")
  }

  // MARK: - The source line

  private struct Excerpt {
    let line: String
    let indent: String
    let caret: String
  }

  private func excerpt(_ span: SourceSpan) -> Excerpt? {
    guard let lines = sources[span.file], lines.indices.contains(span.line - 1) else { return nil }
    let characters = Array(lines[span.line - 1])
    let start = min(max(0, span.column - 1), characters.count)
    let end = min(max(start, start + span.length), characters.count)
    var before = drawn(characters[..<start])
    let marked = drawn(characters[start..<end])
    let after = drawn(characters[end...])
    let width = max(1, DisplayText.width(of: marked))
    var line = before + marked + after
    if DisplayText.width(of: line) > Self.widestLine {
      before = DisplayText.width(of: before) > 40 ? "…" + String(before.suffix(38)) : before
      line = DisplayText.truncated(before + marked + after, to: Self.widestLine)
    }
    let room = max(1, Self.widestLine - DisplayText.width(of: before))
    return Excerpt(
      line: line, indent: String(repeating: " ", count: DisplayText.width(of: before)),
      caret: "^" + String(repeating: "~", count: min(width, room) - 1))
  }

  /// As it is shown: a tab is a space, so that the caret stands where it should.
  private func drawn(_ characters: ArraySlice<Character>) -> String {
    DisplayText.visible(String(characters)).replacing("\t", with: " ")
  }
}

extension Diagnostic {
  /// For editors: `huddle check --json`.
  package var json: JSONValue {
    [
      "file": .string(span.file), "line": .number(Number(span.line)),
      "column": .number(Number(span.column)), "length": .number(Number(span.length)),
      "severity": .string(severity.rawValue), "code": .string(rule.code),
      "rule": .string(rule.name), "message": .string(message),
      "label": label.map { .string($0) } ?? .null, "notes": .array(notes.map { .string($0) }),
    ]
  }
}
