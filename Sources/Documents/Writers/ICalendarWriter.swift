import Values

/// Actions, promised answers and signatures as to-dos, and days as events of a calendar (RFC 5545).
///
/// Ids and time stamps come from the session, so a second import changes what is there and adds
/// nothing twice. Outlook and Google’s calendar pass over to-dos, so the day on which an open action
/// is due is an event as well.
package enum ICalendarWriter {
  package static func write(_ sheet: ActionSheet) -> String {
    let head = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huddle//huddle//EN",
      "X-WR-CALNAME:" + ICalendarText.escape(sheet.title),
    ]
    let stamp = utc(sheet.stamp)
    let body =
      (sheet.actions + sheet.promises).flatMap { action in
        // What was said of it since makes it a newer one than a calendar has.
        let stamp = utc(max(sheet.stamp, action.followed ?? sheet.stamp))
        return todo(action, sheet, stamp) + due(action, sheet, stamp)
      }
      + sheet.days.flatMap { event($0, sheet, stamp) }
    return (head + body + ["END:VCALENDAR"]).map(ICalendarText.folded).joined()
  }

  private static func todo(_ action: ActionSheet.Action, _ sheet: ActionSheet, _ stamp: String)
    -> [String]
  {
    var lines = ["BEGIN:VTODO", uid(action.id, "todo", sheet), "DTSTAMP:\(stamp)"]
    if let due = action.due { lines.append("DUE;VALUE=DATE:\(basic(due))") }
    lines += [
      "SUMMARY:"
        + ICalendarText.escape(action.owner.map { "\($0): \(action.text)" } ?? action.text),
      "DESCRIPTION:" + ICalendarText.escape(sheet.description(of: action)),
      "STATUS:" + status(action.state), "PRIORITY:5",
    ]
    return lines + categories(sheet) + ["END:VTODO"]
  }

  private static func due(_ action: ActionSheet.Action, _ sheet: ActionSheet, _ stamp: String)
    -> [String]
  {
    guard let due = action.due else { return [] }
    // One that an earlier import put there has to go.
    let status = action.state == .open ? [] : ["STATUS:CANCELLED"]
    let words = action.owner.map { "\($0): \(action.text)" } ?? action.text
    return [
      "BEGIN:VEVENT", uid(action.id, "due", sheet), "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(basic(due))", "SUMMARY:" + ICalendarText.escape("Due: \(words)"),
      "DESCRIPTION:" + ICalendarText.escape(sheet.description(of: action)),
    ] + status + categories(sheet) + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func event(_ day: ActionSheet.Day, _ sheet: ActionSheet, _ stamp: String)
    -> [String]
  {
    var lines = [
      "BEGIN:VEVENT", uid(day.id, "day", sheet), "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(basic(day.date))",
      "SUMMARY:" + ICalendarText.escape(day.text),
      "DESCRIPTION:"
        + ICalendarText.escape(
          [day.owner.map { "Called by \($0)" }, "From: \(sheet.title), \(sheet.date.display)"]
            .compactMap { $0 }.joined(separator: "\n")),
    ]
    if let rule = day.every.flatMap(recurrence) { lines.append(rule) }
    return lines + categories(sheet) + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  private static func categories(_ sheet: ActionSheet) -> [String] {
    sheet.project.isEmpty ? [] : ["CATEGORIES:" + ICalendarText.escape(sheet.project)]
  }

  private static func uid(_ id: String, _ kind: String, _ sheet: ActionSheet) -> String {
    "UID:\(Slug.make(sheet.session))-\(kind)-\(Slug.make(id))@huddle"
  }

  private static func status(_ state: ActionSheet.State) -> String {
    switch state {
    case .open: "NEEDS-ACTION"
    case .done: "COMPLETED"
    case .dropped: "CANCELLED"
    }
  }

  /// Whole weeks or days; anything shorter is no rhythm for a calendar of days.
  private static func recurrence(_ span: TimeSpan) -> String? {
    let days = span.seconds / 86_400
    guard days > 0 else { return nil }
    return days.isMultiple(of: 7)
      ? "RRULE:FREQ=WEEKLY;INTERVAL=\(days / 7)" : "RRULE:FREQ=DAILY;INTERVAL=\(days)"
  }

  /// `20261211`.
  private static func basic(_ date: CalendarDate) -> String { date.iso.filter { $0 != "-" } }

  /// `20261124T103200Z`.
  private static func utc(_ instant: Instant) -> String {
    instant.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }
}
