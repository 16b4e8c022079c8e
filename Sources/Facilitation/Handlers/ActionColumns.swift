import PlaybookLanguage
import Session
import Values

/// Where an entry keeps who does it and by when.
struct ActionColumns {
  let owner: String?
  let due: String?
  /// Whether the entry is typed as a sentence with owner and day behind it, and not cell by cell.
  let areOfSentence: Bool

  /// Nil for an entry that has neither.
  init?(_ item: Item, _ room: Room) {
    let table = room.session.index.questions[item.list.question]?.content
    guard let columns = table?.askedColumns, !columns.isEmpty else {
      let lists = [Address.Room.actions.address, Address.Room.open.address]
      guard lists.contains(item.list) || item["owner"] != .null || item["due"] != .null else {
        return nil
      }
      (owner, due, areOfSentence) = ("owner", "due", true)
      return
    }
    owner = Self.column("owner", of: .person, in: columns)
    due = Self.column("due", of: .date, in: columns)
    areOfSentence = table.map(RowLine.isAction) ?? false
    guard owner != nil || due != nil else { return nil }
  }

  /// The one that is called so, else the only one of its kind.
  private static func column(
    _ name: String, of kind: Question.Kind, in columns: [Question.Column]
  ) -> String? {
    let names = columns.filter { $0.question?.kind == kind }.map(\.name)
    return names.contains(name) ? name : names.count == 1 ? names[0] : nil
  }
}
