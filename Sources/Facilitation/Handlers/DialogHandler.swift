import Outcomes
import PlaybookLanguage
import Session
import Values

/// A question back: one of its options, or free words.
struct DialogHandler {
  let dialog: Dialog

  init(_ dialog: Dialog) { self.dialog = dialog }

  func prompt(_ room: Room) -> Prompt {
    if case .insist(let line, let asked) = dialog.purpose, let place = room.place {
      var prompt = Handlers.handler(for: place).prompt(room, place)
      // A command may have led elsewhere: there the words were never refused.
      guard place.address == asked else { return prompt }
      prompt.offer = line
      prompt.opening = []
      return prompt
    }
    if case .parting = dialog.purpose {
      return Prompt(
        place: nil, label: dialog.label ?? "", offer: dialog.offer,
        opening: [.question(dialog.question)])
    }
    guard dialog.options.isEmpty else {
      var prompt = Prompt(
        place: nil, label: "", completions: dialog.options.map(\.label).filter { !$0.isEmpty },
        opening: [.question(dialog.question)])
      // A vote that is typed here is as blind as at its own prompt.
      let kind = room.place?.question?.kind
      prompt.isWiped = kind == .vote || kind == .fist
      return prompt
    }
    var prompt = Prompt(
      place: nil, label: dialog.label ?? dialog.question, offer: dialog.offer,
      completions: completions(room),
      opening: dialog.label == nil ? [] : [.question(dialog.question)])
    // New words of an anonymous entry may begin with a name.
    if case .edit(let id) = dialog.purpose, let item = room.state.item(id) {
      prompt.isWiped = room.session.isAnonymous(item.list)
    }
    return prompt
  }

  private func completions(_ room: Room) -> [String] {
    guard case .cells(let list, let open) = dialog.purpose, let name = open.first?.column,
      let question = room.session.index.questions[list.question]?.content.column(name)
    else { return [] }
    return AnswerKinds.kind(of: question)?.completions(question, room.context(question)) ?? []
  }

  func decide(_ room: Room, _ line: String) -> Decision {
    if let command = SlashCommand.parse(line) {
      // What is asked about is not recorded yet: to take it back is to have it in the line again.
      if command.atDialog == .takesItBack, let words = unrecorded {
        return Decision(
          say: [.hint("Nothing of it is recorded: it stands in the line again.")], refill: words)
      }
      var decision = command.run(room)
      if decision.asksAgain, let place = room.place {
        // The list at hand is that of the question behind this one.
        decision.say += Handlers.handler(for: place).prompt(room, place).opening
      }
      if command.atDialog != .keepsIt {
        decision.endsDialogs = true
        decision.refill = decision.refill ?? unrecorded
        if command.atDialog == .endsItForEntry { decision.dialog = asking(after: decision, room) }
      } else if decision.dialog == nil {
        decision.dialog = dialog
      } else {
        decision.interrupted = dialog
      }
      return decision
    }
    if let purpose = dialog.purpose {
      if line.trimmed == "?", let help = Self.help(purpose) {
        return Decision(say: [.hint(help)], dialog: dialog)
      }
      return words(purpose, line.unslashed, room)
    }
    return Renumbering(room).decision(option(line, room))
  }

  /// What can be typed where free words are asked for; nil where a question mark is for its place.
  private static func help(_ purpose: Dialog.Purpose) -> String? {
    switch purpose {
    case .objection, .parting(_, .objection):
      "Whose objection it is and why, such as ana: too early; it stands with the line. Who settles "
        + "it is asked next."
    case .dispute, .settling, .parting(_, .dispute):
      "A name and a day, such as ana fri: it becomes an open point of theirs. Enter leaves it open."
    case .edit, .parting(_, .edit): "The words as they should stand; Enter leaves them as they are."
    case .doneWhen: "What everybody will see when it is done; Enter leaves it out."
    case .parting(_, .sign): SignoffHandler.legend
    case .parting(_, .read): "y it is mine · e NEW WORDS changes it · n WHY disputes it"
    default: nil
    }
  }

  /// The cells that are still asked for once an entry is taken out: those of the other rows.
  private func asking(after decision: Decision, _ room: Room) -> Dialog? {
    guard case .cells(let list, let open)? = dialog.purpose ?? dialog.otherwise,
      let table = room.session.index.questions[list.question]?.content
    else { return nil }
    let after = decision.fact.map(room.after) ?? room
    return Cells(table, after).dialog(list, open)
  }

  /// Words that a no would put back into the line.
  private var unrecorded: String? {
    if case .paste(let text, _) = dialog.purpose { return text }
    for option in dialog.options {
      if case .refill(let text) = option.answer, !text.isEmpty { return text }
    }
    return nil
  }

