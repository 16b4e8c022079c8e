/// Where an expression's names get their values: a session, or a table of cases in a test.
package protocol EvaluationScope {
  /// The value of a full name; blank for a name that has no value (yet).
  func value(of name: String) -> Value
  /// The value of what was asked or worked out in loops, where these are their items.
  func value(of name: String, for items: [Value]) -> Value
  /// A field of an item: a column, `text`, `by`, `items`, `votes`, `rank`, or an answer that a loop
  /// hung on it.
  func member(_ name: String, of item: ItemValue) -> Value
  /// What `{item}` prints: a theme's or entry's words, the first column of a row.
  func text(of item: ItemValue) -> String
  /// A field of a person: `name`, `role`, `function`.
  func member(_ name: String, of person: PersonValue) -> Value
}
