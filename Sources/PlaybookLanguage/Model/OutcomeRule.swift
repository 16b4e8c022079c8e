/// How answers become agreements, actions, decisions, risks and the rest.
package struct OutcomeRule: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case action, decision, risk, agreement, milestone, event, metric
  }

  package var kind: Kind
  /// Required where there is no `each`.
  package var id: String?
  package var text: Template
  package var condition: Expression?
  package var each: [LoopClause]
  /// Logic fields by name, as in the closed table of outcome fields: `owner`, `due`, `done_when`.
  package var fields: [Field]
  package var span: SourceSpan

  package init(
    kind: Kind, id: String? = nil, text: Template, condition: Expression? = nil,
    each: [LoopClause] = [], fields: [Field] = [], span: SourceSpan
  ) {
    self.kind = kind
    self.id = id
    self.text = text
    self.condition = condition
    self.each = each
    self.fields = fields
    self.span = span
  }

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: Expression

    package init(name: String, value: Expression) {
      self.name = name
      self.value = value
    }
  }
}
