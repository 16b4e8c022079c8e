import Testing
import Values

/// A text, words, how many characters stand before them, and the text with `_` for each of them.
private let searches: [(text: String, words: String, before: Int?, replaced: String)] = [
  ("one two two", "two", 4, "one _ _"),
  ("aaa", "aa", 0, "_a"),
  ("aab", "ab", 1, "a_"),
  ("one", "one", 0, "_"),
  ("one", "ones", nil, "one"),
  ("", "a", nil, ""),
  ("une idée, une idée", "idée", 4, "une _, une _"),
  // An accent of its own makes another letter of the one before it.
  ("cafe\u{301} cafe", "cafe", 5, "cafe\u{301} _"),
  ("cafe\u{301}", "\u{301}", nil, "cafe\u{301}"),
  ("👩‍👩‍👧 👩", "👩", 2, "👩‍👩‍👧 _"),
  ("one\r\ntwo\n", "\n", 7, "one\r\ntwo_"),
  ("日本語", "本", 1, "日_語"),
]

@Test(arguments: searches)
func `words are found where whole characters are the same`(
  _ text: String, _ words: String, _ before: Int?, _ replaced: String
) {
  let place = text.firstRange(of: words)
  #expect(place.map { text.distance(from: text.startIndex, to: $0.lowerBound) } == before)
  #expect(text.contains(words) == (before != nil))
  #expect(text.replacing(words, with: "_") == replaced)
  // In the middle of another text as well.
  #expect("_\(text)_".dropFirst().dropLast().contains(words) == (before != nil))
}

@Test
func `words part a text, or are put otherwise once`() {
  #expect("a, b, , c".split(separator: ", ") == ["a", "b", "c"])
  let pieces = "a--b----c".split(separator: "--", omittingEmptySubsequences: false)
  #expect(pieces == ["a", "b", "", "c"])
  #expect("".split(separator: "--", omittingEmptySubsequences: false) == [""])
  #expect("a b a".replacingFirst("a", with: "c") == "c b a")
  #expect("a b a".replacingFirst("", with: "c") == "a b a")
  #expect("a b a".replacing("", with: "c") == "a b a")
}
