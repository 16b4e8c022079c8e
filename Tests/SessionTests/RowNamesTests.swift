import Session
import Testing

@Suite struct RowNamesTests {
  private static let names = RowNames([
    ("A7", "set up servers"), ("A8", "train, then test"), ("A10", "go live"),
  ])

  @Test(arguments: [
    ("1", "set up servers"), ("3", "go live"), ("A10", "go live"), ("a8", "train, then test"),
    ("10", "go live"), ("Train, then test", "train, then test"), ("Go live", "go live"),
    ("1, A8", "set up servers, train, then test"), ("2, budget", "train, then test, budget"),
    ("budget", "budget"), ("A9", "A9"), ("99", "99"), ("0", "0"), ("", ""),
  ])
  func `a row is known by its words, its place and its id`(_ typed: String, _ shown: String) {
    #expect(Self.names.spelledOut(typed) == shown)
  }

  @Test func `only rows come before others`() {
    #expect(Self.names.rows(in: "3, budget, A7").map(\.id) == ["A10", "A7"])
  }
}
