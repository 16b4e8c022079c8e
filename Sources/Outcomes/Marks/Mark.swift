package import Values

/// Something that a person marked in a log, or said in a way that can be heard: an action, a decision.
package struct Mark: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case action, decision
    /// Raised and not settled: `ISSUE:`, `#help`.
    case issue
    /// Worth keeping: `#info`, `#idea`, `#link`, and what was turned down.
    case note
  }

  package let kind: Kind
  /// The words without the marker and without the owners in front of them.
  package var text: String
  /// Whose it is, as the log names them; empty where nobody was named.
  package var owners: [String]
  /// The day that a tracker set; a day in the words stays there.
  package var due: CalendarDate?
  /// An action that the log tells as done.
  package var isDone = false
  /// Whether somebody marked it; false for what only sounds like it, and has to be asked about.
  package let isExplicit: Bool
  /// The line of the log, counted from 1.
  package let line: Int
  /// Who typed it, where the log says.
  package let speaker: String?

  package init(
    _ kind: Kind, _ text: String, owners: [String] = [], isExplicit: Bool = true, line: Int,
    speaker: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.owners = owners
    self.isExplicit = isExplicit
    self.line = line
    self.speaker = speaker
  }

  /// The same with its people called otherwise, each once.
  package func renamed(_ name: (String) -> String) -> Mark {
    var mark = Mark(
      kind, text, isExplicit: isExplicit, line: line, speaker: speaker.map(name))
    for owner in owners.map(name) where !mark.owners.contains(owner) { mark.owners.append(owner) }
    (mark.due, mark.isDone) = (due, isDone)
    return mark
  }
}

/// One thing that was said in a log, without its time.
package struct SaidLine: Sendable, Equatable {
  /// The line of the log, counted from 1.
  package let number: Int
  /// Nil in notes that name no speaker.
  package let speaker: String?
  package var text: String

  package init(_ number: Int, _ speaker: String?, _ text: String) {
    self.number = number
    self.speaker = speaker
    self.text = text
  }
}
