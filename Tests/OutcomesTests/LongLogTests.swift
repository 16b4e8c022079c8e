import Testing

@testable import Outcomes

/// A log may be as long as somebody makes it: what is done for it grows with it, and not with its square.
struct `A long log` {
  @Test(arguments: ["s/nowhere/here/", "s/nowhere/here/g", "s/nowhere/here/G", "i/nowhere/here/"])
  func `costs no search for corrections that mend nothing`(command: String) {
    let said = (1...2_000).flatMap { ["Ana: line \($0)", command] }
    let corrections = ScribeCorrections(said.lines)
    #expect(corrections.searched == 0)
    #expect(corrections.lines.map(\.text) == said.filter { $0 != command })
  }

  @Test func `costs no search for words that stand only below`() {
    let said = Array(repeating: "s/below/above/", count: 2_000) + ["Ana: below"]
    let corrections = ScribeCorrections(said.lines)
    #expect(corrections.searched == 0)
    #expect(corrections.lines.map(\.text) == ["Ana: below"])
  }

  @Test func `is searched no further than to the latest line that holds the words`() {
    let said = (1...2_000).flatMap { ["Ana: teh line \($0)", "s/teh/the/"] }
    let corrections = ScribeCorrections(said.lines)
    #expect(corrections.searched == 2_000)
    #expect(corrections.lines.map(\.text) == (1...2_000).map { "Ana: the line \($0)" })
  }

  @Test(arguments: ["", "g", "G"])
  func `is not gone through for words that stand far above`(reach: String) {
    let back = ["s/thing/thong/\(reach)", "s/thong/thing/\(reach)"]
    let said =
      ["Ana: a thing here"] + (1...2_000).map { "Ana: line \($0)" }
      + (1...1_000).flatMap { _ in back }
    let corrections = ScribeCorrections(said.lines)
    #expect(corrections.searched <= 4_000)
    #expect(corrections.lines.first?.text == "Ana: a thing here")
    #expect(corrections.lines.count == 2_001)
  }

  @Test func `takes lines in between, as many as there are, each in front of the latest`() {
    let said = ["Ana: top", "Ana: here"] + (1...500).map { "i/here/Bo: \($0) is here/" }
    let corrections = ScribeCorrections((said + ["s/is here/was there/g"]).lines)
    let inserted = (1...500).map { "Bo: \($0) was there" }
    #expect(corrections.lines.map(\.text) == ["Ana: top"] + inserted + ["Ana: here"])
  }

  @Test func `finds words that another correction made`() {
    let said = ["Ana: the mor", "s/mor/morning/", "s/rning/on/", "s/rning/on/", "i/moon/Bo: hm/"]
    let corrections = ScribeCorrections((said + ["s/hm/so/"]).lines)
    #expect(corrections.lines.map(\.text) == ["Bo: so", "Ana: the moon"])
  }

  @Test func `takes each mark in once, however often a list tells them again`() {
    let marks = (1...1_000).map { Mark(.action, "do \($0)", line: $0) }
    var told = ToldMarks()
    var known = 0
    for place in marks.indices {
      told.note(place)
      if told.contains(marks[place], among: marks) { known += 1 }
    }
    for mark in marks where told.contains(mark, among: marks) { known += 1 }
    #expect(known == 2_000)
    #expect(told.takes == 1_000)
  }

  @Test func `knows a mark by the words that it has now`() {
    var told = ToldMarks()
    let (book, room) = (Mark(.action, "book", line: 3), Mark(.action, "book a room", line: 3))
    let other = Mark(.decision, "book a room", line: 3)
    var known: [[Bool]] = []
    for texts in [["book", "book"], ["book a room", "book"], ["book a room", ""]] {
      told.note(0)
      told.note(1)
      let marks = texts.map { Mark(.action, $0, line: 1) }
      known.append([book, room, other].map { told.contains($0, among: marks) })
    }
    #expect(known == [[true, false, false], [true, true, false], [false, true, false]])
  }

  @Test func `of listed actions and edits keeps each action, as it was edited`() {
    let listed = (1...500).map { "[NEW] ACTION: Ana to do \($0)" }
    let edits = (1...500).map { "ACTION \($0) = Bo to mend \($0)" }
    let marks = ScribeLog((listed + edits + listed + ["drop action 500"]).lines).marks
    #expect(marks.count == 999)
    #expect(marks.prefix(499).allSatisfy { $0.owners == ["Bo"] })
  }

  @Test(arguments: [
    ["he", "she", "his", "hers"], ["a", "aa", "aaa"], ["abcd", "bc", "c"], ["é", "ée"],
  ])
  func `is searched for many words as it is for one`(words: [String]) {
    let search = WordSearch(words)
    for text in ["ushers", "ahishers", "aaaa", "aab", "xabcx", "abcd", "une idée", "", "h"] {
      let found = Set(words.filter { text.firstRange(of: $0) != nil }.compactMap(search.number))
      #expect(search.words(in: text) == found, "\(text)")
    }
  }
}

extension [String] {
  fileprivate var lines: [SaidLine] {
    enumerated().map { SaidLine($0 + 1, nil, $1) }
  }
}
