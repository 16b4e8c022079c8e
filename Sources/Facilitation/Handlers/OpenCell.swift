import Session
import Values

/// A cell of a row that is still to be asked for.
package struct OpenCell: Sendable, Equatable {
  /// The row's id.
  var item: String
  let column: String
  /// What stands there and could mean several things: which, is asked.
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
  /// Words of cells that could mean several things, by their columns.
  var doubts: [String: String] = [:]
  /// Columns of which the line says that nobody knows: they are not asked for again.
  var unknown: Set<String> = []
  /// Who said it, in a chat.
  var by: String?

  init(_ cells: [JSONValue.Member] = []) { self.cells = cells }

  var isEmpty: Bool { cells.isEmpty && doubts.isEmpty }
}
