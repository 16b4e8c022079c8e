extension Instant {
  /// `2026-09-23T09:00:02.114Z`; beyond the years 1...9999 the nearest moment within them.
  package var iso8601: String {
    let civil = Civil(self, offsetSeconds: 0)
    let (seconds, milliseconds) = civil.millisecondOfDay.quotientAndRemainder(dividingBy: 1000)
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    let clock = ClockTime(minuteOfDay: minutes)
    return "\(civil.date.iso)T\(clock.display):\(ASCIIDigits.padded(second, to: 2))."
      + "\(ASCIIDigits.padded(milliseconds, to: 3))Z"
  }

  /// Reads `2026-09-23T09:00:02.114Z`; the fraction may be missing, the zone may be `+02:00`.
  ///
  /// nil for anything else, a leap second included. More than three decimals are cut.
  package init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"),
      let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      let second = Self.secondOfDay(bytes[11..<19])
    else { return nil }
    var rest = bytes[19...]
    guard let fraction = Self.takeMilliseconds(&rest), let offset = Self.offset(rest) else {
      return nil
    }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(second - offset)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  private static func secondOfDay(_ bytes: ArraySlice<UInt8>) -> Int? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }),
      let hour = ASCIIDigits.value(parts[0]), let minute = ASCIIDigits.value(parts[1]),
      let second = ASCIIDigits.value(parts[2]), hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func takeMilliseconds(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix(while: DecimalParts.isDigit)
    rest = rest.dropFirst(1 + digits.count)
    return ASCIIDigits.value((Array(digits) + Array("000".utf8)).prefix(3).map { $0 })
      .flatMap { digits.isEmpty ? nil : $0 }
  }

  /// Seconds east of Greenwich for `Z` or `+02:00`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let text = Array(bytes)
    if text == [UInt8(ascii: "Z")] { return 0 }
    guard text.count == 6, text[3] == UInt8(ascii: ":"),
      let hours = ASCIIDigits.value(text[1..<3]), let minutes = ASCIIDigits.value(text[4..<6]),
      hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    switch text[0] {
    case UInt8(ascii: "+"): return seconds
    case UInt8(ascii: "-"): return -seconds
    default: return nil
    }
  }
}
