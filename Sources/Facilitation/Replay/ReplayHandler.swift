import PlaybookLanguage
import Session
import Values

/// Goes through what an earlier meeting had in a list, one entry at a time, before it goes on as ever.
///
/// Enter takes the entry that stands in the line, other words change it, an empty line leaves it out.
struct ReplayHandler: Handler {
  private let question: Question
  private let replay: Replay
  private let entry: Replay.Entry
  private let waiting: [Replay.Entry]
  private let count: Int

  /// Nil where there is nothing to go through, or no longer.
  init?(_ room: Room, _ place: Place) {
    guard let question = place.question,
      [.list, .table, .group, .schedule].contains(question.kind),
      let replay = Replay(room)
    else { return nil }
    let (count, waiting) = replay.entries(at: place)
    guard let entry = waiting.first else { return nil }
    self.question = question
    self.replay = replay
    self.entry = entry
    self.waiting = waiting
    self.count = count
  }

  /// Words that leave out, where an empty line takes what stands in it.
  static let leavingOut = ["", "-"]

  func prompt(_ room: Room, _ place: Place) -> Prompt {
    let number = count - waiting.count + 1
    return Prompt(
      place: place.address, label: "\(place.label) \(number)/\(count)", offer: entry.words,
      history: "list",
      opening: room.asking(question, place) + [
        .hint(
          "From \(replay.title): Enter takes, typing changes, - leaves out; all or none for the rest."
        )
      ], topic: "\(place.address) replay")
  }

  func decide(_ room: Room, _ place: Place, _ line: String, isPasted: Bool) -> Decision {
    let words = line.trimmed
    if Self.leavingOut.contains(words) { return leave([entry], place) }
    if words == "none" { return leave(waiting, place) }
    if words == "all", let decision = takeAll(room, place) { return decision }
    var decision = adopt(take(words, room, place))
    // Taken as it was: a cell that was empty then is not asked for now.
    if decision.fact != nil, words == entry.words { decision.dialog = nil }
    return decision
  }

  private func leave(_ entries: [Replay.Entry], _ place: Place) -> Decision {
    let marks = entries.map { Replay.leavingOut($0.id, at: place) }
    return Decision(
      fact: Fact(.stepLeft(step: marks[0], how: .skipped), done: marks),
      say: [.hint(entries.count == 1 ? "left out" : "\(entries.count) left out")])
  }

  /// As the question's own way of asking takes a line; a list's entry is nobody's turn.
  private func take(_ words: String, _ room: Room, _ place: Place) -> Decision {
    switch question.kind {
    case .table: TableHandler(question).decide(room, place, words, isPasted: false)
    case .group: GroupHandler(question).decide(room, place, words, isPasted: false)
    case .schedule: ScheduleHandler(question).decide(room, place, words, isPasted: false)
    default: add([Replay.Entry(id: entry.id, words: words.onOneLine)], room, place)
    }
  }

  private func takeAll(_ room: Room, _ place: Place) -> Decision? {
    question.kind == .list ? add(waiting, room, place) : nil
  }

  private func add(_ entries: [Replay.Entry], _ room: Room, _ place: Place) -> Decision {
    var items = room.newItems(
      entries.map { EntryLines.attributed($0.words, room) }, for: question, at: place)
    for (index, entry) in entries.enumerated() { items[index].source = replay.source(entry.id) }
    return Decision(
      fact: Fact(.itemsAdded(ItemsAdded(list: place.address, items: items, via: .carried))),
      say: [.noted(ListWords.acknowledgement(items, room))])
  }

  /// Says of what is added where it came from, also behind a question back.
  private func adopt(_ decision: Decision) -> Decision {
    var decision = decision
    if case .itemsAdded(var added)? = decision.fact?.event, added.items.count == 1 {
      added.items[0].source = replay.source(entry.id)
      added.via = .carried
      decision.fact?.event = .itemsAdded(added)
    }
    if let dialog = decision.dialog { decision.dialog = adopt(dialog) }
    return decision
  }

  private func adopt(_ dialog: Dialog) -> Dialog {
    var adopted = dialog
    adopted.options = dialog.options.map { option in
      guard case .decide(let decision) = option.answer else { return option }
      return Dialog.Option(option.keys, option.label, .decide(adopt(decision)))
    }
    return adopted
  }
}
