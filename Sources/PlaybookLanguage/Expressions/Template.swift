/// A written field: prose with `{holes}`, or, after `=`, one expression as a whole.
package struct Template: Sendable, Equatable {
  package enum Segment: Sendable, Equatable {
    case text(String)
    case hole(Expression)
  }

  package enum Content: Sendable, Equatable {
    case prose([Segment])
    case formula(Expression)
    /// A YAML list or map of constants, as `given` may hold.
    case constant(Value)
  }

  package let content: Content
  package let span: SourceSpan

  package init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }
}
