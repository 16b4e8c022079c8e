/// The escape codes that the console steers a terminal with.
enum Codes {
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  static let save = "\u{1b}7"
  static let restore = "\u{1b}8"
  static let home = "\u{1b}[H"
  static let clearBelow = "\u{1b}[J"
  static let clearRight = "\u{1b}[K"

  /// Up so many rows; nothing for 0, which terminals would take for 1.
  static func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  /// Down so many rows that are on the screen already.
  static func down(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)B" : "" }
  /// Right so many columns.
  static func right(_ columns: Int) -> String { columns > 0 ? "\u{1b}[\(columns)C" : "" }
}
