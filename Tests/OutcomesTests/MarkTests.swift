import Outcomes
import Testing

struct `Marks in logs` {
  @Test(arguments: ["w3c", "meetbot"])
  func `are all found with their owners, and nothing else is`(folder: String) {
    let figures = MarkFigures(folder) { MeetingLog($0).marks }
    print("\(folder): \(figures.words)")
    #expect(figures.faults == [])
    #expect(figures.files >= 20)
  }

  @Test func `in minutes of free text are right four times out of five at least`() {
    let figures = MarkFigures("minutes") { MinutesText($0).marks }
    print("minutes: \(figures.words)")
    for fault in figures.faults { print(fault) }
    #expect(figures.files >= 30)
    #expect(figures.precision >= 0.8)
    #expect(figures.recall >= 0.8)
  }
}
