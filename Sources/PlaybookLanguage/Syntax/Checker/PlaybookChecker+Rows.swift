import Values

/// What the rows of a schedule and of a matrix of duties have, the same in every playbook.
extension PlaybookChecker {
  func rowTypes(_ question: Question) -> [String: ValueType] {
    var types: [String: ValueType] =
      question.kind == .schedule ? scheduleTypes(question) : dutyTypes(question)
    types["task"] = .text
    if let of = question.of { types["item"] = type(of: of).element }
    return types
  }

  /// Days are worked out over the whole plan; lengths and slack count days of work.
  private func scheduleTypes(_ question: Question) -> [String: ValueType] {
    [
      "owner": .person, "start": .date, "end": .date, "duration": .number, "slack": .number,
      "critical": .yesno, "after": .list(.item(question.id)),
    ]
  }

  /// Four lists: of people, or of whatever stands across.
  private func dutyTypes(_ question: Question) -> [String: ValueType] {
    let holder = question.across.map { type(of: $0).element } ?? .person
    return Dictionary(
      DutyKind.allCases.map { ($0.rawValue, .list(holder)) },
      uniquingKeysWith: { first, _ in first })
  }
}
