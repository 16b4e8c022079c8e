/// What one Tab does: how the line goes on, and what is listed below it.
struct CompletionStep: Sendable, Equatable {
  let completions: [Completion]
  /// Scalars before the cursor that the replacement takes the place of.
  let replacedCount: Int
  /// What they become; `nil` when nothing can be added for certain.
  let replacement: String?

  /// Whether there is nothing to suggest.
  var isEmpty: Bool { completions.isEmpty }

  /// - Parameters:
  ///   - before: the line up to the cursor.
  ///   - isAtEnd: whether the cursor is at the line's end, where a blank may follow.
  init(before: String, completions: [Completion], isAtEnd: Bool) {
    self.completions = completions
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let typed = completions.first?.replacedCount.map { before.suffix(max(0, $0)) } ?? word
    replacedCount = typed.unicodeScalars.count
    if completions.count == 1, let only = completions.first {
      // A folder goes on with what is in it.
      let ends = [" ", "/"].contains(only.replacement.last) || !isAtEnd
      replacement = only.replacement + (ends ? "" : " ")
    } else {
      let shared = Self.sharedStart(completions.map(\.replacement))
      replacement = shared.count > typed.count ? shared : nil
    }
  }

  private static func sharedStart(_ texts: [String]) -> String {
    guard var shared = texts.first else { return "" }
    for text in texts {
      shared = String(zip(shared, text).prefix { $0 == $1 }.map(\.0))
    }
    return shared
  }

  /// The suggestions, one to a line: the text, and beside it what it is.
  func list(columns: Int) -> [StyledText] {
    guard completions.count > 1 else { return [] }
    let width =
      completions.map { DisplayWidth.of(TerminalText.visibleLine($0.replacement)) }
      .max() ?? 0
    let first = min(width, max(8, columns / 2))
    return completions.map { completion in
      let name = DisplayWidth.truncated(
        TerminalText.visibleLine(completion.replacement), to: first)
      let rest = columns - first - 5
      let what = DisplayWidth.truncated(
        TerminalText.visibleLine(completion.description), to: max(0, rest))
      return what.isEmpty
        ? StyledText("  \(name)", .accent)
        : "  \(DisplayWidth.padded(name, to: first), .accent)  \(what, .dim)"
    }
  }
}
