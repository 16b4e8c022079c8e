/// A reader for tests: it plays a list of outcomes and keeps what it was asked and told.
package final class ScriptedReader: LineReader {
  private var outcomes: [ReadOutcome]
  private var edits: [EditedText]
  /// The prompts of all reads so far, with what stood in the line.
  package private(set) var asked: [(prompt: String, prefill: String)] = []
  /// All messages so far.
  package private(set) var announced: [String] = []

  /// Plays the outcomes in order, then says that the input has ended.
  package init(outcomes: [ReadOutcome], edits: [EditedText] = []) {
    self.outcomes = outcomes.reversed()
    self.edits = edits.reversed()
  }

  /// Plays typed lines in order; a line with a newline in it counts as pasted.
  package convenience init(lines: [String]) {
    self.init(outcomes: lines.map { .line($0, pasted: $0.contains("\n")) })
  }

  package func readLine(_ request: ReadRequest) -> ReadOutcome {
    asked.append((request.prompt.string, request.prefill))
    return outcomes.popLast() ?? .endOfInput(draft: request.prefill)
  }

  package func announce(_ text: StyledText) {
    announced.append(text.string)
  }

  package func editText(_ text: String) -> EditedText {
    edits.popLast() ?? .unavailable(reason: "There is no editor here.")
  }
}
