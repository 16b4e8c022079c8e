import Testing

@testable import Values

@Suite struct RoomNamesTests {
  static let room = RoomNames(people: [
    (id: "p1", name: "Ana Berg"), (id: "p2", name: "Bo"), (id: "p3", name: "Cy"),
    (id: "p4", name: "Žofia Nováková"), (id: "p5", name: "Ana Lund"),
    (id: "p6", name: "Leah Stein"),
    (id: "p7", name: "Björn"), (id: "p8", name: "Mary Ann O'Neil"),
  ])

  @Test(arguments: [
    ("Bo", NameMatch.one("p2")), ("bo", .one("p2")), ("ANA", .several(["p1", "p5"])),
    ("Ana Berg", .one("p1")), ("ana b", .one("p1")), ("berg", .one("p1")), ("ber", .one("p1")),
    ("zofia", .one("p4")), ("Žofia", .one("p4")), ("Z\u{30C}ofia", .one("p4")),
    ("zofia novakova", .one("p4")), ("zo", .one("p4")), ("bjorn", .one("p7")),
    ("b", .several(["p2", "p7"])),
    ("leah", .one("p6")), ("lea", .one("p6")), ("laeh", .near("p6")), ("leahh", .near("p6")),
    ("lxxh", .none), ("bob", .near("p2")), ("Bp", .none), ("Stien", .near("p6")), ("dee", .none),
    ("", .none), ("  ", .none), ("mary", .one("p8")), ("oneil", .one("p8")), ("O’Neil", .one("p8")),
    ("mary ann", .one("p8")), ("Leah  Stein", .one("p6")), ("A. Berg", .near("p1")),
    ("anna", .several(["p1", "p5", "p8"])),
  ])
  func `a typed name means somebody of the room`(typed: String, match: NameMatch) {
    #expect(Self.room.match(typed) == match)
  }

  @Test(
    arguments: [
      ("Bo Hansen (Guest)", "p2"), ("Ana Berg", "p1"), ("Ana", nil), ("Bjorn [Sales]", "p7"),
      ("Bo Hansen Leah", nil),
      ("Leah Steinway", nil), ("", nil),
    ] as [(String, String?)])
  func `a name that a program gave may be longer than the room’s`(given: String, id: String?) {
    #expect(Self.room.speaker(given) == id)
  }

  @Test func `a whole name wins over a first name`() {
    let room = RoomNames(people: [(id: "a", name: "Ana"), (id: "b", name: "Ana Berg")])
    #expect(room.match("ana") == .one("a"))
    #expect(RoomNames(people: [(id: String, name: String)]()).match("ana") == .none)
  }

  static let words = ["run", "resume", "review", "check", "export", "new", "go", "agenda", "agree"]

  @Test(
    arguments: [
      ("rnu", "run"), ("ru", nil), ("resum", "resume"), ("chekc", "check"), ("exprot", "export"),
      ("RUN", "run"), ("xyz", nil), ("revue", nil), ("aggree", "agree"), ("", nil), ("g", nil),
      ("nwe", "new"), ("reviwe", "review"), ("checking", nil), ("agendaa", "agenda"),
    ] as [(String, String?)])
  func `the nearest word is the one that was meant`(typed: String, word: String?) {
    #expect(NearestWord.find(typed, in: Self.words) == word)
  }

  @Test(arguments: [
    ("", "", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0), ("abc", "", 3),
    ("ca", "abc", 3), ("a", "b", 1), ("abcd", "acbd", 1),
  ])
  func `slips are counted`(a: String, b: String, count: Int) {
    #expect(NearestWord.distance(a, b, limit: 9) == count)
  }

  @Test func `two equally near words are no suggestion`() {
    #expect(NearestWord.find("bat", in: ["cat", "hat"]) == nil)
    #expect(NearestWord.find("cat", in: ["hat", "cat", "cat"]) == "cat")
  }
}
