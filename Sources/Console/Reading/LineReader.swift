/// Where lines come from: a terminal, a pipe, or a test.
///
/// Every outcome but a line carries what was typed so far, so that a caller cannot forget it.
package protocol LineReader: AnyObject {
  /// Reads one line, and returns when there is one or when there will be none.
  func readLine(_ request: ReadRequest) -> ReadOutcome

  /// Shows a message above the line that is being typed, or below what was written last.
  func announce(_ text: StyledText)

  /// What to do with text that stands in the line already; empty where nobody needs to know.
  var wordsOnPrefill: String { get }

  /// Gives the terminal back as it was found, before another program takes it over.
  func release()

  /// Hands a text to the editor that `$VISUAL` or `$EDITOR` names, and returns it as it was left.
  func editText(_ text: String) -> EditedText
}

extension LineReader {
  /// A reader that nobody sits at.
  package var wordsOnPrefill: String { "" }

  /// Nothing to give back, where nothing was taken.
  package func release() {}
}
