/// What the checker found out about an expression.
package struct CheckedExpression: Sendable, Equatable {
  /// A field of an item that the expression reads, for what must be asked before it.
  package struct ItemField: Sendable, Equatable {
    /// The full name of the item's list.
    package let list: String
    package let field: String
    /// The loop's variable through which it is read, where it is read through one.
    package let variable: String?
    package let span: SourceSpan
  }

  package let type: ValueType
  package let diagnostics: [Diagnostic]
  package let itemFields: [ItemField]
}
