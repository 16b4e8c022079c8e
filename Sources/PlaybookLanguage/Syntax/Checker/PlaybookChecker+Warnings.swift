import Values

/// P3: what is well written and would still go wrong in the room.
extension PlaybookChecker {
  func addWarnings() {
    warnOfTime()
    for section in playbook.sections {
      warnOfTime(in: section)
      // Without documents of its own, a playbook leaves it to the minutes, which show all.
      guard !playbook.documents.isEmpty else { continue }
      for step in section.steps { warnOfUnused(step) }
    }
    for given in playbook.givens where !given.name.contains(".") { warnOfUnused(given) }
  }

  private func warnOfUnused(_ given: Playbook.Given) {
    guard !used.contains(given.name) else { return }
    report(
      .unusedGiven, at: decoder.nameSpans[given.name] ?? given.value.span,
      "nothing reads '\(given.name)'", label: "use it, or leave it out")
  }

  private func warnOfTime() {
    guard let whole = playbook.time else { return }
    let planned = playbook.sections.filter { $0.condition == nil }.compactMap(\.time)
    let sum = planned.reduce(0) { $0 + $1.seconds }
    guard sum > whole.seconds else { return }
    report(
      .overfullMeeting, at: decoder.timeSpan,
      "the sections take \(TimeSpan(seconds: sum).display), and the meeting has \(whole.display)",
      notes: ["shorten sections, or give the meeting more time"])
  }

  private func warnOfTime(in section: Section) {
    guard let whole = section.time else { return }
    let planned = section.steps.filter { $0.condition == nil && $0.each.isEmpty }
    let sum = planned.reduce(0) { $0 + ($1.time?.seconds ?? 0) }
    guard sum > whole.seconds else { return }
    report(
      .overfullMeeting, at: section.title.span,
      "the steps take \(TimeSpan(seconds: sum).display), and the section has \(whole.display)")
  }

  /// Kinds whose answer shows in other ways than by being read.
  private static let selfSufficient: Set<Question.Kind> = [
    .vote, .fist, .rank, .group, .review, .readback, .signoff, .matrix,
  ]

  private func warnOfUnused(_ step: Step) {
    switch step.action {
    case .group(let steps):
      for step in steps { warnOfUnused(step) }
    case .repeated(let loop):
      for step in loop.steps { warnOfUnused(step) }
    case .ask(let question):
      let field = Self.lastWord(question.id)
      // What a part asks is for the playbooks that use it, and not each uses all of it.
      let isOfPart = question.id.contains(".")
      let isUsed =
        isOfPart
        || Self.selfSufficient.contains(question.kind) || question.addTo != nil
        || used.contains(question.id) || usedFields.contains(field)
      guard !isUsed else { return }
      report(
        .unusedAnswer, at: question.span, "nothing uses the answer to '\(field)'",
        notes: ["show it in a document, or leave the question out"])
    case .say, .warn, .show, .set: break
    }
  }
}
