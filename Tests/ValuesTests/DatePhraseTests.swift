import Testing

@testable import Values

/// Today is Tuesday 24 November 2026, unless a case says otherwise.
@Suite struct DatePhraseTests {
  static let tuesday = CalendarDate(iso: "2026-11-24")!
  static let friday = CalendarDate(iso: "2026-11-27")!
  static let sunday = CalendarDate(iso: "2026-11-29")!

  static func spelled(_ reading: DateReading) -> String {
    switch reading {
    case .date(let date): date.iso
    case .ambiguous(let dates): dates.map(\.iso).joined(separator: " or ")
    case .none: "none"
    }
  }

  @Test(arguments: [
    ("today", "2026-11-24"), ("tonight", "2026-11-24"), ("tomorrow", "2026-11-25"),
    ("Tomorrow.", "2026-11-25"), ("tmrw", "2026-11-25"), ("yesterday", "2026-11-23"),
    ("day after tomorrow", "2026-11-26"), ("the day after tomorrow", "2026-11-26"),
    ("mon", "2026-11-30"), ("tue", "2026-12-01"), ("wed", "2026-11-25"), ("thu", "2026-11-26"),
    ("fri", "2026-11-27"), ("sat", "2026-11-28"), ("sun", "2026-11-29"), ("Friday", "2026-11-27"),
    ("FRIDAY", "2026-11-27"), ("thurs", "2026-11-26"), ("tues", "2026-12-01"),
    ("weds", "2026-11-25"),
    ("this fri", "2026-11-27"), ("this tue", "2026-11-24"), ("this mon", "2026-11-30"),
    ("next tue", "2026-12-01"), ("next fri", "2026-12-04"), ("next monday", "2026-11-30"),
    ("next sun", "2026-12-06"), ("coming fri", "2026-11-27"), ("fri next week", "2026-12-04"),
    ("next week fri", "2026-12-04"), ("next week on Friday", "2026-12-04"),
    ("on Friday", "2026-11-27"),
    ("by Friday", "2026-11-27"), ("due by Friday", "2026-11-27"), ("until Friday", "2026-11-27"),
    ("Friday morning", "2026-11-27"), ("Friday at 10:00", "2026-11-27"), ("fri 5pm", "2026-11-27"),
    ("fri eod", "2026-11-27"), ("Friday at the latest", "2026-11-27"),
    ("Friday at noon", "2026-11-27"),
    ("in 2 weeks", "2026-12-08"), ("in 3 days", "2026-11-27"), ("in a month", "2026-12-24"),
    ("in two weeks", "2026-12-08"), ("in an year", "2027-11-24"), ("in 3d", "2026-11-27"),
    ("in 2w", "2026-12-08"), ("within 2 weeks", "2026-12-08"), ("in two weeks' time", "2026-12-08"),
    ("in a fortnight", "2026-12-08"), ("in 6 months", "2027-05-24"), ("in 0 days", "2026-11-24"),
    ("in twelve months", "2027-11-24"), ("in a quarter", "2027-02-24"), ("+2w", "2026-12-08"),
    ("mid jan", "2027-01-15"), ("mid-January 2028", "2028-01-15"),
    ("by the middle of March", "2027-03-15"), ("mid next month", "2026-12-15"),
    ("+3d", "2026-11-27"), ("+1m", "2026-12-24"), ("+1y", "2027-11-24"),
    ("2 weeks from now", "2026-12-08"), ("3 days from today", "2026-11-27"),
    ("a week from now", "2026-12-01"), ("2 weeks ago", "2026-11-10"),
    ("this week", "2026-11-27"), ("next week", "2026-12-04"), ("end of week", "2026-11-27"),
    ("end of the week", "2026-11-27"), ("eow", "2026-11-27"), ("end of next week", "2026-12-04"),
    ("by the end of next week", "2026-12-04"), ("eom", "2026-11-30"),
    ("end of month", "2026-11-30"),
    ("end of the month", "2026-11-30"), ("month end", "2026-11-30"), ("this month", "2026-11-30"),
    ("end of this month", "2026-11-30"), ("end of next month", "2026-12-31"), ("eoq", "2026-12-31"),
    ("end of quarter", "2026-12-31"), ("end of next quarter", "2027-03-31"), ("eoy", "2026-12-31"),
    ("end of year", "2026-12-31"), ("end of the year", "2026-12-31"), ("year end", "2026-12-31"),
    ("end of next year", "2027-12-31"), ("end of 2027", "2027-12-31"), ("eod", "2026-11-24"),
    ("end of day", "2026-11-24"), ("cob", "2026-11-24"),
    ("end of Q3", "2027-09-30"), ("end of Q4", "2026-12-31"), ("end of Q1", "2027-03-31"),
    ("end of Q3 2028", "2028-09-30"), ("end Q1", "2027-03-31"), ("end of March", "2027-03-31"),
    ("end of Feb 2028", "2028-02-29"), ("end of November", "2026-11-30"),
    ("start of Q1", "2027-01-01"), ("beginning of next month", "2026-12-01"),
    ("start of next week", "2026-11-30"),
    ("3 Dec", "2026-12-03"), ("Dec 3", "2026-12-03"), ("3 December", "2026-12-03"),
    ("December 3rd", "2026-12-03"), ("3rd of December", "2026-12-03"), ("3rd Dec", "2026-12-03"),
    ("the 3rd of December", "2026-12-03"), ("December the 3rd", "2026-12-03"),
    ("03 dec", "2026-12-03"),
    ("3 Dec 2026", "2026-12-03"), ("Dec 3, 2026", "2026-12-03"), ("3. Dec", "2026-12-03"),
    ("3-Dec", "2026-12-03"), ("3-dec-2026", "2026-12-03"), ("3dec", "2026-12-03"),
    ("1 March 2027", "2027-03-01"), ("1 March", "2027-03-01"), ("23 Nov", "2027-11-23"),
    ("24 Nov", "2026-11-24"), ("1 sept", "2027-09-01"), ("29 Feb", "2028-02-29"),
    ("3 may", "2027-05-03"), ("may 3", "2027-05-03"), ("1 Jan 2020", "2020-01-01"),
    ("Fri 27 Nov 2026", "2026-11-27"), ("Friday, 27 November", "2026-11-27"),
    ("Thu 27 Nov", "2026-11-27 or 2026-11-26"), ("2026-12-03", "2026-12-03"),
    ("2026/12/03", "2026-12-03"),
    ("03/12", "2026-12-03 or 2027-03-12"), ("3/12", "2026-12-03 or 2027-03-12"),
    ("13/12", "2026-12-13"),
    ("12/13", "2026-12-13"), ("12/12", "2026-12-12"), ("03/12/2026", "2026-12-03 or 2026-03-12"),
    ("13/12/26", "2026-12-13"), ("31/12/2026", "2026-12-31"),
    ("03-12-2026", "2026-12-03 or 2026-03-12"),
    ("3.12.", "2026-12-03"), ("3.12", "2026-12-03"), ("3.12.2026", "2026-12-03"),
    ("3.12.26", "2026-12-03"),
    ("24.11.", "2026-11-24"), ("by the 3rd", "2026-12-03"), ("the 24th", "2026-11-24"),
    ("the 31st", "2026-12-31"), ("by March", "2027-03-01 or 2027-03-31"),
    ("by November", "2026-11-30"),
    ("Q1", "2027-01-01 or 2027-03-31"), ("next month", "2026-12-01 or 2026-12-31"),
    ("  fri  ", "2026-11-27"), ("in\u{A0}2\u{A0}weeks", "2026-12-08"),
  ])
  func `a whole field is read as a day`(text: String, day: String) {
    #expect(Self.spelled(DatePhrase.read(text, today: Self.tuesday)) == day)
  }

