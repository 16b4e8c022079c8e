/// A stretch of one line of a source text: where a mistake stands.
package struct SourceSpan: Sendable, Hashable {
  /// The name under which the reader knows the text: a path, or a playbook's id.
  package let file: String
  /// 1-based.
  package let line: Int
  /// 1-based, in characters.
  package let column: Int
  /// In characters; at least 1 when drawn.
  package let length: Int

  package init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}
