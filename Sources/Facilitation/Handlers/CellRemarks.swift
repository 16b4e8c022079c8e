import PlaybookLanguage
import Session
import Values

// What is said of days in cells once they are on disk, as of one in a sentence.
extension Question {
  /// The column of the day by which something is to be done; another day may well be over.
  var dueColumn: String? {
    let dates = askedColumns.filter { $0.question?.kind == .date }.map(\.name)
    if dates.contains("due") { return "due" }
    return RowLine.isAction(self) ? dates.first : nil
  }
}

extension Decision {
  /// Days to do something by that are over or far away, of rows as they are now.
  func remarking(daysOf rows: [Item], _ table: Question, _ room: Room) -> Decision {
    guard let column = table.dueColumn else { return self }
    let days = rows.compactMap { row in
      row[column].string.flatMap { CalendarDate(iso: $0) }.map { (row, $0) }
    }
    guard rows.count > 1 else { return days.first.map { remarking($0.1, room) } ?? self }
    let odd = days.compactMap { row, day in
      Decision.oddity(of: day, room).map { "\(room.called(row)): \($0)" }
    }
    guard fact != nil, !odd.isEmpty else { return self }
    let most = 5
    let more = odd.count > most ? " And \(odd.count - most) more." : ""
    var remarked = self
    remarked.say.append(.warning(odd.prefix(most).joined(separator: " ") + more))
    return remarked
  }

  /// Times that stood beside days in cells, which are not kept.
  func remarking(times: [String]) -> Decision {
    guard fact != nil, !times.isEmpty else { return self }
    let words = DisplayText.joined(times)
    let remark = Utterance.hint(
      times.count == 1
        ? "The day is kept, and not the time: \(words)."
        : "The days are kept, and not the times: \(words).")
    guard !say.contains(remark) else { return self }
    var remarked = self
    remarked.say.append(remark)
    return remarked
  }

  /// A day to do something by that is over, or nearly a year away.
  static func oddity(of due: CalendarDate, _ room: Room) -> String? {
    let days = due.days(since: room.moment.today)
    guard days < 0 || days > 300 else { return nil }
    return days < 0 ? "\(due.display) is past." : "\(due.display) is \(days / 7) weeks away."
  }
}

extension ReadRow {
  /// Notes the time beside a day in a cell, which has no place there.
  mutating func noteTime(in word: String, _ question: Question, _ room: Room) {
    guard question.kind == .date,
      let time = DatePhrase.timeOfDay(in: word, today: room.moment.today)
    else { return }
    times.append(time)
  }
}