  @Test(arguments: [
    "", "soon", "second", "fri sat", "31 Feb", "30/2", "2026-02-30", "32 Dec", "0/12", "13/13",
    "in 99999 years", "in 999999999999999999 days", "+99999y", "in", "next", "by", "end of", "end",
    "the", "fridays", "Friday's", "in many days", "1/2/3/4", "2026", "12", "1.2.3.4", "Q5", "3rd",
    "half past two", "+", "+w", "/", "3/", "--", ".", "the 32nd", "the plan", "asap",
  ])
  func `what is no day is none`(text: String) {
    #expect(DatePhrase.read(text, today: Self.tuesday) == .none)
  }

  @Test(arguments: [
    ("31 Feb", "31 Feb: 2027-02-28"), ("get it by 31 Feb", "31 Feb: 2027-02-28"),
    ("get it, ana Feb 30th", "Feb 30th: 2027-02-28"),
    ("31 April 2027", "31 April 2027: 2027-04-30"),
    ("31/6", "31/6: 2027-06-30"), ("31.11.", "31.11.: 2026-11-30"),
    ("2026-02-30", "2026-02-30: 2026-02-28"), ("30/02/2028", "30/02/2028: 2028-02-29"),
    ("29 Feb", "-"), ("29 Feb 2027", "29 Feb 2027: 2027-02-28"), ("30 Nov", "-"), ("32 Dec", "-"),
    ("a 30/2 split of the money", "-"), ("the version 2.31 is out", "-"), ("sold 31 of them", "-"),
    ("31 Febs ago", "-"), ("", "-"), ("13/13", "-"),
  ])
  func `a day that no calendar has is named, with the last one of its month`(
    text: String, day: String
  ) {
    let found = DatePhrase.impossible(in: text, today: Self.tuesday)
    #expect(found.map { "\($0.words): \($0.instead.iso)" } ?? "-" == day)
  }

  @Test(arguments: [
    ("fri", "2026-12-04"), ("friday", "2026-12-04"), ("this fri", "2026-11-27"),
    ("next fri", "2026-12-04"), ("eow", "2026-11-27"), ("this week", "2026-11-27"),
    ("next week", "2026-12-04"), ("mon", "2026-11-30"), ("next mon", "2026-11-30"),
  ])
  func `on a Friday, fri is next week's`(text: String, day: String) {
    #expect(Self.spelled(DatePhrase.read(text, today: Self.friday)) == day)
  }

