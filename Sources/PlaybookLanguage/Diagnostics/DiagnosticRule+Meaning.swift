/// P24 and P3: order and circles among names, and what would go wrong in the room.
extension DiagnosticRule {
  static let laterStep = DiagnosticRule("P241", "later-step")
  static let circularValue = DiagnosticRule("P242", "circular-value")

  static let unusedAnswer = DiagnosticRule("P301", "unused-answer", .warning)
  static let overfullMeeting = DiagnosticRule("P302", "overfull-meeting", .warning)
  static let ownerlessAction = DiagnosticRule("P303", "ownerless-action", .warning)
}
