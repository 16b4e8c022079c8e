import PlaybookLanguage
import Session
import Values

/// The items of the list that a table is `of`: each gets one row, in their order.
struct RowsOfList {
  /// Those that have no row yet.
  let waiting: [ItemValue]

  init(_ table: Question, _ room: Room, _ place: Place) {
    guard let list = table.of, case .list(let values) = room.scope.evaluate(list, place.bindings)
    else {
      waiting = []
      return
    }
    let filled = Set(room.state.liveItems(in: place.address).compactMap { $0["item"].string })
    waiting = values.compactMap { value in
      guard case .item(let item) = value, !filled.contains(item.id) else { return nil }
      return item
    }
  }
}
