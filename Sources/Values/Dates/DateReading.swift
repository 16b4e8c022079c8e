/// What a date phrase was read as.
package enum DateReading: Sendable, Hashable {
  case date(CalendarDate)
  /// Two or more days that the words may mean, to be asked: `03/12`.
  case ambiguous([CalendarDate])
  case none
}
