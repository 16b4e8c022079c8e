import PlaybookLanguage
package import Session
package import Values

/// What a document says about the meeting itself: when it was and who wrote it down.
///
/// It comes in from outside, so that making a document reads no clock.
package struct MeetingDetails: Sendable, Equatable {
  package let date: CalendarDate
  package let start: ClockTime?
  /// Nil while the meeting goes on.
  package let end: ClockTime?
  /// Who took it down.
  package let recorder: String?
  /// Seconds east of UTC, in which records' times are shown.
  package let offset: Int

  package init(
    date: CalendarDate, start: ClockTime? = nil, end: ClockTime? = nil, recorder: String? = nil,
    offset: Int = 0
  ) {
    self.date = date
    self.start = start
    self.end = end
    self.recorder = recorder
    self.offset = offset
  }

  /// As the session's own records tell: opened, closed (or last written), and the recorder's name.
  ///
  /// Without a name the first holder of a role `facilitator` counts as the recorder.
  package init(of session: MeetingSession, recorder: String? = nil) {
    let offset = session.state.opened?.offset ?? 0
    let records = session.log.records
    let closed = records.last { $0.fact.event == .sessionClosed }
    // When a log was read in is not when the meeting was.
    let isImported = ["imported", "imported-groups"].contains(session.playbook.id)
    self.init(
      date: session.state.opened?.today
        ?? records.first?.at.date(offsetSeconds: offset) ?? .epoch,
      start: isImported ? nil : records.first?.at.clockTime(offsetSeconds: offset),
      end: isImported ? nil : (closed ?? records.last)?.at.clockTime(offsetSeconds: offset),
      recorder: recorder ?? session.state.holders(of: "facilitator").first?.name,
      offset: offset)
  }
}
