package import Session

/// What a running meeting knows and no record has: lines that are held, and chats that were pasted.
package struct OffRecord: Sendable, Equatable {
  package var held: HeldRound?
  package var chat: ChatMemory
  /// What was held before each line of this sitting, for `/undo`; on a disk held lines have no order.
  package private(set) var heldBefore: [HeldRound?] = []
  /// What `/undo` has taken back of it, for `/redo`.
  package private(set) var heldAfter: [HeldRound?] = []

  package init(held: HeldRound? = nil, chat: ChatMemory = ChatMemory()) {
    self.held = held
    self.chat = chat
  }

  /// The same after a decision that is on disk now.
  func taking(_ decision: Decision) -> OffRecord {
    var after = self
    if let chat = decision.chat { after.chat = chat }
    guard let next = decision.held else { return after }
    after.held = next
    switch decision.heldStep {
    case .written: (after.heldBefore, after.heldAfter) = (heldBefore + [held], [])
    case .takenBack:
      (after.heldBefore, after.heldAfter) = (heldBefore.dropLast(), heldAfter + [held])
    case .broughtBack:
      (after.heldBefore, after.heldAfter) = (heldBefore + [held], heldAfter.dropLast())
    case .recorded: (after.heldBefore, after.heldAfter) = ([], [])
    }
    return after
  }
}
