extension DiagnosticRule {
  // How an expression is written.
  static let malformedExpression = DiagnosticRule("P201", "malformed-expression")
  static let braceInExpression = DiagnosticRule("P202", "brace-in-expression")
  static let unknownName = DiagnosticRule("P203", "unknown-name")
  static let foreignSpelling = DiagnosticRule("P204", "foreign-spelling")
  static let unclosedString = DiagnosticRule("P205", "unclosed-string")
  static let unclosedBracket = DiagnosticRule("P206", "unclosed-bracket")
  static let expressionTooLong = DiagnosticRule("P207", "expression-too-long")
  static let expressionTooDeep = DiagnosticRule("P208", "expression-too-deep")
  static let chainedComparison = DiagnosticRule("P209", "chained-comparison")
  static let unclosedHole = DiagnosticRule("P210", "unclosed-hole")
  static let emptyExpression = DiagnosticRule("P211", "empty-expression")
  static let malformedEach = DiagnosticRule("P212", "malformed-each")
  static let doubledBraces = DiagnosticRule("P213", "doubled-braces", .warning)

  // What an expression means.
  static let unknownFunction = DiagnosticRule("P220", "unknown-function")
  static let wrongArgumentCount = DiagnosticRule("P221", "wrong-argument-count")
  static let wrongArgument = DiagnosticRule("P222", "wrong-argument")
  static let missingVariable = DiagnosticRule("P223", "missing-variable")
  static let hiddenName = DiagnosticRule("P224", "hidden-name")
  static let undeclaredOption = DiagnosticRule("P225", "undeclared-option")
  static let wrongOperands = DiagnosticRule("P226", "wrong-operands")
  static let incomparable = DiagnosticRule("P227", "incomparable")
  static let conditionNotYesNo = DiagnosticRule("P228", "condition-not-yes-no")
  static let unexpectedType = DiagnosticRule("P229", "unexpected-type")
  static let indexFromZero = DiagnosticRule("P230", "index-from-zero")
  static let ambiguousField = DiagnosticRule("P231", "ambiguous-field")

  /// The rules of expressions and of the holes in prose, by code.
  package static let ofExpressions: [DiagnosticRule] = [
    malformedExpression, braceInExpression, unknownName, foreignSpelling, unclosedString,
    unclosedBracket, expressionTooLong, expressionTooDeep, chainedComparison, unclosedHole,
    emptyExpression, malformedEach, doubledBraces, unknownFunction, wrongArgumentCount,
    wrongArgument, missingVariable, hiddenName, undeclaredOption, wrongOperands, incomparable,
    conditionNotYesNo, unexpectedType, indexFromZero, ambiguousField,
  ]
}
