import Outcomes
import PlaybookLanguage
import Session
import Values

// The short documents that every meeting has.
extension DocumentBuilder {
  /// What was agreed, for a playbook that describes no agreement of its own.
  var agreement: Document {
    let standing = signoffOfMeeting
    return Document(
      id: "agreement", title: "Agreement: \(meetingTitle)",
      blocks: [headLines(standing)] + titled("Agreed", agreementBlocks)
        + titled("Decided", decisionBlocks)
        + titled("Next steps", actionBlocks) + titled("Support", lastFist)
        + titled("Open", openWithWarnings)
        + (standing.map { titled("Sign-off", signatureBlocks($0)) } ?? []))
  }

  /// One page: what was agreed and decided, who does what, what is open.
  var onePage: Document {
    let risks = summary.risks.isEmpty ? [] : titled("Risks", riskLines)
    let next = summary.events.isEmpty ? [] : titled("Dates", outcomeBlocks("events"))
    let standing = signoffOfMeeting
    return Document(
      id: "summary", title: "Summary: \(meetingTitle)",
      blocks: [headLines(standing)] + titled("Agreed", agreementBlocks)
        + titled("Decided", bullets(summary.decisions.map { .words($0.text) + disputeMark($0) }))
        + titled("Who does what", actionTasks) + risks + next
        + titled("Open", bullets(openLines(standing))))
  }

  /// What the parties of the meeting's agreement said of it; nil where nothing is signed.
  var signoffOfMeeting: SignoffStanding? {
    signoff(for: "agreement") ?? questions(.signoff).first.flatMap { signoff(named: $0.id) }
  }

  /// What the meeting warns of is as open as what was parked.
  private var openWithWarnings: [Block] {
    guard !summary.warnings.isEmpty else { return openBlocks }
    return outcomeBlocks("warnings") + (openRows.isEmpty ? [] : openBlocks)
  }

  /// Conditions and missing answers, warnings, open points, and what was not talked about.
  private func openLines(_ standing: SignoffStanding?) -> [[Inline]] {
    (standing?.table.lines ?? []).compactMap(\.openLine)
      + summary.warnings.map { .words($0.singleLine) } + openRows.map { openLine($0) }
  }

  /// Actions as boxes to tick: `Ana: get an SLA, by Fri 27 Nov`.
  var actionTasks: [Block] {
    guard !summary.actions.isEmpty else { return [Self.none] }
    return [.list(TextList(.tasks, nextActions.map { task($0, isWhole: false) }))]
  }

  /// The next first: this is the list that hangs on the wall.
  private var nextActions: [Outcome] {
    summary.actions.enumerated().sorted { a, b in
      (a.element.due?.iso ?? "9999", a.offset) < (b.element.due?.iso ?? "9999", b.offset)
    }.map(\.element)
  }

  /// A page of tasks, for tools that keep them: each with how one will know that it is done.
  package var checklist: Document {
    let tasks =
      summary.actions.isEmpty
      ? [Self.none] : [.list(TextList(.tasks, nextActions.map { task($0, isWhole: true) }))]
    return addressed(listing("actions", "Actions", tasks))
  }

  private func task(_ action: Outcome, isWhole: Bool) -> TextList.Entry {
    let owner = action.owner.map { Inline.strong($0.name) } ?? .strong("nobody")
    let due: [Inline] =
      action.due.map { [.text(", by "), .day($0, day($0))] } ?? [.text(", no date")]
    let doubt = action.doubt.map { [Inline.text(" "), .strong("(\($0))")] } ?? []
    let done = isWhole ? action.doneWhen.map { [.lineBreak] + .words("Done when: \($0)") } : nil
    return TextList.Entry(
      [owner, .text(": ")] + .words(action.text) + due + doubt + (done ?? []),
      isDone: action.words("state") == "done")
  }

  /// The worst ones only: a page has no room for a register.
  private var riskLines: [Block] {
    bullets(
      risksByScore.prefix(5).map { risk in
        .words(risk.text) + (risk.score.map { [.text(" · score \($0.display)")] } ?? [])
      })
  }

  private func openLine(_ row: [[Inline]]) -> [Inline] {
    let settler = row[2].plainLine
    return row[1] + (settler == "–" ? [] : [.text(" · \(settler)")])
  }
}
