import Testing

@testable import Console

/// Checks each row of a table, and says which one failed.
func check<Input, Output: Equatable>(
  _ rows: [(Input, Output)], sourceLocation: SourceLocation = #_sourceLocation,
  _ work: (Input) -> Output
) {
  for (input, wanted) in rows {
    let got = work(input)
    #expect(got == wanted, "\(input)", sourceLocation: sourceLocation)
  }
}

@Test func `control characters are shown instead of done`() {
  check(
    [
      ("plain naïve 日本 👩‍🚀", "plain naïve 日本 👩‍🚀"), ("a\tb\nc", "a\tb\nc"),
      ("\u{1b}[31mred", "<U+001B>[31mred"), ("\u{1b}]0;t\u{7}", "<U+001B>]0;t<U+0007>"),
      ("\u{9b}31m", "<U+009B>31m"), ("a\rb\u{8}", "a<U+000D>b<U+0008>"), ("\u{7f}", "<U+007F>"),
      ("\u{0}", "<U+0000>"), ("\u{202e}evil\u{202c}", "<U+202E>evil<U+202C>"),
      ("\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}", "<U+2066><U+2069><U+200E><U+200F><U+061C>"),
      ("a\r\nb", "a<U+000D>\nb"),
    ], TerminalText.visible)
  for value in UInt32(0)..<0x3000 {
    guard let scalar = Unicode.Scalar(value), TerminalText.steers(scalar) else { continue }
    #expect(!TerminalText.visible("x\(scalar)").unicodeScalars.contains(scalar))
  }
}

@Test func `text is cut and padded by the columns it takes`() {
  check([("日本", 4), ("e\u{301}", 1), ("abc", 3), ("", 0), ("😀", 2)]) { DisplayWidth.of($0) }
  check([("abcdef", "abc…"), ("日本語", "日…"), ("abcd", "abcd"), ("日本", "日本")]) {
    DisplayWidth.truncated($0, to: 4)
  }
  #expect(DisplayWidth.padded("日", to: 4) == "日  ")
  #expect(DisplayWidth.padded("日", to: 4, isRight: true) == "  日")
}

@Test func `text is broken between words where it can`() {
  check([
    ("one two three", ["one two", "three"]), ("", [""]), ("a\n\nb", ["a", "", "b"]),
    ("incomprehensible", ["incompre", "hensible"]), ("日本語日本語", ["日本語日", "本語"]),
    ("ab incomprehensible", ["ab", "incompre", "hensible"]), ("  one  two ", ["one two"]),
  ]) { wrap($0, width: 8) }
  #expect(wrap("one two three", width: 10, indent: 2, hanging: 2) == ["  one two", "    three"])
  #expect(wrap("about 80 % of it", width: 9) == ["about", "80 % of", "it"])
  for width in -1...12 {
    #expect(wrap("any text 日本語 incomprehensible", width: width, indent: 3).count > 0)
  }
}

@Test func `pasted text is made fit for a line`() {
  check(
    [
      ("a\r\nb\rc\n", "a\nb\nc"), ("a\tb", "a b"), ("\u{1b}[31mx\u{7}", "[31mx"),
      ("a\u{2028}b", "a\nb"), ("a\u{202e}b\u{2066}", "ab"), ("\u{fffc}", ""), ("\n\n", ""),
      ("a\n\nb", "a\n\nb"),
    ]) { PastedText.clean($0) }
  #expect(PastedText.clean("Rules\t60%\tlow\n", tab: " | ") == "Rules | 60% | low")
  check([("a \n  b", "a b"), ("a ", "a "), ("a\n\nb", "a b")], PastedText.flattened)
  #expect(PastedText.clean([0x61, 0xff, 0x62]) == "a\u{fffd}b")
}

@Test func `styles become codes only where they may`() {
  let text: StyledText = "a \("b", .bad)\("", .good) \("\u{1b}c", .bold)"
  check([
    (ColourDepth.none, "a b <U+001B>c"),
    (.attributes, "a \u{1b}[1mb\u{1b}[0m \u{1b}[1m<U+001B>c\u{1b}[0m"),
    (.sixteen, "a \u{1b}[31mb\u{1b}[0m \u{1b}[1m<U+001B>c\u{1b}[0m"),
  ]) { Output(descriptor: -1, depth: $0).painted(text) }
}

@Test func `the environment says how wide and how coloured`() {
  func terminal(_ environment: [String: String]) -> Terminal {
    Terminal(descriptor: -1, environment: environment)
  }
  check([
    ([:], ColourDepth.none), (["CLICOLOR_FORCE": "1"], .sixteen), (["CLICOLOR_FORCE": "0"], .none),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], .none), (["TERM": "xterm"], .none),
  ]) { terminal($0).colourDepth }
  check([
    ([:], 80), (["COLUMNS": "40"], 40), (["COLUMNS": "7"], 20), (["COLUMNS": "x"], 80),
  ]) { terminal($0).columns }
}

@Test func `a line of history is written and read back`() {
  for text in ["plain", "\"quoted\" \\ back", "two\nlines\t", "naïve 日本 \u{1b}\u{0}"] {
    let line = HistoryLine(kind: "a \"kind\"", text: text)
    #expect(HistoryLine(json: Substring(line.json)) == line)
  }
  for damaged in [
    "", "{", "{\"kind\":\"a\"}", "{\"kind\":\"a\",\"text\":\"b",
    "{\"kind\":\"a\",\"text\":\"\\u12\"}",
  ] {
    #expect(HistoryLine(json: Substring(damaged)) == nil)
  }
}

@Test func `a search goes back through what was typed, in any case`() {
  var search = HistorySearch(entries: ["Pilot plan", "naïve idea", "pilot phase"])
  for scalar in "PIL".unicodeScalars { search.append(scalar) }
  #expect(search.match == "pilot phase")
  search.older()
  #expect(search.match == "Pilot plan")
  search.older()
  #expect(search.match == "Pilot plan" && search.hasFailed)
  search.newer()
  #expect(search.match == "pilot phase" && !search.hasFailed)
  search.append("x")
  #expect(search.hasFailed)
}

@Test func `Tab replaces the last word, or adds what is certain`() {
  func step(_ before: String, _ names: String..., isAtEnd: Bool = true) -> CompletionStep {
    CompletionStep(before: before, completions: names.map { Completion($0) }, isAtEnd: isAtEnd)
  }
  check([
    (step("/p", "/park"), "/park "), (step("/p", "/park", isAtEnd: false), "/park"),
    (step("/p", "/park", "/part"), "/par"), (step("/par", "/park", "/part"), nil),
    (step("x"), nil), (step("to an", "Ana María"), "Ana María "),
  ]) { $0.replacement }
  check([(step("/vote to an", "Ana"), 2), (step("to ", "Ana"), 0), (step("日本", "日本語"), 2)]) {
    $0.replacedCount
  }
  let list = step("/p", "/park", "/people").list(columns: 20)
  #expect(list.map(\.string) == ["  /park", "  /people"])
}
