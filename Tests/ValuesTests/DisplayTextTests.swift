import Testing

@testable import Values

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("👩‍👩‍👧", 2),
    ("👍🏽", 2), ("🇳🇴", 2), ("a\u{1B}b", 2), ("\t", 0), ("❤️", 2), ("ﬁ", 1), ("\u{200B}", 0),
    ("…", 1), ("£", 1), ("\r\n", 0), ("naïve 日本", 10),
  ])
  func `text has a width in columns`(text: String, width: Int) {
    #expect(DisplayText.width(of: text) == width)
  }

  @Test(arguments: [
    ("abc", 5, "abc  "), ("日本", 5, "日本 "), ("abcdef", 3, "abcdef"), ("", 2, "  "), ("a", -1, "a"),
  ])
  func `text is padded to a width`(text: String, width: Int, padded: String) {
    #expect(DisplayText.padded(text, to: width) == padded)
  }

  @Test func `text is padded on either side`() {
    #expect(DisplayText.padded("ab", to: 5, .trailing) == "   ab")
    #expect(DisplayText.padded("ab", to: 5, .centred) == " ab  ")
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
    ("ab cd", 4, "ab…"), ("abc", 1, "…"), ("abc", 0, ""), ("abc", -3, ""), ("", 0, ""),
    ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
  ])
  func `text is cut to a width`(text: String, width: Int, cut: String) {
    #expect(DisplayText.truncated(text, to: width) == cut)
  }

  @Test(
    arguments: [
      ([], ""), (["a, b"], "a, b"), (["a", "b", "c"], "a, b and c"),
      (["The bank slips.", "Nobody asked."], "The bank slips; Nobody asked."),
      (["too dear", "late, again", "why?"], "too dear; late, again; why?"),
      (["£25,200", "£6"], "£25,200 and £6"), (["wait..", "go, now"], "wait..; go, now"),
    ] as [([String], String)])
  func `texts with commas of their own stand apart`(texts: [String], listed: String) {
    #expect(DisplayText.listed(texts) == listed)
  }

  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ] as [([String], String)])
  func `a list reads as a person would say it`(words: [String], joined: String) {
    #expect(DisplayText.joined(words) == joined)
  }

  @Test(arguments: [
    ("plain\ttext\n", "plain\ttext\n"), ("\u{1B}[31mred", "␛[31mred"), ("a\rb", "a␍b"),
    ("\u{7F}", "␡"),
    ("\u{0}", "␀"), ("\u{9B}2J", "\\u{9B}2J"), ("\u{202E}abc", "\\u{202E}abc"),
    ("\u{2066}", "\\u{2066}"),
    ("\u{200F}", "\\u{200F}"), ("\u{61C}", "\\u{61C}"), ("naïve 日本 👩‍👩‍👧", "naïve 日本 👩‍👩‍👧"),
    ("a\r\nb", "a␍\nb"),
  ])
  func `what could act on a terminal is made visible`(text: String, shown: String) {
    #expect(DisplayText.visible(text) == shown)
  }

  @Test(arguments: [
    ("Ana", "ana"), ("ŽOFIA", "zofia"), ("Straße", "strasse"), ("O'Neil", "oneil"),
    ("ΕΛΛΆΔΑ", "ελλάδα"), ("e\u{301}\u{323}a", "ea"),
    ("日本", "日本"), ("Ørsted", "orsted"), ("ﬁ", "ﬁ"),
  ])
  func `names are compared without capitals and marks`(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
  }
}
