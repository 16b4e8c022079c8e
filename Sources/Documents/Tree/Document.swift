/// A document as a tree: what is printed, before it is known in which format.
///
/// Words are kept as they were said. Nothing in the tree is escaped; each writer escapes for its
/// own format, and only there.
package struct Document: Sendable, Equatable {
  /// The name that asks for it and ends its file's name: `agreement`, `minutes`.
  package let id: String
  /// Plain words.
  package let title: String
  package var blocks: [Block]

  package init(id: String, title: String, blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// One block of a document, from top to bottom.
package enum Block: Sendable, Equatable {
  /// Levels count from 2; 1 is the document's own title.
  case heading(level: Int, [Inline])
  case paragraph([Inline])
  case list(TextList)
  case table(TextTable)
  case chart(Chart)
  case canvas([CanvasField])
  case signatures(SignatureTable)
  case rule
}

/// Lines with a mark in front: points, numbers, or boxes to tick.
package struct TextList: Sendable, Equatable {
  package enum Style: String, Sendable { case bulleted, numbered, tasks }

  package struct Entry: Sendable, Equatable {
    package let words: [Inline]
    /// For tasks: whether the box is ticked.
    package let isDone: Bool

    package init(_ words: [Inline], isDone: Bool = false) {
      self.words = words
      self.isDone = isDone
    }
  }

  package let style: Style
  package let entries: [Entry]

  package init(_ style: Style, _ entries: [Entry]) {
    self.style = style
    self.entries = entries
  }
}

/// Rows of cells under a header; a cell is a run of words.
package struct TextTable: Sendable, Equatable {
  package enum Alignment: String, Sendable { case leading, trailing }

  package struct Column: Sendable, Equatable {
    package let header: String
    package let alignment: Alignment

    package init(_ header: String, _ alignment: Alignment = .leading) {
      self.header = header
      self.alignment = alignment
    }
  }

  package let columns: [Column]
  /// As many cells in each row as there are columns.
  package let rows: [[[Inline]]]

  package init(_ columns: [Column], _ rows: [[[Inline]]]) {
    self.columns = columns
    self.rows = rows.map { row in
      Array((row + Array(repeating: [], count: columns.count)).prefix(columns.count))
    }
  }
}

/// One field of a canvas: what it is called and what stands in it.
package struct CanvasField: Sendable, Equatable {
  package let title: String
  package let lines: [[Inline]]

  package init(title: String, lines: [[Inline]]) {
    self.title = title
    self.lines = lines
  }
}
