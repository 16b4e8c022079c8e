import CSystem
import Testing
import Values

private struct Search: Sendable {
  let typed: [String]
  let text: String
  /// The words where they stand, in the text’s own letters; nil where the text has not all of them.
  let found: [String]?

  init(_ typed: String..., in text: String, _ found: [String]?) {
    self.typed = typed
    self.text = text
    self.found = found
  }
}

private let searches = [
  Search("vendor", in: "Ask the Vendor; vendors wait", ["Vendor", "vendor"]),
  Search("vendor", "feed", in: "The feed of the vendor", ["feed", "vendor"]),
  Search("vendor", "feed", in: "The vendor", nil),
  Search("data feed", in: "No feed, no data", nil),
  Search("data feed", in: "A DATA FEED is late", ["DATA FEED"]),
  Search(" data\n feed ", in: "a data feed", ["data feed"]),
  Search("ann", "anna", in: "Anna", ["Anna"]),
  Search("Ærø", in: "To ærø and back", ["ærø"]),
  // An accent makes another letter.
  Search("cafe", in: "café", nil),
  Search("£20,000", in: "Never more than £20,000.", ["£20,000"]),
]

@Test(arguments: searches)
private func `each of the words is found, in capitals or not`(_ search: Search) throws {
  let words = try #require(SearchWords(search.typed))
  #expect(words.areIn(search.text) == (search.found != nil))
  guard let found = search.found else { return }
  #expect(words.places(in: search.text).map { String(search.text[$0]) } == found)
}

@Test func `nothing to look for is no search`() {
  #expect(SearchWords([]) == nil)
  #expect(SearchWords([" ", ""]) == nil)
}

/// What has to stand in a file, whatever it does to quotation marks, figures and other letters.
private let letters: [(typed: [String], letters: String?)] = [
  (["Vendor"], "vendor"), (["Data feed", "of"], "data"), (["Ærøskøbing"], "bing"),
  (["£20,000"], nil), (["12 weeks"], nil), (["12", "weeks"], "weeks"), (["срок"], nil),
  (["say \"yes\""], "say"),
]

@Test(arguments: letters)
func `only what every file keeps as it is typed is looked for in its bytes`(
  _ typed: [String], _ wanted: String?
) throws {
  let words = try #require(SearchWords(typed))
  #expect(words.letters.map { String(decoding: $0, as: UTF8.self) } == wanted)
}

/// The wide search against a look at each place, with words at every distance from the blocks' ends.
@Test func `a search in any capitals finds the first place`() {
  let words = ["a", "ab", "zebra", "e-e", "the quarry", "ß", "{\"n\":"]
  let filler = Array("The bear @[ate] 1{e}E-e\r\nthe Quarr ".utf8)
  for word in words.map({ Array($0.utf8) }) {
    for length in Array(0...140) + [4_000] {
      var text = (0..<length).map { filler[$0 % filler.count] }
      #expect(found(word, in: text) == naively(word, in: text))
      guard length >= word.count else { continue }
      for place in [0, length / 2, length - word.count] where (0...length - word.count) ~= place {
        for (offset, byte) in word.enumerated() {
          text[place + offset] = offset % 2 == 0 ? capital(byte) : byte
        }
        #expect(found(word, in: text) == naively(word, in: text))
      }
    }
  }
}

private func found(_ word: [UInt8], in text: [UInt8]) -> Int {
  huddle_find_caseless(text, text.count, word, word.count)
}

private func naively(_ word: [UInt8], in text: [UInt8]) -> Int {
  guard text.count >= word.count else { return -1 }
  return (0...(text.count - word.count)).first { place in
    zip(text[place...], word).allSatisfy { capital($0) == capital($1) }
  } ?? -1
}

private func capital(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
}
