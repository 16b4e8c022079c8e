import Testing

@testable import Values

/// Whatever is typed, nothing traps.
@Suite struct TypedAnythingTests {
  /// The same lines in every run: a linear congruential generator (Knuth's MMIX).
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static let pieces = [
    "ana", "Bo", "and", "&", "by", "on", "due", "before", "the", "of", "end", "next", "this", "in",
    "a",
    "week", "month", "q3", "eom", "fri", "sat", "may", "dec", "3", "31", "3rd", "03/12",
    "2026-12-03",
    "3.12.", "9999", "99999999999999999999", "0", "-", "−", "+2w", "+", ".", ",", ";", ":", "'",
    "#a",
    "@ana", "@", "#", "done", "when", "£", "GBP", "k", "m", "%", "1,200", "1h30", "h", "\u{0}",
    "\u{301}",
    "日本", "👩‍👩‍👧", "\u{202E}", "\"", "\\", "\\u", "d800", "{", "}", "[", "]", "null", "1e5", "/", "T",
    "Z",
    "ago", "from", "now", "tomorrow", "after", "day", "year", "10:15", "at", "latest", "", "\r\n",
    "\t",
  ]

  private func line(_ dice: inout Dice) -> String {
    let count = dice.roll(9)
    let joint = ["", " ", " ", " "][dice.roll(4)]
    return (0..<count).map { _ in Self.pieces[dice.roll(Self.pieces.count)] }
      .joined(separator: joint)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `no line of words, numbers and signs traps`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let today = try #require(CalendarDate(iso: "2026-11-24"))
    let room = RoomNames(people: [(id: "p1", name: "Ana Berg"), (id: "p2", name: "Bo")])
    for _ in 0..<500 {
      let text = line(&dice)
      _ = (Number(text), Number(typed: text)?.display, Percent.fraction(typed: text))
      _ = Money(typed: text, defaultCurrency: "GBP")?.display
      _ = (TimeSpan(typed: text)?.display, ClockTime(typed: text), Instant(iso8601: text)?.iso8601)
      _ = (DatePhrase.read(text, today: today), room.match(text), Slug.make(text))
      if let found = DatePhrase.find(in: text, today: today) { _ = text[found.range] }
      _ = Capture.action(text, people: room, today: today)
      _ = (DisplayText.truncated(text, to: 5), DisplayText.visible(text))
      _ = try? JSONValue(parsing: text)
      let quoted = JSONValue.string(text)
      #expect(try JSONValue(parsing: quoted.encoded()) == quoted)
      #expect(try JSONValue(parsing: quoted.canonical) == quoted)
    }
  }
}
