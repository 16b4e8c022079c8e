package import Session
package import Values

/// Who answered a sign-off, how, and whether that still holds for the text as it stands.
package struct SignatureTable: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    /// The function (or role) that the person speaks for; empty where none is known.
    package let party: String
    package let name: String
    /// Nil where the person has not answered.
    package let verdict: SignoffGiven.Verdict?
    package let condition: String?
    /// For `later`: by which day.
    package let by: CalendarDate?
    /// `aloud 10:51`; nil where nothing was given.
    package let given: String?
    /// The text changed after the answer.
    package let isVoid: Bool

    package init(
      party: String, name: String, verdict: SignoffGiven.Verdict?, condition: String? = nil,
      by: CalendarDate? = nil, given: String? = nil, isVoid: Bool = false
    ) {
      self.party = party
      self.name = name
      self.verdict = verdict
      self.condition = condition
      self.by = by
      self.given = given
      self.isVoid = isVoid
    }

    /// True where this party is bound by the text as it stands.
    package var isBinding: Bool {
      !isVoid && (verdict == .agree || verdict == .reservation)
    }
  }

  package let lines: [Line]

  package init(_ lines: [Line]) { self.lines = lines }

  /// The same as an ordinary table, for formats that know nothing of signatures.
  package var table: TextTable {
    TextTable(
      ["Party", "Name", "Answer", "Condition", "Given"].map { .init($0) },
      lines.map { line in
        [
          .words(line.party.isEmpty ? "–" : line.party), .words(line.name), line.answer,
          .words(line.condition ?? ""), .words(line.given ?? "–"),
        ]
      })
  }
}

extension SignatureTable.Line {
  /// The answer in words; what keeps the text from being in force stands out.
  var answer: [Inline] {
    guard let verdict else { return [.strong("not yet given")] }
    if isVoid { return [.strong("void: the text changed"), .text(" (\(words(of: verdict)))")] }
    return isBinding ? [.text(words(of: verdict))] : [.strong(words(of: verdict))]
  }

  /// `Vera Holt (Marketing), with reservation: £12 is tested next`; nil for a plain yes.
  var openLine: [Inline]? {
    guard !isBinding || verdict != .agree else { return nil }
    let party = party.isEmpty ? "" : " (\(party))"
    let words = [.text("Sign-off: \(name)\(party), ")] + answer
    return condition.map { words + [.text(": ")] + .words($0.singleLine) } ?? words
  }

  private func words(of verdict: SignoffGiven.Verdict) -> String {
    switch verdict {
    case .agree: "agree"
    case .reservation: "with reservation"
    case .decline: "decline"
    case .later: "later" + (by.map { ", by \($0.shortDisplay)" } ?? "")
    case .absent: "absent"
    }
  }
}
