import Session
import Values

/// A cell of a row that is still to be asked for.
package struct OpenCell: Sendable, Equatable {
  /// The row's id.
  var item: String
  let column: String
  /// What was typed there and could mean several things, or cannot be read: it is asked about.
  var words: String?

  init(_ item: String, _ column: String, words: String? = nil) {
    self.item = item
    self.column = column
    self.words = words
  }
}

/// A row as a line was read: what is certain, what is to be asked, and what was left open.
struct ReadRow {
  var cells: [JSONValue.Member] = []
  /// Words of cells that are not certain, by their columns; none where only they are missing.
  var doubts: [String: String] = [:]
  /// Columns of which the line says that nobody knows: they are not asked for again.
  var unknown: Set<String> = []
  /// Times that were typed beside days, which a cell does not keep.
  var times: [String] = []
  /// Who said it, in a chat.
  var by: String?

  init(_ cells: [JSONValue.Member] = []) { self.cells = cells }

  var isEmpty: Bool { cells.isEmpty && doubts.isEmpty }
}
