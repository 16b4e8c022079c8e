import Console
import Documents
import Facilitation
import Outcomes
import Session
import Values

/// Shows what the facilitator says, on a terminal of any width, with colour or without.
struct UtterancePrinter {
  let output: Output
  let columns: Int
  let isPlain: Bool

  func print(_ utterances: [Utterance], _ session: MeetingSession) {
    for utterance in utterances { output.lines(lines(utterance, session)) }
  }

  private func lines(_ utterance: Utterance, _ session: MeetingSession) -> [StyledText] {
    switch utterance {
    case .section(let number, let total, let title, let time):
      return [""] + section(number, total, title, time)
    case .words(let words): return wrapped(words, .plain, indent: "  ")
    case .question(let words): return wrapped(words, .bold)
    case .tip(let words): return wrapped(words, .dim, indent: "  ")
    case .noted(let words): return wrapped(words, .good, indent: "   ")
    case .hint(let words): return wrapped(words, .dim, indent: "   ")
    case .warning(let words): return wrapped("! " + words, .warn, indent: "   ")
    case .problem(let words): return wrapped(words, .bad, indent: "   ")
    case .entries(let entries): return rows(entries, labelStyle: .accent)
    case .table(let entries): return rows(entries, labelStyle: .accent)
    case .bars(let bars): return self.bars(bars)
    case .part(let part, let bindings):
      return document(part, bindings, session)
    }
  }

  private func section(_ number: Int, _ total: Int, _ title: String, _ time: String?)
    -> [StyledText]
  {
    if isPlain {
      return [StyledText("Section \(number) of \(total): \(title)" + (time.map { ", \($0)" } ?? ""))]
    }
    let dots =
      String(repeating: "●", count: max(0, number - 1))
      + String(repeating: "○", count: max(0, total - number + 1))
    let head = "── \(number) of \(total) · \(title) " + (time.map { "─ \($0) " } ?? "") + "─ "
    guard DisplayText.width(of: head) + total <= columns else {
      return wrapped("── \(number) of \(total) · \(title)" + (time.map { " ─ \($0)" } ?? ""), .heading)
    }
    return [StyledText(head, .heading) + StyledText(dots, .accent)]
  }

  private func wrapped(_ text: String, _ style: Style, indent: String = "") -> [StyledText] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      TextWrap.lines(String(line), width: columns, indent: indent).map { StyledText($0, style) }
    }
  }

  /// Labels in a column of their own, the text beside it, wrapped under itself.
  private func rows(_ entries: [Utterance.Entry], labelStyle: Style) -> [StyledText] {
    let widest = entries.map { DisplayText.width(of: $0.label) }.max() ?? 0
    let label = min(widest, max(6, columns / 3))
    return entries.flatMap { entry -> [StyledText] in
      let indent = String(repeating: " ", count: label + 5)
      let isLong = DisplayText.width(of: entry.label) > label
      let lines = TextWrap.lines(entry.text, width: columns, indent: indent)
      let head = StyledText("   " + DisplayText.padded(entry.label, to: label), labelStyle)
      if isLong { return [head] + lines.map { StyledText($0) } }
      let first = StyledText("  " + (lines.first.map { $0.trimmed } ?? ""))
      return [head + first] + lines.dropFirst().map { StyledText($0) }
    }
  }

  private func bars(_ bars: [Utterance.Bar]) -> [StyledText] {
    let most = max(1, bars.map(\.count).max() ?? 1)
    let widest = min(bars.map { DisplayText.width(of: $0.label) }.max() ?? 0, columns / 2)
    let room = max(5, min(30, columns - widest - 12))
    return bars.map { bar in
      let label = DisplayText.truncated(bar.label, to: widest)
      if isPlain { return StyledText("   \(bar.label): \(bar.count)") }
      let length = max(bar.count > 0 ? 1 : 0, bar.count * room / most)
      return "   \(DisplayText.padded(label, to: widest))  \(String(repeating: "█", count: length), .accent) \(bar.count)"
    }
  }

  /// A part of a document as plain text.
  private func document(
    _ part: DocumentPartReference, _ bindings: Bindings, _ session: MeetingSession
  ) -> [StyledText] {
    let builder = DocumentBuilder(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session))
    let blocks = builder.blocks(part, bindings)
    guard !blocks.isEmpty else { return [] }
    let text = PlainTextWriter.write(
      Document(id: "part", title: "", blocks: blocks), width: max(20, columns - 3))
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init).trimmingEmpty.map { StyledText($0.isEmpty ? "" : "   " + $0) }
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

/// Words broken into lines by display width.
enum TextWrap {
  static func lines(_ text: String, width: Int, indent: String = "") -> [String] {
    let room = max(8, width - DisplayText.width(of: indent))
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let joined = line.isEmpty ? word : line + " " + word
      if DisplayText.width(of: joined) <= room || line.isEmpty {
        line = joined
      } else {
        lines.append(line)
        line = word
      }
    }
    lines.append(line)
    return lines.map { indent + $0 }
  }
}
