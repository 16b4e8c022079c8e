import Facilitation
import PlaybookLanguage
import Session
import Values

/// What of a half-typed line may wait on a disk.
extension MeetingLoop {
  /// Whether a line may stand nowhere but in the session, be it at an open prompt.
  func isSecret(_ line: String) -> Bool { facilitator.isSecret(line, moment()) }

  /// Keeps a half-typed answer; nothing of a vote or an anonymous round, where it may begin with a
  /// name.
  func keep(_ line: String, _ prompt: Prompt) {
    if prompt.place == nil { keepAside(line, prompt) }
    let isNamedWriting =
      prompt.isHidden && facilitator.session.place?.question?.isAnonymous == false
    guard let place = prompt.place, prompt.history != nil || isNamedWriting || line.isEmpty,
      !isSecret(line)
    else { return }
    drafts.keep(line == prompt.offer || line.isEmpty ? nil : line, at: place)
  }

  /// Keeps what is half typed for a question back in free words: a cell, an entry's new words.
  private func keepAside(_ line: String, _ prompt: Prompt) {
    guard let dialog = facilitator.dialog, dialog.options.isEmpty, !prompt.isWiped,
      facilitator.held == nil, let place = facilitator.session.place?.address
    else { return }
    var isCell = false
    if case .cells = dialog.purpose { isCell = true }
    drafts.setAside(
      line == prompt.offer || line.isEmpty ? nil : line, at: place, isCell: isCell)
  }
}
