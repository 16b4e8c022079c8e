package import Values

/// A titled stretch of the meeting with a timebox.
package struct Section: Sendable, Equatable {
  package var id: String
  package var title: Template
  package var time: TimeSpan?
  package var tip: Template?
  package var condition: Expression?
  package var each: [LoopClause]
  package var steps: [Step]

  package init(
    id: String, title: Template, time: TimeSpan? = nil, tip: Template? = nil,
    condition: Expression? = nil, each: [LoopClause] = [], steps: [Step] = []
  ) {
    self.id = id
    self.title = title
    self.time = time
    self.tip = tip
    self.condition = condition
    self.each = each
    self.steps = steps
  }
}

/// One `name in list` of an `each`.
package struct LoopClause: Sendable, Equatable {
  package let variable: String
  package let list: Expression

  package init(variable: String, list: Expression) {
    self.variable = variable
    self.list = list
  }
}
