import Values

// A schedule's and a matrix of duties' rows have the same columns in every playbook.
extension Question {
  /// The unit by which a length is known to count days of work.
  package static let workdays = "days of work"

  /// What a row of this kind has, besides what is worked out; nothing for other kinds.
  var builtInColumns: [Column] {
    switch kind {
    case .schedule:
      [
        column("task", .text), column("owner", .person), column("start", .date),
        column("duration", .duration) { $0.unit = Self.workdays },
        column("after", .choices) { $0.of = Expression(.name(id), at: span) },
      ]
    case .raci:
      [column("task", .text)] + DutyKind.allCases.map { column($0.rawValue, .people) }
    default: []
    }
  }

  private func column(
    _ name: String, _ kind: Kind, _ change: (inout Question) -> Void = { _ in }
  ) -> Column {
    let prompt = Template(.prose([.text(name)]), at: span)
    var question = Question(id: "\(id).\(name)", kind: kind, prompt: prompt, span: span)
    question.loops = loops
    change(&question)
    return Column(name: name, cell: .asked(question))
  }
}

/// The four parts that somebody can have in a task.
package enum DutyKind: String, Sendable, CaseIterable {
  /// Does the work.
  case responsible
  /// Answers for the result; exactly one.
  case accountable
  /// Is asked before.
  case consulted
  /// Is told after.
  case informed

  /// The letter that is typed and printed: `R`.
  package var letter: String { rawValue.prefix(1).uppercased() }

  /// The part with this letter, or word; nil for any other.
  package init?(typed word: String) {
    let folded = TextFolding.fold(word)
    guard
      let found = Self.allCases.first(where: {
        $0.rawValue == folded || TextFolding.fold($0.letter) == folded
      })
    else { return nil }
    self = found
  }
}
