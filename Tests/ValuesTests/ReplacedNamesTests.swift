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
