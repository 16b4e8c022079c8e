import PlaybookLanguage
import Testing
import Values

struct `Reading YAML` {
  @Test(
    arguments: [
      ("a: 1.10", #"{"a":"1.10"}"#), ("a: no", #"{"a":"no"}"#), ("a: ~", #"{"a":null}"#),
      ("a: '~'", #"{"a":"~"}"#), ("- [x, {y: 'z'}]", #"[["x",{"y":"z"}]]"#),
      ("a: |\n  one\n  two\n", #"{"a":"one\ntwo\n"}"#), ("---\na: b\n", #"{"a":"b"}"#),
      ("\u{FEFF}a: b", #"{"a":"b"}"#), ("a: b\r\nc: d\r\n", #"{"a":"b","c":"d"}"#),
      ("1: x", #"{"1":"x"}"#),
    ])
  func `scalars keep their text`(_ text: String, _ json: String) {
    let (node, diagnostics) = YAMLReader.read(text: text, file: "f")
    #expect(diagnostics == [])
    #expect(node?.json.encoded() == json)
  }

  @Test(
    arguments: [
      "a: 1️⃣plain 2️⃣words",
      "ä日: 1️⃣plain 2️⃣日本 3️⃣words",
      #"a: "1️⃣he said \"2️⃣no\" \u00e43️⃣x""#,
      "a: '1️⃣it''s 2️⃣here'",
      "a: |\n  1️⃣one\n    2️⃣two\n\n  3️⃣three\n",
      "a: >\n  1️⃣one\n  2️⃣two\n",
      "a: 1️⃣one\n  2️⃣two\n  three 3️⃣four",
      "a: \"1️⃣one\n  2️⃣two \\\n  3️⃣three\"",
    ])
  func `each character knows its place`(_ marked: String) throws {
    let marks: [Character] = ["1️⃣", "2️⃣", "3️⃣"]
    let text = String(marked.filter { !marks.contains($0) })
    let (node, _) = YAMLReader.read(text: text, file: "f")
    let source = try #require(node?.entries?.first?.value.scalar?.source)
    for mark in marks {
      guard let place = place(of: mark, in: marked, besides: marks) else { continue }
      let word = place.word
      let offset = try #require(source.text.firstRange(of: word)).lowerBound
      let distance = source.text.distance(from: source.text.startIndex, to: offset)
      let span = source.span(from: distance, to: distance + 1)
      #expect("\(word) \(span.line):\(span.column)" == "\(word) \(place.line):\(place.column)")
    }
  }

  /// By name, so that a run's log does not hold them.
  private static let hostile = Dictionary(
    uniqueKeysWithValues: [
      ("deep", String(repeating: "[", count: 100_000)),
      ("deep blocks", (0..<2_000).map { String(repeating: " ", count: $0) + "-\n" }.joined()),
      ("deep dashes", String(repeating: "- ", count: 50_000)),
      ("deep questions", String(repeating: "? ", count: 50_000)),
      ("many values", "[" + String(repeating: "a,", count: 200_000) + "]"),
      ("a long text", "a: " + String(repeating: "x", count: 70_000)),
      ("a large file", String(repeating: "# x\n", count: 300_000)),
      ("aliases", "a: &a [x]\nb: [*a, *a, *a]\n"),
      ("an open quote", "a: \"" + String(repeating: "\n", count: 500_000)),
      ("colons", String(repeating: "a: ", count: 100_000)),
      ("braces", String(repeating: "{a: ", count: 10_000)),
      ("tags", "a: !!python/object x"),
      ("merge keys", "a: {<<: b}"),
    ])

  @Test(arguments: hostile.keys.sorted())
  func `hostile files are refused`(_ name: String) throws {
    let text = try #require(Self.hostile[name])
    let (_, diagnostics) = YAMLReader.read(text: text, file: "f")
    let first = try #require(diagnostics.first)
    #expect(first.severity == .error && first.span.line >= 1 && first.span.column >= 1)
  }

  @Test(arguments: [[0x61, 0x3A, 0x20, 0xFF, 0x0A], [0x61, 0x0A, 0xC3], [0x00]])
  func `bytes that are not text are refused with their line`(_ bytes: [UInt8]) throws {
    let (node, diagnostics) = YAMLReader.read(bytes, file: "f")
    #expect(node == nil)
    #expect(diagnostics.map(\.rule.name) == ["not-text"])
    #expect(diagnostics.first?.span.line == bytes.count { $0 == 0x0A && bytes.last != 0x0A } + 1)
  }

  @Test(
    arguments: [
      ("a: {goal} failed", "unquoted-start"), ("a: [x] y", "unquoted-start"),
      ("a: > five", "unquoted-start"), ("a: | five", "unquoted-start"),
      ("a: %x", "unquoted-start"), ("a: @ana", "unquoted-start"), ("a: `x`", "unquoted-start"),
      ("- a: \"Done\" means", "words-after-quote"), ("a: 'it's here'", "words-after-quote"),
      ("a: he said: go", "colon-in-prose"), ("a: b: c", "colon-in-prose"),
      ("a:\n\tb: 1", "tab"), ("a: 1\n\tb: 2", "tab"), ("title: x\ntime:5m\nid: b", "missing-space"),
      ("title: x\ntime:5m", "missing-space"), ("- a: x\n-b", "missing-space"),
      ("a: 1\n  b: 2", "indentation"), ("a:\n  - x\n b: 2", "indentation"),
      ("- a: x\n b: y", "indentation"), ("a: - b", "indentation"),
      ("a: {x, y: 1\nb: 2", "comma-in-brackets"),
      ("a: \"abc\nb: 2", "yaml-syntax"), ("a: \"abc\nb: \"c\"", "yaml-syntax"),
      ("a: \"x\\q\"", "yaml-syntax"),
      ("title: x\nwhat", "yaml-syntax"),
      ("a: 1\n---\nb: 2", "second-document"), ("a: 1\n...\nb: 2", "second-document"),
      ("%YAML 1.1\n---\na: b", "second-document"), ("a: b\na: c", "duplicate-key"),
      ("a: !x y", "tag"), ("a: &x y", "anchor"), ("a: *x", "anchor"),
      ("a: {p.step}", "unquoted-hole"), ("a: {b: c, d}", "comma-in-brackets"),
      ("a: [max(1, 2)]", "comma-in-brackets"), ("a:\u{A0}b", "no-break-space"),
      ("a: b\n  - c", "missing-space"), ("a: b\n  time:5m", "missing-space"),
      ("a: \u{A0}b", "no-break-space"), ("- a:\u{A0}b", "no-break-space"),
    ])
  func `slips are named`(_ text: String, _ rule: String) throws {
    let (_, diagnostics) = YAMLReader.read(text: text, file: "f")
    #expect(diagnostics.first?.rule.name == rule)
  }

  private func place(
    of mark: Character, in text: String, besides marks: [Character]
  ) -> (line: Int, column: Int, word: String)? {
    guard let index = text.firstIndex(of: mark) else { return nil }
    let before = text[..<index].filter { !marks.contains($0) }
    let line = before.count { $0 == "\n" } + 1
    let column = before.reversed().prefix { $0 != "\n" }.count + 1
    let word = text[text.index(after: index)...].prefix { $0.isLetter }
    return (line, column, String(word))
  }
}
