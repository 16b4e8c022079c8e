import Console
import Documents
import Facilitation
import Outcomes
import PlaybookLanguage
import Session
import Values

/// Shows what the facilitator says, on a terminal of any width, with colour or without.
struct UtterancePrinter {
  let output: Output
  let columns: Int
  let isPlain: Bool
  /// Whether what is meant for whoever runs the meeting is shown.
  var showsTips = true

  func print(_ utterances: [Utterance], _ session: MeetingSession) {
    output.lines(lines(utterances, session))
  }

  func lines(_ utterances: [Utterance], _ session: MeetingSession) -> [StyledText] {
    utterances.flatMap { lines($0, session) }
  }

  private func lines(_ utterance: Utterance, _ session: MeetingSession) -> [StyledText] {
    switch utterance {
    case .section(let number, let total, let title, let time):
      return [""] + section(number, total, title, time)
    case .words(let words): return spoken(words)
    case .question(let words): return wrapped(words, .bold)
    case .tip(let words): return showsTips ? wrapped(words, .dim, indent: 2) : []
    case .noted(let words): return wrapped(words, .good, indent: 3)
    case .hint(let words): return wrapped(words, .dim, indent: 3)
    case .warning(let words): return wrapped("! " + words, .warn, indent: 3)
    case .problem(let words): return wrapped(words, .bad, indent: 3)
    case .entries(let entries): return rows(entries)
    case .table(let entries): return rows(entries)
    case .bars(let bars): return self.bars(bars)
    case .grid(let columns, let rows):
      return indented(
        LetterGrid(columns: columns, rows: rows.map { LetterGrid.Row($0.label, $0.cells) }))
    case .part(let part, let bindings):
      return document(part, bindings, session)
    }
  }

  private func section(_ number: Int, _ total: Int, _ title: String, _ time: String?)
    -> [StyledText]
  {
    if isPlain {
      return [
        StyledText("Section \(number) of \(total): \(title)" + (time.map { ", \($0)" } ?? ""))
      ]
    }
    let dots =
      String(repeating: "●", count: max(0, number - 1))
      + String(repeating: "○", count: max(0, total - number + 1))
    let head = "── \(number) of \(total) · \(title) " + (time.map { "─ \($0) " } ?? "") + "─ "
    guard DisplayText.width(of: head) + total <= columns else {
      return wrapped(
        "── \(number) of \(total) · \(title)" + (time.map { " ─ \($0)" } ?? ""), .heading)
    }
    return [StyledText(head, .heading) + StyledText(dots, .accent)]
  }

  /// Words to be said aloud stand beside a bar, so that the eye finds them.
  private func spoken(_ words: String) -> [StyledText] {
    if isPlain { return wrapped(words, .plain) }
    let room = max(10, columns - 2)
    return wrap(Self.reflowed(words, in: room), width: room).map { "\("│", .accent) \($0)" }
  }

  private func wrapped(_ text: String, _ style: Style, indent: Int = 0) -> [StyledText] {
    let flowing = Self.reflowed(text, in: columns - indent)
    return wrap(flowing, width: columns, indent: indent).map { StyledText($0, style) }
  }

  /// An author's own line breaks stand where each line has room; else the paragraph flows anew.
  static func reflowed(_ text: String, in width: Int) -> String {
    text.split(separator: "\n\n", omittingEmptySubsequences: false).map { paragraph in
      let lines = paragraph.split(whereSeparator: \.isNewline).map(String.init)
      let isList = lines.contains {
        $0.trimmed.hasPrefix("- ") || $0.trimmed.first?.isNumber == true
      }
      guard !isList, lines.contains(where: { DisplayText.width(of: $0) > width }) else {
        return String(paragraph)
      }
      return lines.map(\.trimmed).joined(separator: " ")
    }.joined(separator: "\n\n")
  }

  /// Labels in a column of their own, the text beside it, wrapped under itself.
  private func rows(_ entries: [Utterance.Entry]) -> [StyledText] {
    let widest = entries.map { DisplayText.width(of: $0.label) }.max() ?? 0
    let label = min(widest, max(6, columns / 3))
    return entries.flatMap { entry -> [StyledText] in
      let lines = wrap(entry.text, width: columns, indent: label + 5)
      let head = StyledText("   " + DisplayText.padded(entry.label, to: label), .accent)
      if DisplayText.width(of: entry.label) > label { return [head] + lines.map { StyledText($0) } }
      let first = StyledText("  " + (lines.first?.trimmed ?? ""))
      return [head + first] + lines.dropFirst().map { StyledText($0) }
    }
  }

  private func bars(_ bars: [Utterance.Bar]) -> [StyledText] {
    let most = Double(max(1, bars.map(\.count).max() ?? 1))
    return indented(
      Bars(
        rows: bars.map { bar in
          Bars.Row(
            bar.label, share: Double(bar.count) / most, shown: String(bar.count),
            spoken: bar.count.counted("vote"))
        }
      ))
  }

  private func indented(_ picture: some Widget) -> [StyledText] {
    picture.shown(width: columns - 3, isPlain: isPlain).map { $0.isEmpty ? $0 : "   " + $0 }
  }

  /// A part of a document, its charts as pictures.
  private func document(
    _ part: DocumentPart, _ bindings: Bindings, _ session: MeetingSession
  ) -> [StyledText] {
    let builder = DocumentBuilder(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session))
    let blocks = builder.blocks(of: part, bindings)
    guard !blocks.isEmpty else { return [] }
    return PicturePrinter(columns: columns - 3, isPlain: isPlain).lines(blocks).map {
      $0.isEmpty ? $0 : "   " + $0
    }
  }
}

extension [String] {
  var trimmingEmpty: [String] {
    var lines = self[...]
    while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
    while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }
}
