package import Session

/// What a running meeting knows and no record has: lines that are held, and chats that were pasted.
package struct OffRecord: Sendable, Equatable {
  package var held: HeldRound?
  package var chat: ChatMemory
  /// What was held before each line of this sitting, for `/undo`; on a disk held lines have no order.
  private(set) var heldBefore: [Step] = []
  /// What `/undo` has taken back of it, for `/redo`.
  private(set) var heldAfter: [Step] = []

  /// The lines that were held until a record said them, or let them go, by its number.
  private(set) var unheld: [Int: [HeldRound.Line]] = [:]

  /// What was held at a moment, and the last record by then.
  struct Step: Sendable, Equatable {
    let held: HeldRound?
    let record: Int
  }

  package init(held: HeldRound? = nil, chat: ChatMemory = ChatMemory()) {
    self.held = held
    self.chat = chat
  }

  /// The same after a decision that is on disk now, from one record up to another.
  func taking(_ decision: Decision, from first: Int?, record: Int) -> OffRecord {
    var after = self
    if let first, !decision.unheld.isEmpty { after.unheld[first] = decision.unheld }
    if let chat = decision.chat { after.chat = chat }
    guard let next = decision.held else { return after }
    after.held = next
    let now = Step(held: held, record: record)
    switch decision.heldStep {
    case .written: (after.heldBefore, after.heldAfter) = (heldBefore + [now], [])
    case .takenBack:
      (after.heldBefore, after.heldAfter) = (heldBefore.dropLast(), heldAfter + [now])
    case .broughtBack:
      (after.heldBefore, after.heldAfter) = (heldBefore + [now], heldAfter.dropLast())
    case .recorded: (after.heldBefore, after.heldAfter) = ([], [])
    }
    return after
  }
}
