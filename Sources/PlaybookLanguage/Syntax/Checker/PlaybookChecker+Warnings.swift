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
    warnOfTime(of: section.steps, within: whole, at: section.title.span, "section")
    for step in section.steps {
      guard case .group(let steps) = step.action, let time = step.time else { continue }
      warnOfTime(of: steps, within: time, at: step.span, "group")
    }
  }

  private func warnOfTime(
    of steps: [Step], within whole: TimeSpan, at span: SourceSpan, _ what: String
  ) {
    let sum = Self.seconds(steps)
    guard sum > whole.seconds else { return }
    report(
      .overfullMeeting, at: span,
      "the steps take \(TimeSpan(seconds: sum).display), and the \(what) has \(whole.display)")
  }

  /// The time of what is asked once and in any case; writing alone counts where no time is given.
  private static func seconds(_ steps: [Step]) -> Int {
    steps.reduce(0) { sum, step in
      guard step.condition == nil, step.each.isEmpty else { return sum }
      if let time = step.time { return sum + time.seconds }
      switch step.action {
      case .group(let steps): return sum + seconds(steps)
      case .ask(let question): return sum + (question.alone?.seconds ?? 0)
      default: return sum
      }
    }
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
