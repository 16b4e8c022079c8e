import Session

extension Decision {
  /// The same decision, changed wherever it ends: behind each option where it asks something first.
  func atItsEnds(_ change: (inout Decision) -> Void) -> Decision {
    var changed = self
    guard let dialog, !dialog.options.isEmpty else {
      change(&changed)
      return changed
    }
    changed.dialog?.options = dialog.options.map { option in
      guard case .decide(let decision) = option.answer else { return option }
      return Dialog.Option(option.keys, option.label, .decide(decision.atItsEnds(change)))
    }
    return changed
  }

  /// The same decision; where it brought only a problem, the question back stays.
  func keepingDialog(_ dialog: Dialog) -> Decision {
    guard fact == nil, self.dialog == nil else { return self }
    var kept = self
    kept.dialog = dialog
    return kept
  }

  /// The same decision with a question back behind whatever it comes to.
  ///
  /// Where it only brings a problem, nothing follows.
  func then(_ room: Room, _ next: (Room) -> Dialog?) -> Decision {
    atItsEnds { end in
      guard end.dialog == nil, end.refill == nil else { return }
      end.dialog = next(end.fact.map(room.after) ?? room)
    }
  }
}
