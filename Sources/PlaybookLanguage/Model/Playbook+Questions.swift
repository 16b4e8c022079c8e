extension Playbook {
  /// Every question in the order of the file, those inside groups and loops too.
  package var questions: [Question] { sections.flatMap { Self.questions(in: $0.steps) } }

  private static func questions(in steps: [Step]) -> [Question] {
    steps.flatMap { step -> [Question] in
      switch step.action {
      case .ask(let question): [question]
      case .group(let steps): questions(in: steps)
      case .repeated(let loop): questions(in: loop.steps)
      case .say, .warn, .show, .set: []
      }
    }
  }

  /// Every loop of turns in the order of the file.
  package var repeats: [Step.RepeatLoop] { sections.flatMap { Self.repeats(in: $0.steps) } }

  private static func repeats(in steps: [Step]) -> [Step.RepeatLoop] {
    steps.flatMap { step -> [Step.RepeatLoop] in
      switch step.action {
      case .group(let steps): repeats(in: steps)
      case .repeated(let loop): [loop] + repeats(in: loop.steps)
      case .ask, .say, .warn, .show, .set: []
      }
    }
  }
}