  private func option(_ line: String, _ room: Room) -> Decision {
    let typed = TextFolding.fold(line.trimmed)
    let chosen =
      typed.isEmpty
      ? dialog.enter.map { dialog.options[$0] }
      : dialog.options.first { $0.keys.contains(typed) || Self.isSame(typed, as: $0.label) }
    guard let chosen else {
      if let other = otherwise(line, room) { return other }
      let fitting = FittingWords.only(typed, among: dialog.options.map(\.meaning))
        .map { take(dialog.options[$0], room) }
      // Between readings of a line, another answer that is certain comes first.
      if !dialog.isOfReading, let fitting { return fitting }
      if let meant = behind(line, room) { return meant }
      if let fitting { return fitting }
      let keys = DisplayText.joined(dialog.options.compactMap(\.keys.first), by: "or")
      return Decision.wanting(keys, insteadOf: line).keepingDialog(dialog)
    }
    return take(chosen, room)
  }

  private func take(_ option: Dialog.Option, _ room: Room) -> Decision {
    switch option.answer {
    case .decide(let decision): return decision
    case .type(let text): return retype(text, room)
    case .refill(let text): return Decision(refill: text)
    case .fill(let value, let line):
      guard case .cells(let list, let open) = dialog.otherwise,
        let table = room.session.index.questions[list.question]?.content
      else { return Decision() }
      return Cells(table, room).record(value, list, open, line)
    }
  }

  /// What words come to that are no option, where they are certain: another answer, or none.
  private func otherwise(_ line: String, _ room: Room) -> Decision? {
    guard let purpose = dialog.otherwise else { return nil }
    let decision = words(purpose, line.unslashed, room)
    let isLeft = line.trimmed.isEmpty || OpenWord.saysNothing(line)
    return decision.fact != nil || isLeft ? decision : nil
  }

  /// `30%` is the option `30 %`.
  private static func isSame(_ typed: String, as label: String) -> Bool {
    typed.filter { !$0.isWhitespace } == TextFolding.fold(label).filter { !$0.isWhitespace }
  }

  /// The answer to the question behind this one, for which words were meant that are no option.
  private func behind(_ line: String, _ room: Room) -> Decision? {
    guard dialog.givesWay, !line.trimmed.isEmpty, let place = room.place else { return nil }
    let meant = Facilitator.answer(line, room, place, isPasted: false)
    guard meant.fact == nil else { return meant }
    // Between readings of a line, only another answer that is certain is one.
    return dialog.isOfReading ? nil : meant.keepingDialog(dialog)
  }

  /// Decides as if the mended line had been typed: whoever said yes need not press Enter again.
  private func retype(_ text: String, _ room: Room) -> Decision {
    if let command = SlashCommand.parse(text) { return command.run(room) }
    guard let place = room.place else { return ClosingHandler().decide(room, text) }
    return Handlers.handler(for: place).decide(room, place, text, isPasted: false)
  }

  private func words(_ purpose: Dialog.Purpose, _ line: String, _ room: Room) -> Decision {
    switch purpose {
    case .cells(let list, let open):
      guard let table = room.session.index.questions[list.question]?.content else {
        return Decision()
      }
      return Cells(table, room).decide(line, list, open)
    case .edit(let item):
      let edited = ItemEditing(room).decide(line, item)
      // What was refused is mended here, and never an answer to the question behind.
      return edited.refill?.isEmpty == false ? edited.keepingDialog(dialog) : edited
    case .objection(let id, let text): return ReadbackHandler.object(line, id, text, room)
    case .dispute(let id, let text, let why):
      return ReadbackHandler.dispute(line, id, text, why, room)
    case .headings(_, let list):
      guard let place = room.place, let question = place.question, question.kind == .group else {
        return Decision()
      }
      return GroupHandler(question).more(line, room, place, list, dialog)
    case .insist(let refused, let asked):
      guard let place = room.place else { return Decision() }
      if place.address == asked, line.trimmed == refused.trimmed, !line.trimmed.isEmpty {
        return Shorthand("??").keep(line.trimmed, room, place)
      }
      return Facilitator.answer(line, room, place, isPasted: false)
    case .parting(let people, let step):
      return Parting(room, people)?.decide(line, step) ?? Decision()
    case .paste(let text, let turned):
      guard let place = room.place else { return Decision() }
      return PasteReview(text, turned: turned, room).decide(line, place)
    case .hands(let list): return QuickVote(room).decide(line, at: list)
    case .settling(let doubt, let item):
      guard !line.trimmed.isEmpty else { return Decision() }
      return Shorthand("?? " + line.trimmed).openPoint(aboutDoubt: doubt, of: item, room)
        .keepingDialog(dialog)
    case .voice(let people): return Silence(room).decide(line, people)
    case .doneWhen where ["y", "yes", "n", "no", "ok"].contains(TextFolding.fold(line.trimmed)):
      return Decision(
        say: [.problem("How do we see that it is done? A few words, or Enter.")], dialog: dialog)
    case .doneWhen(let id):
      guard !line.trimmed.isEmpty, room.state.item(id) != nil else { return Decision() }
      return Decision(
        fact: Fact(
          .itemEdited(
            ItemEdited(item: id, row: [.init("done_when", .string(line.trimmed.onOneLine))]))))
    }
  }
}
