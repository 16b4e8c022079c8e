import PlaybookLanguage

// What the playbook promises holds whichever way words come in.
extension MeetingSession {
  /// Whether nobody may be told whose words the entries of a list are, or whose ballot is whose.
  package func isAnonymous(_ question: Address) -> Bool {
    index.questions[question.question]?.content.isAnonymous == true
  }

  /// The fact without its authors, where its question is anonymous.
  func withoutAuthors(_ fact: Fact) -> Fact {
    var fact = fact
    switch fact.event {
    case .itemsAdded(var added) where isAnonymous(added.list):
      for index in added.items.indices { added.items[index].by = [] }
      added.turn = nil
      fact.event = .itemsAdded(added)
    case .itemEdited(var edited)
    where edited.by != nil && state.item(edited.item).map { isAnonymous($0.list) } == true:
      edited.by = nil
      fact.event = .itemEdited(edited)
    default: break
    }
    return fact
  }
}
