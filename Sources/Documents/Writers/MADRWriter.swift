package import Outcomes
import PlaybookLanguage
import Session
import Values

/// A decision as a record of MADR 4.0.
///
/// See https://adr.github.io/madr/.
package enum MADRWriter {
  /// One text for one decision; sections without anything in them are left out.
  package static func write(_ decision: Outcome, _ builder: DocumentBuilder) -> String {
    let because = words("because", decision, builder)
    var parts = [frontMatter(decision, builder), "# " + MarkdownText.escape(decision.text)]
    parts.append("## Context and Problem Statement")
    parts.append(MarkdownText.inlines([.text(builder.meetingTitle + ", " + builder.meetingWords)]))
    if let options = words("options", decision, builder) {
      parts += ["## Considered Options", list(options)]
    }
    let reason = because.map { ", because " + inline($0) } ?? ""
    // A reason that was written as a sentence has its full stop.
    let stop = reason.hasSuffix(".") ? "" : "."
    parts.append("## Decision Outcome")
    parts.append("Chosen option: “\(MarkdownText.escape(decision.text))”\(reason)\(stop)")
    parts += section("### Consequences", "consequences", decision, builder)
    parts += section("### Confirmation", "confirm", decision, builder)
    parts += more(decision, builder)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func frontMatter(_ decision: Outcome, _ builder: DocumentBuilder) -> String {
    let status = decision.isDisputed ? "proposed" : "accepted"
    let by = words("by", decision, builder)?.plainLine ?? ""
    let others = builder.session.state.people.filter { !by.contains($0.name) }
    let people = others.map { JSONValue.string($0.name).printable }
    return """
      ---
      status: \(status)
      date: \(builder.details.date.iso)
      decision-makers: \(by.isEmpty ? "[]" : "[\(JSONValue.string(by).printable)]")
      consulted: [\(people.joined(separator: ", "))]
      ---
      """
  }

  private static func section(
    _ heading: String, _ field: String, _ decision: Outcome, _ builder: DocumentBuilder
  ) -> [String] {
    words(field, decision, builder).map { [heading, list($0)] } ?? []
  }

  private static func more(_ decision: Outcome, _ builder: DocumentBuilder) -> [String] {
    let against = words("against", decision, builder).map { "Against: " + inline($0) }
    let review = words("review", decision, builder).map { "Look again: " + inline($0) }
    let dispute = builder.disputeWords(decision).map { MarkdownText.escape($0) }
    let lines = [against, review, dispute].compactMap { $0 }
    return lines.isEmpty ? [] : ["## More Information"] + lines
  }

  private static func words(_ field: String, _ decision: Outcome, _ builder: DocumentBuilder)
    -> [Inline]?
  {
    let words = builder.field(field, decision)
    return words.isEmpty || words.plain == "–" ? nil : words
  }

  private static func inline(_ words: [Inline]) -> String {
    MarkdownText.inlines(words, lineBreak: "; ", atLineStart: false)
  }

  private static func list(_ words: [Inline]) -> String {
    words.split(separator: .lineBreak).map { "* " + MarkdownText.inlines(Array($0)) }
      .joined(separator: "\n")
  }
}
