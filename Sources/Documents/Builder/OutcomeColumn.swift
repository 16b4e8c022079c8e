import Outcomes

/// A column of a table of outcomes: what it is called and what stands in it.
struct OutcomeColumn {
  let header: String
  /// Left out where no outcome has anything in it.
  let isOptional: Bool
  let alignment: TextTable.Alignment
  let cell: (Outcome) -> [Inline]

  init(
    _ header: String, isOptional: Bool = false, _ alignment: TextTable.Alignment = .leading,
    _ cell: @escaping (Outcome) -> [Inline]
  ) {
    self.header = header
    self.isOptional = isOptional
    self.alignment = alignment
    self.cell = cell
  }
}

extension TextTable {
  /// One row an outcome; empty optional columns are left out.
  init(_ outcomes: [Outcome], _ columns: [OutcomeColumn]) {
    let cells = columns.map { column in outcomes.map { column.cell($0) } }
    let kept = columns.indices.filter { place in
      !columns[place].isOptional || cells[place].contains { !$0.isEmpty }
    }
    self.init(
      kept.map { Column(columns[$0].header, columns[$0].alignment) },
      outcomes.indices.map { row in kept.map { cells[$0][row] } })
  }
}
