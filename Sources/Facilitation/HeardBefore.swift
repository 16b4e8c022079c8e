import Session

/// Which pasted lines are not new: said already, held, or dealt with in an earlier paste.
///
/// A chat is pasted whole each time, wherever the meeting is by then; a plain list is only the same
/// where it goes into the same list.
struct HeardBefore {
  private let known: Set<String>
  private let memory: ChatMemory

  init(_ lines: EntryLines, _ room: Room, at list: Address) {
    memory = lines.isChat ? room.offRecord.chat : ChatMemory()
    var known = Set((room.held(at: list)?.lines ?? []).map { ChatMemory.key($0.text, by: $0.by) })
    let log = room.session.log
    for record in log.records where !log.dead.contains(record.number) {
      guard case .itemsAdded(let added) = record.fact.event, lines.isChat || added.list == list
      else { continue }
      known.formUnion(added.items.map { ChatMemory.key($0.text, by: $0.by.first) })
    }
    self.known = known
  }

  /// An entry without an author stands for whoever wrote the same words.
  func has(_ entry: EntryLines.Entry) -> Bool {
    let nameless = ChatMemory.key(entry.text, by: nil)
    return known.contains(entry.key) || known.contains(nameless) || memory.count(entry.key) > 0
      || memory.count(nameless) > 0
  }
}
