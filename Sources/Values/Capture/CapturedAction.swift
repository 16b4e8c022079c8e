/// An action as it was said in one line, taken apart.
package struct CapturedAction: Sendable, Hashable {
  /// The words of the action, without owners, date, tags at the end and done-when.
  package var text: String
  /// The same words with the owners' names where they were said: for when a name is not one.
  package var textWithNames: String
  package var owners: [CapturedOwner]
  package var due: DateReading?
  package var doneWhen: String?
  /// Without their `#`.
  package var tags: [String]

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

/// A word that stands where an owner stands, and whom it means.
package struct CapturedOwner: Sendable, Hashable {
  package let said: String
  package let match: NameMatch

  package init(said: String, match: NameMatch) {
    self.said = said
    self.match = match
  }
}
