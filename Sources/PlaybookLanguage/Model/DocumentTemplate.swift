/// A document that a playbook describes: filled from a session, printed by writers.
package struct DocumentTemplate: Sendable, Equatable {
  package var id: String
  package var title: Template
  package var body: [DocumentPart]
  /// Written only where this is yes.
  package var condition: Expression?

  package init(
    id: String, title: Template, body: [DocumentPart], condition: Expression? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.condition = condition
  }
}

/// A part of a document, also shown on the screen by `show:`.
package struct DocumentPart: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case heading, text, answers, table, list, bars, heatmap, pareto, quadrant, gantt, trend
    case canvas, outcomes, signoff
    /// Only `each` or `if` with a `body` of its own.
    case group
  }

  package var kind: Kind
  /// The words of a `heading` or `text`; what each line of a `list` says, where that is written.
  package var text: Template?
  /// What a part names outside expressions.
  ///
  /// Full question ids (`answers`, `canvas`, `gantt`, `trend`), kinds of outcome in the plural
  /// (`actions`), or for `signoff` a question or a document.
  package var names: [String]
  /// What the part runs over: `table: r in worst`.
  package var rows: [LoopClause]
  /// Table columns by header; for charts `x`, `y`, `value`, `label`, `size`.
  package var columns: [Column]
  package var body: [DocumentPart]
  package var condition: Expression?
  package var each: [LoopClause]
  package var span: SourceSpan

  package init(
    kind: Kind, text: Template? = nil, names: [String] = [], rows: [LoopClause] = [],
    columns: [Column] = [], body: [DocumentPart] = [], condition: Expression? = nil,
    each: [LoopClause] = [], span: SourceSpan
  ) {
    self.kind = kind
    self.text = text
    self.names = names
    self.rows = rows
    self.columns = columns
    self.body = body
    self.condition = condition
    self.each = each
    self.span = span
  }

  package struct Column: Sendable, Equatable {
    package let header: String
    package let value: Expression

    package init(header: String, value: Expression) {
      self.header = header
      self.value = value
    }
  }
}
