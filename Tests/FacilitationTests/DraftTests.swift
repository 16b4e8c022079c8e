import Facilitation
import MeetingKit
import PlaybookLanguage
import Session
import Testing

/// Answers that were thought of before the meeting.
struct `A draft` {
  private static let playbook = """
    - {ask: Goal?, id: goal}
    - {ask: Which?, id: which, kind: choice, options: [pilot, launch]}
    - {ask: Ideas?, id: ideas, kind: list}
    - {ask: "{i}: worth?", id: worth, kind: number, each: i in ideas}
    - {ask: Actions?, id: todo, kind: table, columns: {what: text, who: person, due: date}}
    - {ask: Dots?, id: dots, kind: vote, of: ideas, votes: 1}
    """

  private static let file = """
    people: [Ana, Bo (Legal)]
    goal: Replace billing by May
    which: launch
    ideas: [one, two]
    worth: [3, 4]
    todo:
      - {what: write it down, who: Ana, due: fri}
      - {what: look again, due: mon}
    dots: {Ana: [1]}
    """

  @Test func `stands in its line and is no answer before somebody says so`() throws {
    let playbook = try TestPlaybook.steps(Self.playbook)
    let (file, diagnostics) = AnswerFile.read(Array(Self.file.utf8), file: "f", for: playbook)
    guard case .answers(let answers)? = file else {
      Issue.record("\(diagnostics)")
      return
    }
    let drafts = DraftedAnswers(answers)
    var meeting = TestMeeting(playbook)
    var offered: [String] = []
    for line in [nil, nil, "2", nil, nil, nil, nil] as [String?] {
      let draft = drafts.text(meeting.facilitator, TestMeeting.moment)
      offered.append(draft ?? "-")
      meeting.type(line ?? draft ?? "", isPasted: draft?.contains("\n") ?? false)
      if meeting.facilitator.dialog != nil { meeting.type("") }
      if meeting.place?.description == "ideas", !meeting.state.items.isEmpty {
        #expect(drafts.text(meeting.facilitator, TestMeeting.moment) == nil)
        meeting.type("")
      }
    }
    #expect(
      offered == [
        "Ana, Bo (Legal)", "Replace billing by May", "launch", "one\ntwo", "3", "4",
        "write it down | Ana | fri\nlook again |  | mon",
      ])
    let questions = drafts.questions(of: playbook)
    #expect(questions.refused == ["dots"])
    #expect(questions.drafted == ["goal", "which", "ideas", "worth", "todo"])
  }
}
