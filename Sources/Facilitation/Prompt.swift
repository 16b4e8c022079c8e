package import Session
import Values

/// What stands before the cursor, and how to help whoever types there.
package struct Prompt: Sendable, Equatable {
  /// The place that is asked; nil in a question back and at the close.
  package var place: Address?
  /// Before `> `: a question's id or the person whose turn it is.
  package var label: String
  /// The earlier or default answer, ready to edit.
  package var offer: String
  /// Whether an answer may have several lines.
  package var takesLines: Bool
  /// Whether a line may be a row of cells, so that a paste from a spreadsheet keeps them apart.
  package var takesCells = false
  /// Words that Tab offers here, besides commands.
  package var completions: [String]
  /// Whether nobody may see what is typed here, nor find it in the scrollback.
  package var isHidden = false
  /// Whether a typed line leaves the screen once it is taken: a ballot, while a vote is blind.
  package var isWiped = false
  /// Whether what is typed here is nowhere shown again: a line that is held, a ballot.
  package var isSecret = false
  /// What typed lines are remembered under; nil while lines are held.
  package var history: String?
  /// Shown when the topic is new.
  package var opening: [Utterance]
  /// What the opening is about: the place, unless the same place asks of several things.
  package var topic: String

  package init(
    place: Address?, label: String, offer: String = "", takesLines: Bool = false,
    completions: [String] = [], history: String? = nil, opening: [Utterance] = [],
    topic: String? = nil
  ) {
    self.topic = topic ?? place?.description ?? "\(label) \(opening)"
    self.place = place
    self.label = label
    self.offer = offer
    self.takesLines = takesLines
    self.completions = completions
    self.history = history
    self.opening = opening
  }
}
