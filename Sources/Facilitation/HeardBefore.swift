import Session

/// Which pasted lines are not new: said already, held, or dealt with in an earlier paste.
///
/// A chat is pasted whole each time, wherever the meeting is by then; a plain list is only the same
/// where it goes into the same list.
struct HeardBefore {
  private let known: Set<String>
  /// Words that were written anonymously, here or in another list.
  private let anonymous: Set<String>
  private let memory: ChatMemory
  /// Words that were written anonymously for another list, where the room did not want them said.
  private let unsaid: Set<String>

  init(_ lines: EntryLines, _ room: Room, at list: Address) {
    memory = lines.isChat ? room.offRecord.chat : ChatMemory()
    unsaid = memory.unsaid(but: list)
    // What waits in a round that was left for a moment is the same chat's too.
    let held = lines.isChat ? room.held : room.held(at: list)
    var known = Set((held?.lines ?? []).map { ChatMemory.key($0.text, by: $0.by) })
    var anonymous = held?.isAnonymous == true ? known : []
    let log = room.session.log
    for record in log.records where !log.dead.contains(record.number) {
      guard case .itemsAdded(let added) = record.fact.event, lines.isChat || added.list == list
      else { continue }
      let keys = added.items.map { ChatMemory.key($0.text, by: $0.by.first) }
      known.formUnion(keys)
      if room.session.isAnonymous(added.list) { anonymous.formUnion(keys) }
    }
    self.known = known
    self.anonymous = anonymous
  }

  /// An entry without an author stands for whoever wrote the same words.
  func has(_ entry: EntryLines.Entry) -> Bool {
    known.contains(entry.key) || known.contains(entry.nameless.key)
      || memory.count(entry.key) > 0 || memory.count(entry.nameless.key) > 0
      || unsaid.contains(entry.text)
  }

  /// Whether a line was written anonymously: its author, whom the chat names, is nobody's to tell.
  func hasAnonymously(_ entry: EntryLines.Entry) -> Bool {
    anonymous.contains(entry.nameless.key) || unsaid.contains(entry.text)
      || memory.count(entry.nameless.key) > 0
  }
}
