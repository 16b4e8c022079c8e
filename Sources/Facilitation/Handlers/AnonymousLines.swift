import Session
import Values

/// Lines of an anonymous question, without whoever wrote them.
///
/// Authors whom huddle knows, and those of a chat, are dropped at once. A name before a colon that
/// nobody here has may be words (`Risk: the API`) or a stranger's: that is asked.
struct AnonymousLines {
  /// What was said, as it would stand if nothing before a colon were a name.
  let entries: [EntryLines.Entry]
  /// The same without what may be names.
  let unlabelled: [EntryLines.Entry]
  /// What may be names, each once.
  let labels: [String]
  /// How many lines are left out: small talk, what was said to one person.
  let leftOut: Int

  init(_ text: String, _ room: Room, at list: Address) {
    let lines = EntryLines(text, room)
    leftOut = lines.privateCount + lines.all.count(where: \.isSmallTalk)
    let new = lines.new(in: room, at: list)
    let hasAuthors = new.contains { $0.by != nil }
    entries = new.map { EntryLines.Entry(text: $0.text) }
    let parted = new.map { entry in
      lines.isChat || entry.by != nil
        ? nil : Label(entry.text, takesNick: hasAuthors)
    }
    unlabelled = zip(entries, parted).map { entry, label in
      label.map { EntryLines.Entry(text: $0.rest) } ?? entry
    }
    var names: [String] = []
    for case let label? in parted where !names.contains(label.name) { names.append(label.name) }
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

  /// What stands before the words as a name would: `Hans: …`, `A. Smith: …`, `<hans> …`.
  private struct Label {
    let name: String
    let rest: String

    init?(_ line: String, takesNick: Bool) {
      let isBracketed = line.hasPrefix("<")
      guard let mark = line.firstIndex(of: isBracketed ? ">" : ":") else { return nil }
      name = line[..<mark].drop { "<@".contains($0) }.trimmed
      rest = line[line.index(after: mark)...].trimmed
      let words = name.split { $0.isWhitespace }
      guard !rest.isEmpty, !rest.hasPrefix("//"), name.count <= 40, (1...4).contains(words.count),
        words.allSatisfy({ $0.contains(where: \.isLetter) && $0.allSatisfy(Self.isOfName) })
      else { return nil }
      let isNick = words.count == 1 && (takesNick || isBracketed || line.hasPrefix("@"))
      let isName =
        words.contains { $0.first?.isLowercase == false }
        && words.allSatisfy { $0.first?.isLowercase == false || NameParticles.has(String($0)) }
      guard isName || isNick else { return nil }
    }

    private static func isOfName(_ sign: Character) -> Bool {
      sign.isLetter || sign.isNumber || ".'’-_()".contains(sign)
    }
  }
}
