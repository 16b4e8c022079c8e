extension CalendarDate {
  /// Reads `2026-12-03`, and nothing else.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = ASCIIDigits.value(bytes[0..<4]), let month = ASCIIDigits.value(bytes[5..<7]),
      let day = ASCIIDigits.value(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-12-03`.
  package var iso: String {
    "\(ASCIIDigits.padded(year, to: 4))-\(ASCIIDigits.padded(month, to: 2))-"
      + ASCIIDigits.padded(day, to: 2)
  }

  /// `Fri 27 Nov 2026`.
  package var display: String { "\(weekday.shortName) \(day) \(monthShortName) \(year)" }

  /// `Fri 27 Nov`.
  package var shortDisplay: String { "\(weekday.shortName) \(day) \(monthShortName)" }

  /// `November`.
  package var monthName: String { Self.monthNames[month - 1] }

  /// `Nov`.
  package var monthShortName: String { String(monthName.prefix(3)) }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension CalendarDate: CustomStringConvertible {
  package var description: String { iso }
}
