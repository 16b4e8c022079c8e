package import Session
import Values

extension Facilitator {
  /// Words that were kept for a question which was not reached: before the close, parked or let go.
  ///
  /// Nil where there are none.
  package func question(aboutKept words: [(place: Address, text: String)], _ moment: Moment)
    -> Dialog?
  {
    guard !words.isEmpty else { return nil }
    let room = self.room(moment)
    let prefix = Address.Room.parked.prefix
    let items = words.enumerated().map { index, kept in
      ItemsAdded.NewItem(
        id: room.session.log.nextID(prefix, skipping: index), text: kept.text.onOneLine)
    }
    let parked = Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: Address.Room.parked.address, items: items))),
      say: items.map { .noted("\($0.id) \($0.text) · parked") })
    let shown = words.map { "\($0.place.question): \($0.text.quoted)" }
    return .yesNo(
      "Words still wait, \(shown.joined(separator: " · ")). Park them, so that they are kept?",
      yes: .decide(parked), no: .decide(ClosingHandler().decide(room, "")))
  }
}
