package import Values

/// A fact of the meeting, in the past tense: what one line of a journal says.
///
/// State exists only as a fold over these. The wire format is the Journal's affair.
package enum SessionEvent: Sendable, Equatable {
  /// The first record: which meeting this is.
  case sessionOpened(SessionOpened)
  /// The second: the playbook as it was, every part inlined, and earlier sessions that it reads.
  case playbookPinned(PlaybookPinned)
  /// What was read from an earlier session: at the opening, or of a private one once its people are
  /// here again.
  case sessionLinked(session: String, name: String, body: JSONValue)
  /// Somebody went on with it, after a pause, a kill or on another machine.
  case sessionResumed(writer: String)
  /// The project, which was misspelt or another, has its right name from now on; and so the title.
  case sessionRenamed(project: String, title: String)
  /// The meeting is over; nothing is added after it.
  case sessionClosed
  /// The pinned playbook was replaced by a newer one.
  case playbookChanged(PlaybookChanged)
  /// People came, as one line named them; again to rename, or to change roles or function.
  case peopleJoined([PersonJoined])
  /// Somebody left for good, or is away for a while.
  case personLeft(person: String, isAway: Bool)
  /// The meeting reached a step. Bookkeeping: it may be lost without harm.
  case stepEntered(step: String)
  /// A step without an answer of its own was done, skipped or kept as it was.
  /// Whatever the record settles ended in the same way.
  case stepLeft(step: Address, how: StepEnding)
  /// A settled step is asked again.
  case stepReopened(step: Address)
  /// Somebody passed in a round.
  case turnEnded(list: Address, person: String)
  /// Minutes were added to (or taken from) the step at hand.
  case timeChanged(step: String, minutes: Int)
  /// A question was answered; null clears it.
  case answerSet(AnswerSet)
  /// One line or one paste added entries, rows, themes or notes.
  case itemsAdded(ItemsAdded)
  /// Words, columns, or whose it is, changed.
  case itemEdited(ItemEdited)
  /// Items went into a theme, or out of it (nil).
  case itemMoved(items: [String], into: String?)
  /// An item was the same as another; its id is retired.
  case itemMerged(item: String, into: String)
  /// Items were taken out.
  case itemsRemoved(items: [String])
  /// One or more people's votes, as one line gave them.
  case ballotsCast(address: Address, ballots: [Ballot])
  /// A vote given as totals only.
  case ballotCounted(address: Address, counts: [ItemCount])
  /// An outcome was read back aloud.
  case outcomeRead(OutcomeRead)
  /// An outcome as it stood at the close; scans over the library read these.
  case outcomeSettled(OutcomeSettled)
  /// A party answered the question whether it signs.
  case signoffGiven(SignoffGiven)
  /// An earlier session's action changed: done, dropped, another date.
  case actionUpdated(ActionUpdated)
  /// These records no longer count (or count again, when they are undoings themselves).
  case eventsUndone(targets: [Int])
  /// A record of a newer huddle or of somebody's own (`x.`): kept, never applied.
  case unknown(type: String)

  package enum StepEnding: String, Sendable, CaseIterable {
    case done, skipped, kept, deferred
  }

  package struct Ballot: Sendable, Equatable {
    package let person: String
    /// Dots: an array of item ids, one for each dot.
    ///
    /// Fist: a number from 0 to 5.
    package let value: JSONValue

    package init(person: String, value: JSONValue) {
      self.person = person
      self.value = value
    }
  }

  package struct ItemCount: Sendable, Equatable {
    package let item: String
    package let votes: Int

    package init(item: String, votes: Int) {
      self.item = item
      self.votes = votes
    }
  }

  /// Whether an undo that names it counts: what can be undone, and undoings, for redoing.
  var mayBeDead: Bool { if case .eventsUndone = self { true } else { isUndoable } }

  /// Whether `/undo` may take it back.
  ///
  /// Facts about the file itself stay.
  package var isUndoable: Bool {
    switch self {
    case .sessionOpened, .playbookPinned, .sessionLinked, .sessionResumed, .sessionClosed,
      .stepEntered, .eventsUndone, .outcomeSettled, .unknown:
      false
    default: true
    }
  }
}
