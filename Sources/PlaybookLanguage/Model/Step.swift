package import Values

/// One verb of a playbook: words to show, a question, values to work out, or steps of its own.
package struct Step: Sendable, Equatable {
  package indirect enum Action: Sendable, Equatable {
    case say(Template)
    case warn(Template)
    case show(DocumentPart)
    case ask(Question)
    case set([Assignment])
    case group([Step])
    case repeated(RepeatLoop)
  }

  /// Unique in the playbook: the question's id, or `section:2.1` by place for what has none.
  package var id: String
  package var action: Action
  package var time: TimeSpan?
  package var tip: Template?
  package var condition: Expression?
  package var each: [LoopClause]
  package var span: SourceSpan

  package init(
    id: String, action: Action, time: TimeSpan? = nil, tip: Template? = nil,
    condition: Expression? = nil, each: [LoopClause] = [], span: SourceSpan
  ) {
    self.id = id
    self.action = action
    self.time = time
    self.tip = tip
    self.condition = condition
    self.each = each
    self.span = span
  }

  /// A computed value; inside a loop it hangs on the loop's item.
  package struct Assignment: Sendable, Equatable {
    package let name: String
    package let value: Expression
    /// Where its name stands.
    package let span: SourceSpan

    package init(name: String, value: Expression, span: SourceSpan? = nil) {
      self.name = name
      self.value = value
      self.span = span ?? value.span
    }
  }

  /// `repeat: why in whys`: turns of the same steps until `until` is yes or `max` is reached.
  package struct RepeatLoop: Sendable, Equatable {
    package var variable: String
    /// The new list, by full name: `whys`.
    package var list: String
    package var until: Expression?
    package var maximum: Int
    package var steps: [Step]

    package init(variable: String, list: String, until: Expression?, maximum: Int, steps: [Step]) {
      self.variable = variable
      self.list = list
      self.until = until
      self.maximum = maximum
      self.steps = steps
    }
  }
}
