/// One way to go on from the last word of the line.
package struct Completion: Sendable, Equatable {
  /// What the last word becomes.
  ///
  /// It may hold spaces, as a person's full name does.
  package var replacement: String
  /// A few words that say what it is, shown beside it; may be empty.
  package var description: String
  /// Characters before the cursor that are replaced; `nil` means the last word.
  package var replacedCount: Int?

  package init(_ replacement: String, _ description: String = "", replacedCount: Int? = nil) {
    self.replacement = replacement
    self.description = description
    self.replacedCount = replacedCount
  }
}