  @Test(arguments: [
    ("eow", "2026-12-04"), ("mon", "2026-11-30"), ("next mon", "2026-11-30"),
    ("next sun", "2026-12-06"),
    ("sun", "2026-12-06"), ("this sun", "2026-11-29"), ("next week", "2026-12-04"),
    ("eom", "2026-11-30"),
  ])
  func `on a Sunday the week to come is the one that counts`(text: String, day: String) {
    #expect(Self.spelled(DatePhrase.read(text, today: Self.sunday)) == day)
  }

  @Test func `the last days of the calendar do not trap`() throws {
    let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
    for text in ["fri", "next week", "in a month", "eoq", "3 Jan", "next month", "the 30th", "Q1"] {
      _ = DatePhrase.read(text, today: last)
    }
    #expect(DatePhrase.read("tomorrow", today: last) == .none)
  }

  /// What is left of the sentence, the day, or none.
  private func found(_ text: String) -> String {
    guard let (range, reading) = DatePhrase.find(in: text, today: Self.tuesday) else {
      return "none"
    }
    let rest = text.replacingCharacters(in: range)
    return rest + " | " + Self.spelled(reading)
  }

  @Test(arguments: [
    ("draft the plan by Friday", "draft the plan  | 2026-11-27"),
    ("draft the plan by Friday.", "draft the plan  | 2026-11-27"),
    ("draft the plan fri", "draft the plan  | 2026-11-27"),
    (
      "get a signed SLA from the vendor, ana fri",
      "get a signed SLA from the vendor, ana  | 2026-11-27"
    ),
    ("send it by Friday to the board", "send it  to the board | 2026-11-27"),
    ("ship it tomorrow", "ship it  | 2026-11-25"),
    ("by end of Q3 close the books", " close the books | 2027-09-30"),
    ("close the books by end of Q3", "close the books  | 2027-09-30"),
    ("run the pilot until 3 Dec", "run the pilot  | 2026-12-03"),
    ("call them on Monday about the API", "call them  about the API | 2026-11-30"),
    ("review it no later than Friday", "review it  | 2026-11-27"),
    ("finish the draft next tue", "finish the draft  | 2026-12-01"),
    ("finish the draft in 2 weeks", "finish the draft  | 2026-12-08"),
    ("finish the draft, due: fri", "finish the draft,  | 2026-11-27"),
    ("finish the draft due on 3 Dec", "finish the draft  | 2026-12-03"),
    ("pair on the scorer 03/12", "pair on the scorer  | 2026-12-03 or 2027-03-12"),
    ("pair on the scorer 2026-12-03", "pair on the scorer  | 2026-12-03"),
    ("pair on the scorer by 3.12.", "pair on the scorer  | 2026-12-03"),
    ("pick a model by the 3rd", "pick a model  | 2026-12-03"),
    ("replace billing by May", "replace billing  | 2027-05-01 or 2027-05-31"),
    ("ask Bo on Monday and report by Fri", "ask Bo on Monday and report  | 2026-11-27"),
    ("do it before the end of March", "do it  | 2027-03-31"), ("meet sat", "meet  | 2026-11-28"),
    ("(by Friday) draft the plan", " draft the plan | 2026-11-27"), ("fri", " | 2026-11-27"),
    ("clean the data this week", "clean the data  | 2026-11-27"),
    ("name an owner eom", "name an owner  | 2026-11-30"),
    ("sign by Friday morning at the desk", "sign  at the desk | 2026-11-27"),
    ("hold it until tomorrow, then ship", "hold it  then ship | 2026-11-25"),
  ])
  func `a sentence gives up its day`(text: String, rest: String) {
    #expect(found(text) == rest)
  }

  @Test(arguments: [
    "it may work", "may", "march on", "we march on", "we sat down with legal",
    "sat down with legal",
    "where we sat", "write the second draft", "a second draft", "on second thoughts",
    "sun protection",
    "stay out of the sun", "deploy the list to CRM on Mondays", "prepare Friday's review",
    "plan the budget for next year", "collect what failed since Monday", "the outage of 3 Dec",
    "fix what broke yesterday", "upgrade to Python 3.12.", "upgrade before 1.2.3",
    "today's numbers in a table",
    "cut 3/4 of the cases", "work on 3/4 of the cases", "mon ami calls", "find 12 reviewers",
    "move the launch to Friday", "everything after 3 Dec", "order the 2nd desk", "rank the top 3",
    "build on the 2nd floor plan", "on march and may", "a plan for the end of March",
    "wed the two plans",
    "end of story", "in the end", "end the pilot", "next steps", "plan the next release",
    "in 3 cases ask the customer", "decide on Q3 numbers", "a March release", "mar the paint",
    "the deadline was fri", "between mon and tue", "every friday", "", "the", "by", "by and by",
  ])
  func `prose stays prose`(text: String) {
    #expect(found(text) == "none")
  }
}

extension String {
  /// Without the range.
  fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}
