/// A call as the checker sees it.
struct TypedCall {
  let name: String
  /// What the function is called on; unknown for a plain function.
  let base: ValueType
  let arguments: [Expression]
  let span: SourceSpan
}
