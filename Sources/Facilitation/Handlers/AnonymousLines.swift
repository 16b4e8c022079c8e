import Session
import Values

/// Lines of an anonymous question, without whoever wrote them.
///
/// Authors whom huddle knows, and those of a chat, are dropped at once, and so is what was said to one
/// person. A name before a colon that nobody here has may be words (`Risk: the API`) or a stranger's:
/// that is asked.
struct AnonymousLines {
  /// What was said, as it would stand if nothing before a colon were a name.
  let entries: [EntryLines.Entry]
  /// The same without what may be names.
  let unlabelled: [EntryLines.Entry]
  /// What may be names, each once.
  let labels: [String]

  /// What is new in a line, or in a text of several.
  init(_ text: String, _ room: Room, at list: Address) {
    let unframed = UnframedChat(text, room)
    let heard = HeardBefore(unframed.lines, room, at: list)
    self.init(unframed, room) { !$0.isSmallTalk && !heard.has($0) }
  }

  /// The new words of an entry, whatever was said before.
  init(edited line: String, _ room: Room) {
    self.init(UnframedChat(line, room), room) { _ in true }
  }

  private init(
    _ unframed: UnframedChat, _ room: Room, where isNew: (EntryLines.Entry) -> Bool
  ) {
    let lines = unframed.lines
    let takesNick = unframed.hadAuthors || lines.all.contains { $0.by != nil }
    let parted = lines.all.map { entry -> (entry: EntryLines.Entry, label: Label?) in
      guard !lines.isChat, entry.by == nil, let label = Label(entry.text, takesNick: takesNick)
      else { return (entry, nil) }
      guard let person = room.names.speaker(label.name) else { return (entry, label) }
      return (EntryLines.Entry(text: label.rest, by: person), nil)
    }.filter { isNew($0.entry) && !$0.entry.text.isEmpty }
    entries = parted.map(\.entry.nameless)
    unlabelled = parted.map { entry, label in
      label.map { EntryLines.Entry(text: $0.rest) } ?? entry.nameless
    }.filter { !$0.text.isEmpty }
    var names: [String] = []
    for case let label? in parted.map(\.label) where !names.contains(label.name) {
      names.append(label.name)
    }
    labels = names
  }

  /// The decision on these lines, after it is known what is a name.
  func decide(_ then: ([EntryLines.Entry]) -> Decision) -> Decision {
    guard !labels.isEmpty else { return then(entries) }
    let quoted = DisplayText.joined(labels.map { "“\($0):”" })
    var dialog = Dialog.yesNo(
      "\(quoted): nobody here is called so, and this is anonymous. "
        + "Leave \(labels.count.agreeing("it", "them")) out, as \(labels.count.agreeing("a name", "names"))?",
      yes: .decide(then(unlabelled)), no: .decide(then(entries)))
    dialog.isOfReading = true
    return Decision(dialog: dialog)
  }

  /// What stands before the words as a name would: `Hans: …`, `A. Smith: …`, `<hans> …`, and each of
  /// them behind a time; or a name and a time alone.
  private struct Label {
    let name: String
    let rest: String

    init?(_ line: String, takesNick: Bool) {
      let unstamped = ChatStamp.without(line)
      let hasOwnMark = unstamped != line && unstamped.contains { "<:".contains($0) }
      let header = hasOwnMark ? nil : ChatHeader(line).flatMap { $0.text.isEmpty ? $0 : nil }
      let words = header.map { "\($0.author):" } ?? unstamped
      let isBracketed = words.hasPrefix("<")
      guard let mark = words.firstIndex(of: isBracketed ? ">" : ":") else { return nil }
      name = words[..<mark].drop { "<@".contains($0) }.trimmed
      rest = words[words.index(after: mark)...].trimmed
      let parts = name.split { $0.isWhitespace }
      guard header != nil || !rest.isEmpty, !rest.hasPrefix("//"), name.count <= 40,
        (1...4).contains(parts.count),
        parts.allSatisfy({ $0.contains(where: \.isLetter) && $0.allSatisfy(Self.isOfName) })
      else { return nil }
      let isNick = parts.count == 1 && (takesNick || isBracketed || words.hasPrefix("@"))
      let isName =
        parts.contains { $0.first?.isLowercase == false }
        && parts.allSatisfy { $0.first?.isLowercase == false || NameParticles.has(String($0)) }
      guard isName || isNick else { return nil }
    }

    private static func isOfName(_ sign: Character) -> Bool {
      sign.isLetter || sign.isNumber || ".'’-_()".contains(sign)
    }
  }
}

/// A text without the lines of a chat that say who and when, wherever in the chat it was copied: one
/// line of it, or from the middle of a message on.
///
/// What a person here is named by is taken away, and what no agenda and no minutes would say; what
/// may be words stays.
private struct UnframedChat {
  let lines: EntryLines
  /// Whether there were names that are taken away.
  let hadAuthors: Bool

  init(_ text: String, _ room: Room) {
    let said = ChatPaste.withoutPrivate(text).text
    guard !ChatPaste(said).isChat else {
      lines = EntryLines(said, room)
      hadAuthors = true
      return
    }
    let all = said.split(whereSeparator: \.isNewline).map(String.init)
    var kept: [String] = []
    for (place, line) in all.enumerated() {
      let next = place + 1 < all.count ? all[place + 1].trimmed : ""
      let before = place > 0 ? all[place - 1].trimmed : ""
      if let header = ChatHeader(line.trimmed),
        header.isOfProgram || room.names.speaker(header.author) != nil
      {
        if !header.text.isEmpty { kept.append(header.text) }
      } else if Self.isSpeaker(line.trimmed, next, room) || Self.isSpeaker(before, line, room) {
        // Who, and below it when.
      } else {
        kept.append(line)
      }
    }
    lines = EntryLines(kept.joined(separator: "\n"), room)
    hadAuthors = kept != all
  }

  private static func isSpeaker(_ line: String, _ below: String, _ room: Room) -> Bool {
    ChatHeader.isTime(below.trimmed) && room.names.speaker(line) != nil
  }
}
