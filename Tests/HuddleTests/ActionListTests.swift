import TestSupport
import Testing
import Values

/// `huddle actions` in windows of different widths.
@Suite struct ActionListTests {
  private static func lines(_ columns: Int, _ arguments: String...) throws -> [String] {
    let desk = try Desk()
    for meeting in ["decision", "pre-mortem", "model-scoping"] { try desk.play(meeting) }
    return try desk.huddle(["actions"] + arguments, with: ["COLUMNS": String(columns)]).lines
  }

  @Test(arguments: [70, 80, 100, 140])
  func `the whole list stands in the same columns`(_ columns: Int) throws {
    let lines = try Self.lines(columns)
    #expect(lines.allSatisfy { DisplayText.width(of: $0) <= columns })
    let entries = lines.filter { $0.hasPrefix("20") }
    let projects = ["Draft replies", "Apollo", "Churn offers"]
    let places = entries.map { line -> Int in
      let project = projects.first { line.hasSuffix("  \($0)") } ?? ""
      return DisplayText.width(of: line) - project.count
    }
    #expect(Set(places).count == 1 && entries.count > 10, "\(lines)")
    // What is broken goes on under its own column.
    let text = (lines[0].firstRange(of: "Tell")?.lowerBound).map {
      lines[0].distance(from: lines[0].startIndex, to: $0)
    }
    let broken = lines.filter { !$0.hasPrefix("20") }
    #expect(broken.allSatisfy { line in line.prefix { $0 == " " }.count == text }, "\(lines)")
  }

  @Test func `a narrow window has a paragraph for each, and no line that is too wide`() throws {
    let lines = try Self.lines(50)
    #expect(lines.allSatisfy { DisplayText.width(of: $0) <= 50 })
    let entries = lines.split { !$0.hasPrefix("20") }.joined()
    #expect(entries.allSatisfy { $0.contains(": ") && !$0.contains("  ") }, "\(lines)")
  }

  @Test func `under an owner's name it stands once`() throws {
    let lines = try Self.lines(100, "--by", "owner")
    let place = try #require(lines.firstIndex(of: "Leah Stein"))
    #expect(lines.count { $0.contains("Leah Stein") } == 1, "\(lines)")
    #expect(lines[place + 1].hasPrefix("2026-11-24  Tell the data protection officer"))
    #expect(lines[place + 1].hasSuffix("  Draft replies"))
    let projects = try Self.lines(100, "--by", "project")
    #expect(projects.count { $0.contains("Draft replies") } == 1, "\(projects)")
  }
}
