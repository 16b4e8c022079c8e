import Values

/// What people call the rows of a plan where one comes after another: a row's words, its place in the
/// table (`2`), or its id (`A7`).
package struct RowNames {
  package struct Row {
    package let id: String
    package let words: String
  }

  private let rows: [Row]
  private let byWords: [String: Row]

  /// Rows in the order in which they stand.
  package init(_ rows: [(id: String, words: String)]) {
    self.rows = rows.map { Row(id: $0.id, words: $0.words) }
    byWords = Dictionary(
      self.rows.map { (TextFolding.fold($0.words), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The rows that a cell names; what names none is passed over.
  package func rows(in text: String) -> [Row] { pieces(text).compactMap(\.row) }

  /// The same words with each row by its own: `2, budget is there` → `set up servers, budget is …`.
  ///
  /// A number says nothing beside rows without numbers, and an id nothing in another meeting.
  package func spelledOut(_ text: String) -> String {
    guard pieces(text).contains(where: { $0.row != nil }) else { return text }
    return pieces(text).map { $0.row?.words ?? $0.words }.joined(separator: ", ")
  }

  private func pieces(_ text: String) -> [(row: Row?, words: String)] {
    if let whole = row(text) { return [(whole, text)] }
    return text.split(separator: ",").map { piece in
      let words = String(piece).trimmed
      return (row(words), words)
    }
  }

  private func row(_ words: String) -> Row? {
    let name = words.trimmed
    if let row = byWords[TextFolding.fold(name)] { return row }
    if let number = Int(name) {
      return rows.indices.contains(number - 1) ? rows[number - 1] : row(numbered: number)
    }
    return rows.first { $0.id.lowercased() == name.lowercased() }
  }

  private func row(numbered number: Int) -> Row? {
    rows.first { Int($0.id.drop { !$0.isNumber }) == number }
  }
}
