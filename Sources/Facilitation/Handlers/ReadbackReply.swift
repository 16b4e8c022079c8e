import Outcomes
import Session
import Values

/// What is typed where something is read back: yes, an edit, or no, each with words behind it or
/// without.
enum ReadbackReply: Equatable {
  case yes
  case edit(String?)
  case dispute(String?)
  /// Words that are none of them: an edit or a reason, which is asked.
  case words(String)

  init(_ line: String) {
    let typed = line.trimmed
    let first = String(typed.prefix { $0.isLetter })
    let rest = String(typed.dropFirst(first.count).drop { ",:;. ".contains($0) }).trimmed
    let words = rest.isEmpty ? nil : rest
    switch TextFolding.fold(first) {
    case "" where typed.isEmpty: self = .yes
    case "y", "yes", "ok": self = words == nil ? .yes : .words(typed)
    case "e", "edit": self = .edit(words)
    case "no" where words.map(Self.mayAssent) == true: self = .words(typed)
    case "n", "no": self = .dispute(words)
    default: self = .words(typed)
    }
  }

  /// “No objection from me”, “no, fine”: a no that may be a yes is asked.
  private static func mayAssent(_ words: String) -> Bool {
    SpokenAssent("no \(words)").deniesObjection || SpokenAssent(words).assents
  }

  /// `the spec was late (Gus by Fri 27 Nov 2026)`: why somebody doubts it, and who settles that.
  static func note(_ why: String?, settledBy line: String, _ room: Room) -> String? {
    let settling = whoAndWhen(line.trimmed, room)
    return Dispute.note(why, settledBy: settling.isEmpty ? nil : settling)
  }

  /// Whether words say only who settles it and when: they are no objection.
  static func isOnlySettling(_ line: String, _ room: Room) -> Bool {
    let captured = ActionLine(room).capture(line, behindWords: true)
    return captured.text.isEmpty && captured.due != nil
  }

  /// `gus fri` in full; other words as they are.
  private static func whoAndWhen(_ line: String, _ room: Room) -> String {
    var found: ActionLine.Action?
    let decision = ActionLine(room).readTerms(line) { action in
      found = action
      return Decision()
    }
    guard let found, let decision, decision.dialog == nil, found.text.isEmpty else { return line }
    let words = [
      found.owner.map(room.state.name), found.due.map { "by \($0.display)" },
    ].compactMap { $0 }
    return words.isEmpty ? line : words.joined(separator: " ")
  }

  /// Asks what words are; each answer is a decision with them, and nothing that was typed is lost.
  static func asking(
    _ words: String, yes: Decision, edit: Decision?, dispute: Decision, dialog: Dialog? = nil
  ) -> Decision {
    var yes = yes
    yes.say.append(.hint("Left out: \(words.quoted). The up arrow brings it back."))
    let back = Decision(dialog: dialog, refill: words)
    let options: [Dialog.Option] = [
      .init(["y", "yes", "ok"], "y as it was read", .decide(yes)),
      edit.map { .init(["e", "edit"], "e new words for it", .decide($0)) },
      .init(["n", "no"], "n why not", .decide(dispute)),
      .init([], "Enter puts it back into the line", .decide(back)),
    ].compactMap { $0 }
    var asking = Dialog(
      "\(words.quoted): " + options.map(\.label).joined(separator: " · "), options: options,
      enter: options.count - 1)
    asking.givesWay = dialog == nil
    return Decision(dialog: asking)
  }
}
