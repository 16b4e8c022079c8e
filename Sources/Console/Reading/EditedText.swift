/// What came back from the facilitator's own editor.
package enum EditedText: Sendable, Equatable {
  /// The text as it was saved, without the newline at its end.
  case text(String)
  /// The editor was left with an error status, which means "forget it" in every editor.
  case abandoned(status: Int32)
  /// There is no editor to start, or no terminal to start it on; the reason is a sentence.
  case unavailable(reason: String)
}
