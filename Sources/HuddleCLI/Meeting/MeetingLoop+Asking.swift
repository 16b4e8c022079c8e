import Console
import Facilitation
import Session
import Values

/// What the reader is told of one prompt: what stands in its line, and what happens meanwhile.
extension MeetingLoop {
  /// Whether a round is written alone of which nothing is held here.
  var isWritingAnew: Bool { facilitator.held == nil && facilitator.prompt(moment()).isHidden }

  func request(_ prompt: Prompt, _ moment: Moment) -> ReadRequest {
    offerDraft(prompt.place, moment)
    let draft = prompt.place.flatMap { drafts[$0] }
    offered = refill ?? draft ?? prompt.offer
    return ReadRequest(
      prompt: StyledText(prompt.label.isEmpty ? "> " : "\(prompt.label)> ", .accent),
      prefill: offered,
      historyKind: prompt.history.map { "\($0) \(historyName)" },
      keepsHistory: prompt.history != nil,
      forgets: { [weak self] in self?.isSecret($0) ?? false }, isHidden: prompt.isHidden,
      isWiped: prompt.isWiped,
      isSecret: prompt.isSecret,
      acceptsNewlines: prompt.takesLines, tab: prompt.takesCells ? " | " : " ",
      screensPaste: { text in
        let (kept, remarks) = Self.screened(text, keepsLines: prompt.takesLines)
        return (kept, remarks.isEmpty ? nil : "· " + remarks.joined(separator: " "))
      },
      setsAside: { [weak self] in self?.setAside($0, prompt) },
      deadlines: deadlines(moment),
      reprint: { [weak self] rows in self?.atHand(prompt, rows: rows) ?? [] },
      completions: PromptCompletion(prompt, facilitator.session).candidates,
      onIdle: { [weak self] line in self?.keep(line, prompt) })
  }

  /// A message to one person is not for the room to read, whoever pastes it.
  ///
  /// A chat's tabs part no cells: they stand before what was said. Where the answer is one line, a
  /// chat becomes who said what.
  static func screened(_ text: String, keepsLines: Bool) -> (text: String, remarks: [String]) {
    var (kept, count) = ChatPaste.withoutPrivate(text)
    if ChatPaste(kept).isChat { kept = String(kept.map { $0 == "\t" ? " " : $0 }) }
    var remarks =
      count == 0 ? [] : ["\(count.counted("message")) to one person only left out, unseen."]
    if !keepsLines, let said = ChatPaste.onOneLine(kept) {
      kept = said.line
      remarks.append("A chat: \(said.count.counted("message")) on one line.")
    }
    return (kept, remarks)
  }

  /// What was drafted for the place at hand stands in its line, once.
  private func offerDraft(_ place: Address?, _ moment: Moment) {
    guard let prepared, let place, visited.insert(place).inserted, drafts[place] == nil,
      let text = prepared.text(facilitator, moment)
    else { return }
    drafts.set(text, at: place)
  }

  /// At the first line of a meeting that holds something: how to take it, and how to be rid of it.
  func explainOffer(_ prompt: Prompt) {
    // Who was here last time, and an earlier meeting's answers, are offered with words of their own.
    let isReplay = facilitator.session.state.linked[EarlierAnswers.replayLink] != nil
    guard let place = prompt.place, place != .people, !isReplay, refill == nil, !offered.isEmpty
    else { return }
    let words = reader.wordsOnPrefill
    guard !words.isEmpty, tipsGiven.insert(words).inserted else { return }
    say([.hint(words)])
  }

  /// What was typed in one meeting is nothing for the next one's screen.
  private var historyName: String {
    String((facilitator.session.state.opened?.session ?? "").suffix(12))
  }

  /// Notices at four fifths of the section's time, and at its end.
  private func deadlines(_ moment: Moment) -> [Deadline] {
    guard let box = facilitator.timebox(moment) else { return [] }
    return [
      (box.warnsAt, box.warning), (box.endsAt, box.over),
    ]
    .compactMap { at, message in
      let wait = at.milliseconds - moment.now.milliseconds
      guard wait > 0, !world.hasFixedClock else { return nil }
      return Deadline(at: .now.advanced(milliseconds: wait), message: "   " + message)
    }
  }
}
