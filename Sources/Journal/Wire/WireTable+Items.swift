import Session
import Values

// Entries of lists: added, edited, moved, merged, removed.
extension WireTable {
  static let itemReaders: [String: Read] = [
    "items.added": { fields throws(RecordFault) in .itemsAdded(try ItemsAdded(reading: &fields)) },
    "item.edited": { fields throws(RecordFault) in .itemEdited(try ItemEdited(reading: &fields)) },
    "item.moved": { fields throws(RecordFault) in
      .itemMoved(items: try fields.strings("items"), into: try fields.stringIfAny("into"))
    },
    "item.merged": { fields throws(RecordFault) in
      .itemMerged(item: try fields.string("item"), into: try fields.string("into"))
    },
    "item.removed": { fields throws(RecordFault) in
      .itemsRemoved(items: try fields.strings("items"))
    },
  ]

  static func writeItem(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .itemsAdded(let added):
      added.write(to: &fields)
      return "items.added"
    case .itemEdited(let edited):
      edited.write(to: &fields)
      return "item.edited"
    case .itemMoved(let items, let into):
      fields.put("items", items)
      fields.put("into", into)
      return "item.moved"
    case .itemMerged(let item, let into):
      fields.put("item", item)
      fields.put("into", into)
      return "item.merged"
    case .itemsRemoved(let items):
      fields.put("items", items)
      return "item.removed"
    default: return "item.removed"
    }
  }
}

extension ItemsAdded: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    let items = try fields.entries("items", NewItem.init(reading:))
    self.init(
      list: try fields.address("q"), items: items, via: try fields.choiceIfAny("via") ?? .typed,
      turn: try fields.stringIfAny("turn"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("q", list)
    fields.put("items", items) { item, entry in item.write(to: &entry) }
    if via != .typed { fields.put("via", via.rawValue) }
    fields.put("turn", turn)
  }
}

extension ItemsAdded.NewItem: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      id: try fields.string("id"), text: try fields.string("text"),
      by: try fields.stringsIfAny("by") ?? [], row: try fields.membersIfAny("row"),
      group: try fields.stringIfAny("group"), members: try fields.stringsIfAny("members") ?? [],
      source: try fields.stringIfAny("src"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("id", id)
    fields.put("text", text)
    fields.put("by", ifAny: by)
    fields.put("row", ifAny: row)
    fields.put("group", group)
    fields.put("members", ifAny: members)
    fields.put("src", source)
  }
}

extension ItemEdited: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      item: try fields.string("item"), text: try fields.stringIfAny("text"),
      by: try fields.stringsIfAny("by"), row: try fields.membersIfAny("row"),
      turn: try fields.stringIfAny("turn"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("item", item)
    fields.put("text", text)
    fields.put("by", by)
    fields.put("row", ifAny: row)
    fields.put("turn", turn)
  }
}
