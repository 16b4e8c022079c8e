/// A day of the week; the raw value counts from Monday, 1, as ISO 8601 does.
package enum Weekday: Int, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Friday`.
  package var name: String { Self.names[rawValue - 1] }

  /// `Fri`.
  package var shortName: String { String(name.prefix(3)) }

  private static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
