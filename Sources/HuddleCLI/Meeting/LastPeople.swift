import Journal
import Session
import Values

/// Who was at the project's last meeting: most meetings are of the same people.
struct LastPeople {
  /// As they would be typed: `Ana (Data), Bo (Legal), Cy`.
  let line: String
  /// `The same nine as on Fri 6 Nov 2026? Enter takes them, or change the line.`.
  let question: String

  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// Nil where the project has no earlier meeting that can be read.
  ///
  /// Who met in private is offered to a meeting of the same kind only.
  init?(_ store: SessionStore, project: String, playbook: String) {
    let entries = (try? store.library.listing().entries) ?? []
    let last = entries.filter {
      TextFolding.fold($0.project) == TextFolding.fold(project)
        && (!$0.isPrivate || $0.playbook == playbook)
    }
    .max { ($0.last, $0.name) < ($1.last, $1.name) }
    guard let last, let session = try? store.read(last.path).session,
      session.state.people.count > 1
    else { return nil }
    let people = session.state.people
    line = people.map { person in
      person.name + (person.function.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
    let count =
      Self.words.indices.contains(people.count - 1)
      ? Self.words[people.count - 1] : String(people.count)
    let day = session.state.opened?.today.display ?? "last time"
    question = "The same \(count) as on \(day)? Enter takes them, or change the line."
  }
}
