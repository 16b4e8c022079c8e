/// Reads a logic field: an expression and nothing else.
package enum ExpressionParser {
  /// Brackets, calls and signs before a value may be this deep in each other.
  static let deepestNesting = 32
  /// How high the tree may be, so that whatever walks it needs little stack.
  static let greatestHeight = 64

  /// The expression that a logic field holds, or nil and one diagnostic more.
  package static func parse(
    _ source: SourceText, reporting diagnostics: inout [Diagnostic]
  ) -> Expression? {
    parse(ExpressionSource(source), reporting: &diagnostics)
  }

  static func parse(
    _ source: ExpressionSource, reporting diagnostics: inout [Diagnostic]
  ) -> Expression? {
    do {
      var parser = try TokenParser(source)
      return try parser.wholeExpression()
    } catch {
      diagnostics.append(error)
      return nil
    }
  }
}
