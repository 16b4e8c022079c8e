/// An action as it was said in one line, taken apart.
package struct CapturedAction: Sendable, Hashable {
  /// The words of the action, without owners, date, tags at the end and done-when.
  package var text: String
  /// The same words with the owners' names where they were said: for when a name is not one.
  package var textWithNames: String
  /// In the order in which they were said.
  package var owners: [CapturedOwner]
  /// Whether `TBD` stands where an owner stands: nobody has it yet.
  package var isNobodys = false
  /// Whether it stands where a day stands: there is none yet.
  package var isUndated = false
  /// nil where the line names no day.
  package var due: DateReading?
  /// What is true when it is done, without the words `done when`.
  package var doneWhen: String?
  /// Without their `#`.
  package var tags: [String]

  /// Without `textWithNames` no name was taken out of the text.
  package init(
    text: String, textWithNames: String? = nil, owners: [CapturedOwner] = [],
    due: DateReading? = nil, doneWhen: String? = nil, tags: [String] = []
  ) {
    self.text = text
    self.textWithNames = textWithNames ?? text
    self.owners = owners
    self.due = due
    self.doneWhen = doneWhen
    self.tags = tags
  }
}
