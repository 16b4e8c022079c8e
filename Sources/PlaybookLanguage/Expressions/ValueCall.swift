/// A call as the evaluator sees it: arguments are worked out by the function, as it needs them.
struct ValueCall {
  let base: Value
  let arguments: [Expression]
  let span: SourceSpan

  /// The entries of what a list function is called on; an unanswered list has none.
  var elements: [Value]? {
    switch base {
    case .list(let elements): elements
    case .blank: []
    default: nil
    }
  }
}
