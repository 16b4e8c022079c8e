import Values

/// A piece of a document that can be found and stands for itself: an answer, an entry, a row.
package struct Passage: Sendable, Equatable {
  /// The heading that it stands under.
  package let section: String
  /// The question that it answers; nil where its section says enough.
  package let question: String?
  /// Its words, cell by cell, each on one line; cells with nothing in them are left out.
  package let cells: [String]

  /// As one line.
  package var words: String { cells.joined(separator: " · ") }

  /// Whether another says all that this one does: a row of which it has every cell, be it with an
  /// id more or a day without its year.
  func isWithin(_ other: Passage) -> Bool {
    guard cells.count > 1 else { return other.cells.contains(cells[0]) }
    return cells.allSatisfy { cell in
      other.cells.contains { $0.contains(cell) || $0.count > 3 && cell.hasPrefix($0) }
    }
  }
}

extension [Block] {
  /// What people said, from top to bottom: no headings, questions or pictures.
  package var passages: [Passage] {
    var section = ""
    var question: String?
    var passages: [Passage] = []
    func add(_ cells: [[Inline]], _ question: String? = nil) {
      let words = cells.map(\.plainLine).filter { !["", "–"].contains($0) }
      guard !words.isEmpty else { return }
      passages.append(Passage(section: section, question: question, cells: words))
    }
    for block in self {
      switch block {
      case .heading(_, let words): (section, question) = (words.plainLine, nil)
      case .paragraph(let words):
        if case .strong(let asked)? = words.first, words.count == 1 {
          question = asked
        } else {
          add([words], question)
        }
      case .list(let list): for entry in list.entries { add([entry.words], question) }
      case .table(let table): for row in table.rows { add(row) }
      case .signatures(let signatures): for row in signatures.table.rows { add(row) }
      case .canvas(let fields):
        for field in fields { for line in field.lines { add([line], field.title) } }
      case .chart, .rule: break
      }
    }
    return passages
  }
}
