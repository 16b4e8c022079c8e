import PlaybookLanguage
import Session
import Values

/// Several lines at once are one question before they are entries: which of them count.
///
/// Enter takes them, numbers leave some out, `l` lists them, `n` puts them back into the line.
struct PasteReview {
  let room: Room
  let text: String
  /// Left out by their numbers, counted from 1.
  let without: Set<Int>

  private let lines: EntryLines

  init(_ text: String, without: Set<Int> = [], _ room: Room) {
    self.room = room
    self.text = text
    self.without = without
    lines = EntryLines(text, room)
  }

  private var kept: [EntryLines.Entry] {
    lines.entries.enumerated().filter { !without.contains($0.offset + 1) }.map(\.element)
  }

  // MARK: Asking

  var dialog: Dialog {
    var dialog = Dialog.yesNo(question, yes: .refill(""), no: .refill(""))
    dialog.purpose = .paste(text: text, without: without)
    return dialog
  }

  /// `14 lines: 8 entries (Fay 3, Gus 3, Ida 2), 6 left out (…)? Numbers leave out, l lists.`.
  private var question: String {
    let count = kept.count
    let left = lines.leftOut + without.count
    let authors = Self.counts(kept.compactMap(\.by).map(room.state.name))
    let who = authors.isEmpty ? "" : " (\(authors))"
    let isOfEveryone = room.place?.question?.respondent == .everyone
    let unnamed = authors.isEmpty && isOfEveryone ? " No names here." : ""
    guard left > 0 || count > 3 else {
      return "\(count) lines, as that many entries\(who)?\(unnamed)"
    }
    let out =
      left == 0
      ? ""
      : ", \(left) left out"
        + (lines.leftOut > 0 ? " (reactions, replies, direct messages, hello)" : "")
    return "\(lines.entries.count + lines.leftOut) lines: "
      + "\(count) \(count == 1 ? "entry" : "entries")\(who)\(out)?\(unnamed)"
      + " Numbers leave out, l lists."
  }

  private static func counts(_ names: [String]) -> String {
    var order: [String] = []
    for name in names where !order.contains(name) { order.append(name) }
    return order.map { name in "\(name) \(names.count { $0 == name })" }.joined(separator: ", ")
  }

  // MARK: Deciding

  func decide(_ line: String, _ place: Place) -> Decision {
    switch TextFolding.fold(line.trimmed) {
    case "", "y", "yes":
      guard !kept.isEmpty else { return Decision(say: [.hint("Nothing is taken.")]) }
      return Self.take(kept, room, place)
    case "n", "no": return Decision(refill: text.onOneLine)
    case "l", "list": return Decision(say: listing, dialog: dialog)
    default: return leaveOut(line)
    }
  }

  private func leaveOut(_ line: String) -> Decision {
    let words = line.split { " ,".contains($0) }.map(String.init)
    let numbers = words.compactMap { Int($0) }.filter { (1...lines.entries.count).contains($0) }
    guard numbers.count == words.count else {
      return Decision(
        say: [.problem("Enter takes them, numbers leave out, l lists, n puts them into the line.")],
        dialog: dialog)
    }
    let rest = PasteReview(text, without: without.symmetricDifference(numbers), room)
    return Decision(dialog: rest.dialog)
  }

  private var listing: [Utterance] {
    let entries = lines.entries.enumerated().map { place, entry in
      let who = entry.by.map { "  (\(room.state.name(of: $0)))" } ?? ""
      let mark = without.contains(place + 1) ? ", left out" : ""
      return Utterance.Entry(String(place + 1), entry.text + who + mark)
    }
    return [.entries(entries + lines.leftOutTexts.map { .init("–", $0) })]
  }

  private static func take(_ entries: [EntryLines.Entry], _ room: Room, _ place: Place) -> Decision
  {
    guard let question = place.question else { return Decision() }
    return question.respondent == .everyone
      ? RoundHandler(question).add(entries, nil, Round(question, room, place), .pasted)
      : ListHandler(question).add(entries, room, place, via: .pasted)
  }
}
