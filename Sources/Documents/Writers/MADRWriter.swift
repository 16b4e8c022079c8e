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
    DecisionRecord(decision: decision, builder: builder).parts.joined(separator: "\n\n") + "\n"
  }
}

/// The parts of a record, with the headings of MADR's template in its order.
private struct DecisionRecord {
  let decision: Outcome
  let builder: DocumentBuilder

  var parts: [String] {
    [frontMatter, "# " + MarkdownText.escape(decision.text)]
      + [builder.audience].compactMap { $0 }.map { MarkdownText.inlines($0) }
      + section("## Context and Problem Statement", context.isEmpty ? [meeting] : context)
      + section("## Decision Drivers", bullets(entries("drivers")))
      + section("## Considered Options", bullets(considered.map(builder.cell)))
      + ["## Decision Outcome", outcome]
      + section("### Consequences", bullets(consequences))
      + section("### Confirmation", bullets(entries("confirm")))
      + section("## Pros and Cons of the Options", arguments)
      + section("## More Information", more)
  }

  private func section(_ heading: String, _ parts: [String]) -> [String] {
    parts.isEmpty ? [] : [heading] + parts
  }

  private func bullets(_ lines: [[Inline]]) -> [String] {
    guard !lines.isEmpty else { return [] }
    return [
      lines.map { "* " + MarkdownText.inlines($0, lineBreak: "\\\n  ") }
        .joined(separator: "\n")
    ]
  }

  // MARK: What was asked, and what came of it

  private var meeting: String { line([.text(builder.meetingTitle + ", " + builder.meetingWords)]) }

  private var context: [String] {
    (entries("question") + entries("context")).map { MarkdownText.inlines($0) }
  }

  private var options: [Value] { Self.flat(decision["options"]) }

  /// What was taken stands among them, also where the playbook lists only what else there was.
  private var considered: [Value] {
    let isListed = options.contains { words($0) == chosen }
    return options.isEmpty || isListed ? options : [.text(chosen)] + options
  }

  private var chosen: String {
    let whole = decision.text.singleLine
    let said = Self.flat(decision["chosen"]).first.map(words)
    return said ?? options.map(words).first { whole.hasSuffix($0) } ?? whole
  }

  private var outcome: String {
    let reason = Array(entries("because").joined(separator: [.lineBreak]))
    let because = reason.isEmpty ? "" : ", " + Self.because(line(reason))
    // A reason that was written as a sentence has its full stop.
    let stop = because.last.map { ".!?".contains($0) } == true ? "" : "."
    return "Chosen option: “\(MarkdownText.escape(chosen))”\(because)\(stop)"
  }

  /// A reason that was written as a sentence of its own keeps its capital, behind a colon.
  private static func because(_ words: String) -> String {
    words.first?.isUppercase == true ? "because: \(words)" : "because \(words)"
  }

  private var consequences: [[Inline]] {
    entries("easier").map { [.text("Easier: ")] + $0 }
      + entries("harder").map { [.text("Harder: ")] + $0 } + entries("consequences")
  }

  /// For each option what is good and what is bad about it.
  private var arguments: [String] {
    let said = [("Good", "pros"), ("Bad", "cons")].map { word, field -> [[String]] in
      guard case .list(let values) = decision[field], values.count == options.count else {
        return options.map { _ in [] }
      }
      return values.map {
        Self.flat($0).map { "* \(word), " + Self.because(line(builder.cell($0))) }
      }
    }
    return options.indices.flatMap { place -> [String] in
      let lines = said.flatMap { $0[place] }
      return section(
        "### " + MarkdownText.escape(words(options[place])),
        lines.isEmpty ? [] : [lines.joined(separator: "\n")])
    }
  }

  private var more: [String] {
    let named = [("Against: ", "against"), ("Look again: ", "review")].compactMap { name, field in
      let words = builder.field(field, decision)
      return words.isEmpty || words.plain == "–" ? nil : name + line(words)
    }
    return named
      + [builder.disputeWords(decision).map { MarkdownText.escape($0) }].compactMap { $0 }
      + (context.isEmpty ? [] : [meeting])
  }

  // MARK: Who

  private var frontMatter: String {
    let deciders = names("by")
    let informed = names("informed")
    let heard = decision["consulted"] == .blank ? others(than: informed) : names("consulted")
    return """
      ---
      status: \(decision.isDisputed ? "proposed" : "accepted")
      date: \(builder.details.date.iso)
      decision-makers: \(Self.yaml(deciders))
      consulted: \(Self.yaml(heard.filter { !Self.has($0, deciders) }))\
      \(informed.isEmpty ? "" : "\ninformed: " + Self.yaml(informed))
      ---
      """
  }

  private func others(than told: [String]) -> [String] {
    builder.session.state.people.map(\.name).filter { !Self.has($0, told) }
  }

  private static func has(_ name: String, _ names: [String]) -> Bool {
    names.contains { TextFolding.fold($0) == TextFolding.fold(name) }
  }

  private static func yaml(_ names: [String]) -> String {
    JSONValue.array(names.map { .string($0) }).printable.replacing("\",\"", with: "\", \"")
  }

  /// People one by one; words that name several people of the room are taken apart.
  private func names(_ field: String) -> [String] {
    let known = builder.session.state.people.map(\.name)
    return Self.flat(decision[field]).flatMap { value -> [String] in
      let whole = words(value)
      let apart = Owners.apart(whole)
      return apart.allSatisfy { Self.has($0, known) } ? apart : [whole]
    }
  }

  // MARK: Words

  private static func flat(_ value: Value) -> [Value] {
    switch value {
    case .blank: []
    case .text(let words) where words.trimmed.isEmpty: []
    case .list(let values): values.flatMap(flat)
    default: [value]
    }
  }

  private func words(_ value: Value) -> String { builder.text(of: value).singleLine }

  private func entries(_ field: String) -> [[Inline]] {
    Self.flat(decision[field]).map(builder.cell)
  }

  private func line(_ words: [Inline]) -> String {
    MarkdownText.inlines(words, lineBreak: "; ", atLineStart: false)
  }
}
