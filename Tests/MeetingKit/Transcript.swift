import Facilitation
import Session

/// A conversation as text: the prompt and what is typed on one line, what is said below it.
///
/// `people> Ana, Bo` is a typed line, `[£6]` before the `>` is what stands in the line already.
/// `⏎` is a line end inside a paste, `(killed)` a line at which the process dies and is resumed.
/// What is said is indented: `✓` noted, `✗` a problem, `·` a hint, `?` a question, `|` entries.
package struct Transcript {
  package private(set) var lines: [String] = []
  package private(set) var meeting: TestMeeting
  private let showsOpenings: Bool

  package init(_ meeting: TestMeeting, showsOpenings: Bool = false) {
    self.meeting = meeting
    self.showsOpenings = showsOpenings
  }

  /// Types what a transcript types, and gives the whole conversation as it went.
  package static func replay(
    _ transcript: String, _ meeting: TestMeeting, showsOpenings: Bool = false
  ) -> (text: String, meeting: TestMeeting) {
    var now = Transcript(meeting, showsOpenings: showsOpenings)
    for line in transcript.split(separator: "\n").map(String.init) {
      guard !line.hasPrefix("  "), let mark = mark(in: line) else { continue }
      let typed = line[line.index(after: mark)...].drop { $0 == " " }
      if typed.isEmpty, line == transcript.split(separator: "\n").last.map(String.init) { continue }
      now.type(typed == "⏎" ? "" : String(typed))
    }
    now.lines.append(now.label + ">")
    return (now.lines.joined(separator: "\n"), now.meeting)
  }

  /// The sign behind the label; what stands in the line already may hold one too.
  private static func mark(in line: String) -> String.Index? {
    let signs = line.indices.filter { line[$0] == ">" }
    return signs.first { $0 > line.startIndex && line[line.index(before: $0)] == "]" }
      ?? signs.first
  }

  private var label: String {
    let prompt = meeting.prompt
    let offer = prompt.offer.isEmpty ? "" : " [\(prompt.offer)]"
    return prompt.label + offer
  }

  private mutating func type(_ typed: String) {
    if showsOpenings { lines += meeting.prompt.opening.flatMap(Self.words) }
    lines.append("\(label)> \(typed.isEmpty ? "⏎" : typed)")
    guard typed != "(killed)" else { return meeting.kill() }
    let text = String(typed.map { $0 == "⏎" ? "\n" : $0 })
    let reply = meeting.type(text, isPasted: text.contains("\n"))
    lines += reply.consequences.flatMap(Self.words)
    lines += reply.decision.say.flatMap(Self.words)
    if let dialog = reply.decision.dialog, !dialog.options.isEmpty {
      lines.append("  ? \(dialog.question)")
    }
    if let refill = reply.decision.refill, !refill.isEmpty { lines.append("  [\(refill)]") }
    if let draft = reply.decision.draft { lines.append("  draft \(draft.address): \(draft.text)") }
  }

  private static func words(_ said: Utterance) -> [String] {
    switch said {
    case .section(let number, let count, let title, _): ["  § \(number)/\(count) \(title)"]
    case .words(let words): ["  “\(words)”"]
    case .question(let words): ["  ? \(words)"]
    case .tip(let words): ["  tip \(words)"]
    case .noted(let words): ["  ✓ \(words)"]
    case .hint(let words): ["  · \(words)"]
    case .warning(let words): ["  ! \(words)"]
    case .problem(let words): ["  ✗ \(words)"]
    case .entries(let entries), .table(let entries):
      entries.map { entry in
        entry.text.isEmpty ? "  | \(entry.label)" : "  | \(entry.label) \(entry.text)"
      }
    case .bars(let bars): bars.map { "  = \($0.label) \($0.count)" }
    case .grid(let columns, let rows):
      rows.map { row in
        let parts = zip(columns, row.cells).filter { !$0.1.isEmpty }.map { "\($0) \($1)" }
        return "  # \(row.label): \(parts.joined(separator: ", "))"
      }
    case .part: ["  (a picture)"]
    }
  }
}
