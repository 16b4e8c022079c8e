import Session
import Values

/// Entries as they were typed or pasted: bullets and numbers taken off, `Name: text` told apart.
struct EntryLines {
  struct Entry: Equatable, Sendable {
    var text: String
    var by: String?
    /// A reaction, a reply or hello: left out unless somebody takes it in.
    var isSmallTalk = false

    var key: String { ChatMemory.key(text, by: by) }
    /// The same words without whoever wrote them.
    var nameless: Entry { Entry(text: text, isSmallTalk: isSmallTalk) }
  }

  /// All lines in order, but for what was said to one person.
  let all: [Entry]
  /// How many messages were for one person only.
  let privateCount: Int
  let isChat: Bool

  /// Whether it is to be asked which of them count.
  var areSeveral: Bool { all.count + privateCount > 1 }

  /// What counts where nobody is asked: neither small talk nor what was said before.
  func new(in room: Room, at list: Address) -> [Entry] {
    let heard = HeardBefore(self, room, at: list)
    return all.filter { !$0.isSmallTalk && !heard.has($0) }
  }

  init(_ text: String, _ room: Room) {
    let chat = ChatPaste(text)
    isChat = chat.isChat
    privateCount = chat.privateCount
    guard !chat.isChat else {
      all = chat.said.map { message in
        var entry = Entry(text: message.parted, isSmallTalk: message.isSmallTalk)
        entry.by = message.author.flatMap(room.names.speaker)
        return entry
      }
      return
    }
    all = PastedTable.entries(text.split(whereSeparator: \.isNewline).map { String($0).trimmed })
      .map(\.withoutBullet).filter { !$0.isEmpty }.map { line in
        var entry = Self.attributed(line, room)
        entry.isSmallTalk = entry.by != nil && Shorthand.isNone(entry.text)
        return entry
      }
  }

  /// `gus: fraud team never asked`, where Gus is one of those who are here.
  static func attributed(_ line: String, _ room: Room) -> Entry {
    guard let colon = line.firstIndex(of: ":") else { return Entry(text: line, by: nil) }
    let name = String(line[..<colon]).trimmed
    let rest = String(line[line.index(after: colon)...]).trimmed
    guard !rest.isEmpty, name.count <= 40, let person = room.names.speaker(name) else {
      return Entry(text: line, by: nil)
    }
    return Entry(text: rest, by: person)
  }
}
