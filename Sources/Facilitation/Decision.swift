package import Session
package import Values

/// What one input comes to: a fact (seldom several), and what is said once it is on disk.
package struct Decision: Sendable, Equatable {
  package var fact: Fact?
  /// More facts that the same input comes to, in the same write.
  package var further: [Fact] = []
  package var say: [Utterance]
  /// A question back; nil when there is none (any more).
  package var dialog: Dialog?
  /// The question back that a command's own one came between; it is asked again afterwards.
  var interrupted: Dialog?
  /// Whether nothing that was asked back before is asked any more.
  var endsDialogs = false
  /// What is held now, when it changed; `.some(nil)` when nothing is held any more.
  package var held: HeldRound??
  /// The held lines that this says, or lets go: `/undo` holds them again.
  var unheld: [HeldRound.Line] = []
  /// How what is held came to change.
  var heldStep = HeldStep.recorded
  /// Which messages of pasted chats are dealt with, when that changed.
  package var chat: ChatMemory?
  /// Words kept for a later question, by address.
  package var draft: Draft?
  package var leave: Leave?
  /// Words to put back into the line, for editing.
  package var refill: String?
  /// Show the question again, as when it was new.
  package var asksAgain = false
  /// What only the tool around can do.
  package var errand: Errand?

  package init(
    fact: Fact? = nil, say: [Utterance] = [], dialog: Dialog? = nil, held: HeldRound?? = nil,
    refill: String? = nil
  ) {
    self.fact = fact
    self.say = say
    self.dialog = dialog
    self.held = held
    self.refill = refill
  }

  package static func problem(_ words: String, keeping line: String? = nil) -> Decision {
    Decision(say: [.problem(words)], refill: line)
  }

  /// Asks for one of a few keys; words that were meant for what is asked behind them stay in the line.
  static func wanting(_ keys: String, insteadOf line: String) -> Decision {
    let waits = line.trimmed.count > 3
    let way = waits ? " first. Your words wait in the line; Ctrl-U clears it" : ""
    return .problem("Type \(keys)\(way).", keeping: waits ? line : nil)
  }

  package struct Draft: Sendable, Equatable {
    package let address: Address
    package let text: String
    /// What stands between it and words that wait there already.
    package let separator: String
  }

  /// What a change of the held lines is, for `/undo` while people write alone.
  enum HeldStep: Sendable, Equatable {
    /// One more line, or a paste.
    case written
    case takenBack
    case broughtBack
    /// A reveal, or whatever else a record tells.
    case recorded
  }

  package enum Leave: Sendable, Equatable {
    /// The meeting goes on later.
    case paused
    /// The meeting is closed.
    case closed
  }

  /// Things beyond the conversation: a file to read, a document to show.
  package enum Errand: Sendable, Equatable {
    case openEditor(String)
    case readChat(path: String)
    case copySummary
    case steerWall(Wall.View)
    /// What earlier meetings of the project have about these words; so many lines are said already.
    case recall(words: String, found: Int)
  }
}

/// A question back: transient, never a fact.
///
/// What was typed so far is in its options.
package struct Dialog: Sendable, Equatable {
  package indirect enum Answer: Sendable, Equatable {
    /// What to do when this option is taken.
    case decide(Decision)
    /// Go on as if this had been typed.
    case type(String)
    /// Back to the prompt, with these words in the line.
    case refill(String)
    /// The cell that is asked for has this value, which was typed so.
    case fill(JSONValue, line: String)
  }

  package struct Option: Sendable, Equatable {
    /// What is typed for it, in small letters.
    package let keys: [String]
    package let label: String
    /// Words of which any that fit no other option mean this one; none where only its keys do.
    let meaning: String
    package let answer: Answer

    package init(
      _ keys: [String], _ label: String = "", meaning: String = "", _ answer: Answer
    ) {
      self.keys = keys
      self.label = label
      self.meaning = meaning
      self.answer = answer
    }
  }

  /// Free words instead of one of the options.
  package enum Purpose: Sendable, Equatable {
    /// The cells of a row that are still missing, in order.
    case cells(table: Address, open: [OpenCell])
    /// New words for an item.
    case edit(item: String)
    /// Who objects at the read-back, and why.
    case objection(outcome: String, text: String)
    /// Who settles a dispute, and by when.
    case dispute(outcome: String, text: String, why: String?)
    /// More entries, after the categories that nobody has named were read out.
    case headings(group: Address, list: Address)
    /// Words that do not fit: the same line once more makes them an open point.
    case insist(line: String, at: Address)
    /// How we see that an action is done.
    case doneWhen(outcome: String)
    /// What somebody who leaves still holds, read to them at the door.
    case parting(people: [String], step: PartingStep)
    /// What somebody says who has said nothing so far.
    case voice(people: [String])
    /// How many hands there are for each entry of a list.
    case hands(list: Address)
    /// Which of some pasted lines count.
    case paste(text: String, turned: Set<Int>)
    /// Who settles what somebody doubts, and by when.
    case settling(about: String, item: String)
  }

  /// Where a reading at the door stands.
  package enum PartingStep: Sendable, Equatable {
    case read(outcome: String)
    case objection(outcome: String)
    case dispute(outcome: String, why: String?)
    case edit(item: String)
    case sign
  }

  package var question: String
  /// What stands before the cursor where free words are asked for; nil for the question itself.
  package var label: String?
  package var options: [Option]
  /// The option that Enter takes.
  package var enter: Int?
  package var purpose: Purpose?
  package var offer: String
  /// Whether a line that fits the question behind it answers that one, and this one is over.
  var givesWay = false
  /// What words are for that are none of the options.
  var otherwise: Purpose?
  /// Whether each option reads the typed words in its own way, so that none of them was said.
  var isOfReading = false

  package init(
    _ question: String, label: String? = nil, options: [Option] = [], enter: Int? = nil,
    purpose: Purpose? = nil, offer: String = ""
  ) {
    self.question = question
    self.label = label
    self.options = options
    self.enter = enter
    self.purpose = purpose
    self.offer = offer
  }

  /// Who objects, and why: what was not said behind the no.
  static func objecting(purpose: Purpose) -> Dialog {
    Dialog("Who objects, and why? Enter leaves it unsaid.", label: "objection", purpose: purpose)
  }

  /// Who settles a doubt, and by when.
  static func settling(purpose: Purpose) -> Dialog {
    Dialog("Settled by whom, when? Enter leaves it open.", label: "settled by", purpose: purpose)
  }

  /// A yes-or-no question; Enter says yes where nothing is lost by it.
  ///
  /// Where it asks whether a name is `meant`, that name is a yes.
  package static func yesNo(
    _ question: String, enterIsYes: Bool = true, meaning meant: String = "", yes: Answer,
    no: Answer
  ) -> Dialog {
    Dialog(
      question + (enterIsYes ? " [Y/n]" : " [y/N]"),
      options: [Option(["y", "yes"], "yes", meaning: meant, yes), Option(["n", "no"], "no", no)],
      enter: enterIsYes ? 0 : 1)
  }

  /// Numbered alternatives.
  package static func choose(_ question: String, _ options: [(String, Answer)]) -> Dialog {
    Dialog(
      question + " "
        + options.enumerated().map { "\($0 + 1) \($1.0)" }.joined(separator: " · "),
      options: options.enumerated().map { Option([String($0 + 1)], $1.0, meaning: $1.0, $1.1) })
  }
}
