import Testing

@testable import Values

@Test(arguments: [
  ("about 60", RoughFigure.about("60")), ("~60", .about("60")), ("ca. 60", .about("60")),
  ("60 or so", .about("60")), ("60ish", .about("60")), ("60+", .about("60")),
  ("> 60", .about("60")), ("at least £60", .about("£60")), ("up to about 60 %", .about("60 %")),
  ("15-20 euro", .range("15", "20 euro")), ("15 – 20", .range("15", "20")),
  ("£15 to 20", .range("£15", "20")), ("between 15 and 20", .range("15", "20")),
  ("from 15 to 20 %", .range("15", "20 %")), ("1 in 5", .share(1, of: 5)),
  ("3 out of 10", .share(3, of: 10)), ("1/5", .share(1, of: 5)),
  // What is a figure, or none at all.
  ("60", nil), ("-60", nil), ("12 people", nil), ("2026-12-03", nil), ("9 in 3", nil), ("1/0", nil),
  ("overhead 5", nil), ("many", nil), ("about", nil), ("", nil), ("15-", nil),
])
func `a rough figure is taken for what it is`(text: String, figure: RoughFigure?) {
  #expect(RoughFigure(text) == figure)
}
