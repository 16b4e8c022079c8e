package import PlaybookLanguage
import Values

/// Who is responsible, accountable, consulted and informed for each task, and what is odd about it.
package struct DutyTable: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// The row's item; nil for a task of which nobody has spoken yet.
    package let item: String?
    /// The entry of the list that the task comes from.
    package let source: String?
    package let task: String
    /// Who has each part: ids of people or items, or words.
    package let holders: [DutyKind: [String]]

    package func holders(_ duty: DutyKind) -> [String] { holders[duty] ?? [] }
    package var isEmpty: Bool { holders.values.allSatisfy(\.isEmpty) }
  }

  /// One who can have a part.
  package struct Holder: Sendable, Equatable {
    package let key: String
    package let name: String
  }

  /// Tasks in the order of their list, then those that were added.
  package let rows: [Row]
  package let holders: [Holder]

  package func name(of key: String) -> String { holders.first { $0.key == key }?.name ?? key }

  package func names(_ row: Row, _ duty: DutyKind) -> [String] {
    row.holders(duty).map(name)
  }

  /// A task is waiting until somebody has a part in it.
  package var waiting: [Row] { rows.filter(\.isEmpty) }
}

// MARK: - The rules

extension DutyTable {
  /// What is odd about a row: exactly one answers, at least one works, not more than three are asked.
  package func flaws(of row: Row) -> [String] {
    guard !row.isEmpty else { return ["“\(row.task)”: nobody has a part in it yet"] }
    var flaws: [String] = []
    let accountable = names(row, .accountable)
    if accountable.isEmpty { flaws.append("“\(row.task)”: nobody is accountable") }
    if accountable.count > 1 {
      flaws.append(
        "“\(row.task)”: \(DisplayText.joined(accountable)) are accountable; one person answers for it"
      )
    }
    if row.holders(.responsible).isEmpty { flaws.append("“\(row.task)”: nobody is responsible") }
    let consulted = row.holders(.consulted).count
    if consulted > 3 {
      flaws.append("“\(row.task)”: \(consulted) are consulted; more than three slow it down")
    }
    return flaws
  }

  /// What is odd about the whole: somebody in no row, or one with most of the answering.
  package var overallFlaws: [String] {
    let taken = Set(rows.flatMap { $0.holders.values.joined() })
    let idle = holders.filter { !taken.contains($0.key) }.map { "\($0.name) is in no row" }
    let answering = rows.flatMap { $0.holders(.accountable) }
    guard answering.count > 1 else { return idle }
    var seen: Set<String> = []
    let laden = answering.filter { seen.insert($0).inserted }.compactMap { key -> String? in
      let count = answering.count { $0 == key }
      guard count * 2 > answering.count else { return nil }
      return "\(name(of: key)) is accountable for \(count) of \(answering.count): over half of all"
    }
    return idle + laden
  }

  package var flaws: [String] { rows.flatMap(flaws) + overallFlaws }
}
