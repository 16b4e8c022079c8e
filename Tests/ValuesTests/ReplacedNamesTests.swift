import Testing

@testable import Values

private let room = ReplacedNames(
  people: [
    ["Ana Lima"], ["Bo", "Bodil"], ["Mark O'Neil"], ["Jean-Luc de Vries"], ["Ana Sá"], ["田中"],
    ["A"],
  ])

private let said: [(text: String, shown: String)] = [
  ("Ana Lima to call", "Participant 1 to call"), ("ana lima's plan", "Participant 1's plan"),
  ("ask Lima, then BO.", "ask Participant 1, then Participant 2."),
  ("Ana knows", "a participant knows"), ("Bodil → bo", "Participant 2 → Participant 2"),
  ("Bob and Botox stay", "Bob and Botox stay"), ("@bo: yes", "@Participant 2: yes"),
  ("Mark said: mark it", "Participant 3 said: mark it"),
  ("O’Neil owns it", "O’Participant 3 owns it"),
  ("MARK O'NEIL signs", "Participant 3 signs"), ("jean-luc de vries", "Participant 4"),
  ("Jean Luc de Vries", "Participant 4"), ("la mer de glace", "la mer de glace"),
  ("Sa va, Sá?", "Participant 5 va, Participant 5?"), ("田中さんが言った", "Participant 6さんが言った"),
  ("a plan, A signs", "a plan, Participant 7 signs"), ("Ana, Lima", "a participant, Participant 1"),
  ("", ""), ("Bo", "Participant 2"), ("nobody here", "nobody here"),
]

@Test(arguments: said.indices) func `a name is replaced wherever it is a word`(_ index: Int) {
  #expect(room.text(said[index].text) == said[index].shown)
}

@Test func `people without any name replace nothing`() {
  #expect(ReplacedNames(people: [[""], ["…"], []]).text("… all as it was") == "… all as it was")
}

private let channel = ReplacedNames(
  people: [["tim"], ["mark"], ["will"], ["grace hopper"], ["rosa lund"], ["Bo van Dam"], ["max"]])

private let written: [(text: String, shown: String)] = [
  ("tim", "Participant 1"), ("mark", "Participant 2"), ("will", "Participant 3"),
  ("tim, mark", "Participant 1, Participant 2"), ("mark: done", "Participant 2: done"),
  ("fixed by mark", "fixed by Participant 2"), ("will's plan", "Participant 3's plan"),
  ("@max please", "@Participant 7 please"),
  ("ask mark and tim", "ask Participant 2 and Participant 1"),
  (
    "Tim knows. will says no; ping mark",
    "Participant 1 knows. Participant 3 says no; ping Participant 2"
  ),
  ("it is so; they will call me", "it is so; they will call me"),
  ("mark to call", "Participant 2 to call"), ("Mark it, Max", "Participant 2 it, Participant 7"),
  ("we will mark the max", "we will mark the max"), ("with grace", "with grace"),
  ("grace hopper said", "Participant 4 said"), ("Grace said", "Participant 4 said"),
  ("rosa asks, Rosa knows", "Participant 5 asks, Participant 5 knows"),
  ("van and Dam", "van and Participant 6"),
]

@Test(arguments: written.indices) func `a name in small letters is replaced where it is one`(
  _ index: Int
) {
  #expect(channel.text(written[index].text) == written[index].shown)
}
