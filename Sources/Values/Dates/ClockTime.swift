/// A time of day to the minute.
package struct ClockTime: Sendable, Hashable, Comparable {
  /// 0...1439.
  package let minuteOfDay: Int

  /// Minutes since midnight; what is outside a day wraps around.
  package init(minuteOfDay: Int) {
    let remainder = minuteOfDay % 1440
    self.minuteOfDay = remainder < 0 ? remainder + 1440 : remainder
  }

  /// nil outside 0:00...23:59.
  package init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.init(minuteOfDay: hour * 60 + minute)
  }

  /// Reads `10:15` and `9:05`.
  package init?(typed text: String) {
    let parts = TypedText.plain(text).split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      let hour = ASCIIDigits.value(parts[0]), let minute = ASCIIDigits.value(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  package var hour: Int { minuteOfDay / 60 }
  package var minute: Int { minuteOfDay % 60 }

  /// `10:15`.
  package var display: String {
    "\(ASCIIDigits.padded(hour, to: 2)):\(ASCIIDigits.padded(minute, to: 2))"
  }

  package static func < (a: ClockTime, b: ClockTime) -> Bool { a.minuteOfDay < b.minuteOfDay }
}
