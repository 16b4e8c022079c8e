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

  /// Further to the right than this, only the place is written, not the line.
  static let farthestColumn = 20_000
  /// Words of a playbook are quoted up to this many columns.
  static let widestMessage = 300

  private let sources: [String: String]

  /// `sources` holds the text of each file by the name that its diagnostics carry; of others only
  /// the place is written.
  package init(sources: [String: String]) {
    self.sources = sources
  }

  /// A line without its break, which is one of those that positions are counted by: `\n`, `\r\n`,
  /// `\r`; nil behind the last.
  private static func line(_ number: Int, of text: String) -> Substring? {
    let bytes = text.utf8
    var start = bytes.startIndex
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        return nil
      }
      start = bytes.index(after: end)
      let isPair = bytes[end] == 0x0D && start < bytes.endIndex && bytes[start] == 0x0A
      if isPair { start = bytes.index(after: start) }
    }
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
    return text[start..<(end ?? bytes.endIndex)]
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
    // A single character may have thousands of marks, so bytes are counted before columns.
    let short = text.utf8.count <= 4_096 ? text : String(text.unicodeScalars.prefix(1_024))
    let line = DisplayText.visible(short).replacing("\n", with: " ")
    return DisplayText.truncated(line, to: Self.widestMessage)
  }

  // MARK: - The source line

  private struct Excerpt {
    let line: String
    let indent: String
    let caret: String
  }

  private func excerpt(_ span: SourceSpan) -> Excerpt? {
    guard let window = window(span) else { return nil }
    let characters = window.characters
    let start = min(max(0, span.column - 1 - window.cut), characters.count)
    let end = min(max(start, start + span.length), characters.count)
    var before = drawn(characters[..<start])
    let marked = drawn(characters[start..<end])
    let after = drawn(characters[end...])
    let width = max(1, DisplayText.width(of: marked))
    if window.cut > 0 || DisplayText.width(of: before + marked + after) > Self.widestLine {
      before = DisplayText.width(of: before) > 40 ? "…" + String(before.suffix(38)) : before
    }
    let line = DisplayText.truncated(before + marked + after, to: Self.widestLine)
    let room = max(1, Self.widestLine - DisplayText.width(of: before))
    return Excerpt(
      line: line, indent: String(repeating: " ", count: DisplayText.width(of: before)),
      caret: "^" + String(repeating: "~", count: min(width, room) - 1))
  }

  /// The characters of the line around the span, and how many before them were cut; nil where there
  /// is no such line, or where it is no line for people.
  private func window(_ span: SourceSpan) -> (characters: [Character], cut: Int)? {
    guard span.column <= Self.farthestColumn, let text = sources[span.file],
      let line = Self.line(span.line, of: text)
    else { return nil }
    let cut = span.column > 400 ? span.column - 200 : 0
    let kept = line.dropFirst(cut).prefix(span.column - cut + min(span.length, 200) + 200)
    guard kept.utf8.count <= 8_192 else { return nil }
    return (Array(kept), cut)
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
