import PlaybookLanguage
import Session
import Values

/// Several lines at once are one question before they are entries: which of them count.
///
/// What is new counts, but for small talk. Enter takes it, a number leaves a line out or takes it in,
/// `l` lists them, `o` makes one entry of them, `n` puts them back into the line.
struct PasteReview {
  let room: Room
  let text: String
  /// Lines that somebody wants otherwise than they stand at first, by their numbers from 1.
  let turned: Set<Int>

  /// All lines; those that were written anonymously have no author here either.
  private let all: [EntryLines.Entry]
  private let isChat: Bool
  private let privateCount: Int
  private let known: Set<Int>
  private let hasAnonymous: Bool

  init(_ text: String, turned: Set<Int> = [], _ room: Room) {
    self.room = room
    self.text = text
    self.turned = turned
    let lines = EntryLines(text, room)
    isChat = lines.isChat
    privateCount = lines.privateCount
    guard let list = room.place?.address else {
      all = lines.all
      known = []
      hasAnonymous = false
      return
    }
    let heard = HeardBefore(lines, room, at: list)
    all = lines.all.map { heard.hasAnonymously($0) ? $0.nameless : $0 }
    hasAnonymous = lines.all.contains(where: heard.hasAnonymously)
    known = Set(lines.all.indices.filter { heard.has(lines.all[$0]) }.map { $0 + 1 })
  }

  /// What counts and what does not, with its numbers.
  private var numbered: [(number: Int, entry: EntryLines.Entry, isKept: Bool)] {
    all.enumerated().map { place, entry in
      let isOut = entry.isSmallTalk || known.contains(place + 1)
      return (place + 1, entry, isOut == turned.contains(place + 1))
    }
  }

  private var kept: [EntryLines.Entry] { numbered.filter(\.isKept).map(\.entry) }

  // MARK: Asking

  var dialog: Dialog {
    var dialog = Dialog.yesNo(question, yes: .refill(""), no: .refill(""))
    dialog.purpose = .paste(text: text, turned: turned)
    return dialog
  }

  /// `14 lines: 8 entries (Fay 3, Gus 3, Ida 2), 6 left out (…)? Numbers turn that, l lists.`.
  private var question: String {
    let count = kept.count
    let authors = Self.counts(kept.compactMap(\.by).map(room.state.name))
    let who = authors.isEmpty ? "" : " (\(authors))"
    let isOfEveryone = room.place?.question?.respondent == .everyone
    let unnamed = authors.isEmpty && isOfEveryone && count > 0 ? " No names here." : ""
    let out = leftOut
    guard !out.isEmpty || count > 3 else {
      let one = isChat ? "" : " o makes one of them."
      return "\(count) \(noun)s, as that many entries\(who)?\(one)\(unnamed)"
    }
    let new = known.isEmpty ? "" : "new "
    let entries = count.counted("\(new)entry", "\(new)entries")
    let all = all.count + privateCount
    return "\(all.counted(noun)): "
      + ([
        count == 0 ? "nothing \(new.isEmpty ? "to take" : "new")" : "\(entries)\(who)"
      ]
      + out).joined(separator: ", ")
      + "?\(unnamed) Numbers take in or out, l lists."
  }

  /// A message of a chat may have several lines.
  private var noun: String {
    let count = text.split(whereSeparator: \.isNewline).count { !String($0).trimmed.isEmpty }
    return isChat && count != all.count + privateCount ? "message" : "line"
  }

  /// `9 from before`, `3 left out (hello, reactions, private)`.
  private var leftOut: [String] {
    let out = numbered.filter { !$0.isKept }
    let before = out.count { known.contains($0.number) }
    let rest = out.count - before + privateCount
    let isChatter = privateCount > 0 || out.contains { $0.entry.isSmallTalk }
    return [
      before == 0 ? nil : "\(before) from before",
      rest == 0
        ? nil
        : "\(rest) left out" + (isChatter ? " (hello, reactions, private)" : ""),
    ].compactMap { $0 }
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
      guard !kept.isEmpty else {
        return remembering(Decision(say: [.hint("Nothing is taken.")]))
      }
      return remembering(Self.take(kept, room, place))
    case "n", "no": return Decision(refill: text)
    case "o", "one": return Self.take([one], room, place)
    case "l", "list": return Decision(say: listing, dialog: dialog)
    default: return turn(line)
    }
  }

  /// All lines as the one entry that they are, said by whoever is named first.
  private var one: EntryLines.Entry {
    let isList = isChat || all.contains { $0.by != nil }
    return .init(
      text: isList ? all.map(\.text).joined(separator: "\n") : text.trimmedLines,
      by: isList && !hasAnonymous ? all.first?.by : nil)
  }

  private func turn(_ line: String) -> Decision {
    let words = line.split { " ,".contains($0) }.map(String.init)
    let numbers = words.compactMap { Int($0) }.filter { (1...max(1, all.count)).contains($0) }
    guard numbers.count == words.count else {
      return Decision(
        say: [
          .problem(
            "Enter takes them, a number leaves one out or takes it in, l lists, "
              + "o makes one entry of all, n puts them into the line.")
        ],
        dialog: dialog, refill: line.trimmed.count > 3 ? line : nil)
    }
    let rest = PasteReview(text, turned: turned.symmetricDifference(numbers), room)
    return Decision(dialog: rest.dialog)
  }

  /// Each line with its number; what stands in the list already in one line for each stretch of it.
  private var listing: [Utterance] {
    var entries: [Utterance.Entry] = []
    var stretch: [Int] = []
    func endStretch() {
      guard let first = stretch.first, let last = stretch.last else { return }
      entries.append(.init(first == last ? "\(first)" : "\(first)–\(last)", "from before"))
      stretch = []
    }
    for (number, entry, isKept) in numbered {
      if known.contains(number), !isKept {
        stretch.append(number)
        continue
      }
      endStretch()
      let who = entry.by.map { "  (\(room.state.name(of: $0)))" } ?? ""
      entries.append(.init(String(number), entry.text + who + (isKept ? "" : ", left out")))
    }
    endStretch()
    return [.entries(entries)]
  }

  /// What was left out on purpose is not offered again with the next paste.
  private func remembering(_ decision: Decision) -> Decision {
    let isAnonymous = room.place?.question?.isAnonymous == true
    guard isChat, decision.refill == nil, !isAnonymous else { return decision }
    var remembering = decision
    remembering.chat = room.offRecord.chat.remembering(
      numbered.filter { !$0.isKept && !known.contains($0.number) }.map(\.entry.key))
    return remembering
  }

  private static func take(_ entries: [EntryLines.Entry], _ room: Room, _ place: Place) -> Decision
  {
    guard let question = place.question else { return Decision() }
    if question.kind == .table { return TableHandler(question).add(entries, room, place) }
    return question.respondent == .everyone
      ? RoundHandler(question).add(entries, nil, Round(question, room, place), .pasted)
      : ListHandler(question).add(entries, room, place, via: .pasted)
  }
}
