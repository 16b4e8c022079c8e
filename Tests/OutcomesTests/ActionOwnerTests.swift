import Outcomes
import Testing

/// Whose a marked action is, and what is to be done: one row for each way to write it.
struct `Whose a marked action is` {
  struct Row: CustomStringConvertible, Sendable {
    let words: String
    let owners: [String]
    let text: String

    init(_ words: String, _ owners: String, _ text: String = "write the page") {
      self.words = words
      self.owners = owners.split(separator: ",").map(String.init)
      self.text = text
    }

    var description: String { words }
  }

  static let inFront = [
    Row("bo to write the page", "bo"),
    Row("Bo: write the page", "bo"),
    Row("Bo - write the page", "bo"),
    Row("Bo -> write the page", "bo"),
    Row("Bo | write the page", "bo"),
    Row("bo write the page", "bo"),
    Row("bo, please write the page", "bo"),
    Row("Bo'll write the page", "bo"),
    Row("Bo has volunteered to write the page", "bo"),
    Row("Bo needs to write the page", "bo"),
    Row("bo/ana: write the page", "bo,ana"),
    Row("bo & ana to write the page", "bo,ana"),
    Row("bo, ana and cy will write the page", "bo,ana,cy"),
    Row("bo, ana - write the page", "bo,ana"),
    Row("[bo] write the page", "bo"),
    Row("[bo, ana]: write the page", "bo,ana"),
    Row("(bo/ana) write the page", "bo,ana"),
    Row("<bo> write the page", "bo"),
    Row("`bo` to write the page", "bo"),
    Row("@bo please write the page", "bo"),
    Row("assign bo to write the page", "bo"),
    Row("assigned to bo: write the page", "bo"),
    Row("have bo write the page", "bo"),
    Row("need ana to write the page", "ana"),
    Row("Website: bo to write the page", "bo", "Website: write the page"),
    Row("bo to ask the owner: ana knows him", "bo", "ask the owner: ana knows him"),
  ]

  static let behindAnOpening = [
    Row("please bo write the page", "bo"),
    Row("-> bo to write the page", "bo"),
    Row("1) bo to write the page", "bo"),
    Row("NEW: bo to write the page", "bo"),
    Row("by next week bo to write the page", "bo", "write the page by next week"),
    Row("12 Dec: bo to write the page", "bo", "write the page 12 Dec"),
    Row("before the next call bo will write it", "bo", "write it before the next call"),
  ]

  static let withAsides = [
    Row("bo (by Friday): write the page", "bo", "write the page by Friday"),
    Row("bo by 12 Dec write the page", "bo", "write the page by 12 Dec"),
    Row("bo (Acme) to write the page", "bo"),
    Row("bo (and ana) to write the page", "bo,ana"),
    Row("bo with ana to write the page", "bo", "write the page with ana"),
    Row("bo, with help from ana, to write it", "bo", "write it with help from ana"),
  ]

  static let atTheEnd = [
    Row("write the page (bo)", "bo"),
    Row("write the page [bo, ana]", "bo,ana"),
    Row("write the page - bo and ana", "bo,ana"),
    Row("write the page -> bo", "bo"),
    Row("write the page @bo @ana", "bo,ana"),
    Row("write the page (bo, by Friday)", "bo", "write the page by Friday"),
    Row("write the page (bo) by Friday", "bo", "write the page by Friday"),
    Row("write the page. Owner: bo", "bo"),
    Row("write the page (assigned to bo)", "bo"),
    Row("the page to be written by bo", "bo", "the page to be written"),
  ]

  /// Somebody is spoken of, or nobody at all: an action that nobody has yet.
  static let nobodys = [
    Row("write to bo and ana", "", "write to bo and ana"),
    Row("talk to @bo", "", "talk to @bo"),
    Row("ask @bo", "", "ask @bo"),
    Row("continue on the list", "", "continue on the list"),
    Row("TBD to write the page", "", "TBD to write the page"),
    Row("write the page (TBD)", "", "write the page (TBD)"),
    Row("write the page - next week", "", "write the page - next week"),
    Row("next week: write the page", "", "write the page next week"),
    Row("Papers to be sent round", "", "Papers to be sent round"),
    Row("guidelines discussion", "", "guidelines discussion"),
    Row("Pre-work: read the page", "", "Pre-work: read the page"),
    Row("we should write the page", "", "we should write the page"),
  ]

  static let rows = inFront + behindAnOpening + withAsides + atTheEnd + nobodys

  @Test(arguments: rows)
  func `is read in a scribe's log`(row: Row) {
    let log = MeetingLog("<ana> Scribe: ana\n<bo> hi\n<cy> hello\n<cy> ACTION: \(row.words)")
    expect(log, row)
  }

  @Test(arguments: rows)
  func `is read in minutes that somebody wrote`(row: Row) {
    expect(MeetingLog("Present: ana, bo, cy\n\nWe met.\n\n- Action: \(row.words)\n"), row)
  }

  private func expect(_ log: MeetingLog, _ row: Row) {
    let actions = log.marks.filter { $0.kind == .action }
    #expect(actions.map { $0.owners.map { $0.lowercased() } } == [row.owners])
    #expect(actions.map(\.text) == [row.text])
  }

  @Test(arguments: [
    Row("bo to ask ana for the page", "bo", "ask ana for the page"),
    Row("bo send it to ana", "bo", "send it to ana"),
    Row("bo to talk to ana and cy", "bo", "talk to ana and cy"),
    Row("bo reviews ana's page", "bo", "reviews ana's page"),
    Row("bo and ana to write the page", "bo,ana"),
    Row("bo writes it; ana reviews it", "bo,ana", "bo writes it; ana reviews it"),
    Row("write the page (bo)", "bo"),
  ])
  func `is not whoever else a bot's action speaks of`(row: Row) {
    let lines = ["ana> #startmeeting", "bo> hi", "cy> #action \(row.words)", "ana> #endmeeting"]
    expect(
      MeetingLog(lines.map { "15:00:00 <" + $0 }.joined(separator: "\n")), row)
  }
}
