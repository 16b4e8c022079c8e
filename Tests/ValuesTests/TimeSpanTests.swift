import Testing

@testable import Values

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("5m", 300, "5 min"), ("90 min", 5_400, "1 h 30"), ("1h30", 5_400, "1 h 30"),
    ("1h30m", 5_400, "1 h 30"), ("1 h 5 min", 3_900, "1 h 05"), ("1.5h", 5_400, "1 h 30"),
    ("60m", 3_600, "60 min"), ("61 minutes", 3_660, "1 h 01"), ("2h", 7_200, "2 h"),
    ("45s", 45, "45 s"), ("90s", 90, "1 min 30 s"), ("3 days", 259_200, "3 days"),
    ("1 day", 86_400, "1 day"), ("2 weeks", 1_209_600, "2 weeks"), ("1w", 604_800, "1 week"),
    ("10d", 864_000, "10 days"), ("36 hours", 129_600, "1 day 12 h"), ("0m", 0, "0 min"),
    ("an hour", 3_600, "60 min"), ("a week", 604_800, "1 week"), ("5 MIN", 300, "5 min"),
    ("1 week 2 days", 777_600, "9 days"), ("0.5m", 30, "30 s"),
    ("1000 weeks", 604_800_000, "1,000 weeks"),
  ])
  func `a length of time is read and shown`(typed: String, seconds: Int, shown: String) {
    #expect(TimeSpan(typed: typed)?.seconds == seconds)
    #expect(TimeSpan(typed: typed)?.display == shown)
  }

  @Test(arguments: [
    "", "5", "m", "5 x", "30m1h", "1h1h", "5m30", "1:30", "-5m", "1.5s", "5 m m", "half a day",
    "99999999999999999999w", "1h 30 x", "5mm", "1 month", "5.m",
  ])
  func `what is no length of time is refused`(typed: String) {
    #expect(TimeSpan(typed: typed) == nil)
  }

  @Test(arguments: [
    ("every week", 7), ("every two weeks", 14), ("every day", 1), ("each week", 7), ("Weekly", 7),
    ("daily", 1), ("every 3 days", 3), ("2 weeks", 14), ("every other week", 14), ("every", nil),
    ("on Mondays", nil), ("", nil), ("every now and then", nil),
  ])
  func `how often is read as people say it`(words: String, days: Int?) {
    #expect(TimeSpan(rhythm: words)?.seconds == days.map { $0 * 86_400 })
  }

  @Test func `days and weeks are decimals`() throws {
    let span = try #require(TimeSpan(typed: "36h"))
    #expect(span.days.description == "1.5")
    #expect(TimeSpan(7, .day)?.weeks == 1)
    #expect(TimeSpan(seconds: 150).minutes == 2)
    #expect(TimeSpan(.max, .week) == nil)
  }

  @Test func `arithmetic gives nil where it does not fit`() {
    let most = TimeSpan(seconds: .max)
    let hour = TimeSpan(seconds: 3_600)
    #expect(most.adding(hour) == nil)
    #expect(TimeSpan(seconds: .min).subtracting(hour) == nil)
    #expect(most.multiplied(by: 2) == nil)
    #expect(hour.multiplied(by: Number("0.5")!)?.seconds == 1_800)
    #expect(TimeSpan(1, .day)?.divided(by: hour) == 24)
    #expect(hour.divided(by: TimeSpan(seconds: 0)) == nil)
    #expect(TimeSpan(seconds: -3_600).display == "-60 min")
    #expect(TimeSpan(seconds: .min).display.hasPrefix("-"))
  }
}
