import Session
import Values

@testable import Journal

extension Samples {
  /// Every kind of fact, bare and with all that it can say.
  static let everyEvent: [SessionEvent] = openings + people + answers + items + outcomes + renamings

  /// What came after the first kept file: behind the others, whose lines stay as they are.
  private static let renamings: [SessionEvent] = [
    .sessionRenamed(project: "Apollo 11", title: "Apollo 11 pre-mortem")
  ]

  private static let openings: [SessionEvent] = [
    opened.event, pinned.event,
    .sessionLinked(session: "0199-other", name: "scoping", body: ["A1": ["owner": "p1"]]),
    .sessionResumed(writer: "1a2b3c4d"),
    .playbookChanged(
      PlaybookChanged(
        id: "pre-mortem", version: "1.1.0", sha256: "ab", body: body,
        renamed: ["goal": "aim", "b": "a"])),
    .playbookChanged(
      PlaybookChanged(
        id: "p", version: "2", sha256: "cd", body: .null, renamed: [:],
        converted: [Address("when"): .string("soon"), Address("cost", items: ["r1"]): .number(3)])),
    .sessionClosed,
  ]

  private static let people: [SessionEvent] = [
    .peopleJoined([
      PersonJoined(person: "p1", name: "Ida"),
      PersonJoined(
        person: "p2", name: "Bø \"x\"", roles: [], function: "Data Science", isRemote: false,
        email: "bo@example.org"),
    ]),
    .peopleJoined([
      PersonJoined(person: "p1", name: "Ida K.", roles: ["lead", "reviewer"], isRemote: true)
    ]),
    .personLeft(person: "p2", isAway: true), .personLeft(person: "p2", isAway: false),
    .stepEntered(step: "goal"),
    .stepLeft(step: Address("rate", items: ["T1"]), how: .kept),
    .stepLeft(step: Address("rate"), how: .done), .stepLeft(step: Address("x"), how: .skipped),
    .stepLeft(step: Address("x"), how: .deferred),
    .stepReopened(step: Address("rate", items: ["T1", "r2"], person: "p1")),
    .turnEnded(list: Address("reasons"), person: "p1"),
    .timeChanged(step: "goal", minutes: -5),
  ]

  private static let answers: [SessionEvent] = [
    .answerSet(AnswerSet(address: Address("goal"), value: "Replace billing by May")),
    .answerSet(
      AnswerSet(
        address: Address("rating", items: ["T1"], person: "p1"),
        value: ["likelihood": 3, "note": .null, "share": .number(Number("0.25") ?? 0)],
        via: .offered, by: "p1", why: "asked, none")),
    .answerSet(AnswerSet(address: Address("goal"), value: .null, via: .imported)),
    .ballotsCast(
      address: Address("vote"),
      ballots: [.init(person: "p1", value: ["r1", "r1"]), .init(person: "p2", value: 4)]),
    .ballotsCast(address: Address("vote"), ballots: []),
    .ballotCounted(
      address: Address("vote"), counts: [.init(item: "T1", votes: 4), .init(item: "r2", votes: 0)]),
    .eventsUndone(targets: [6, 5]),
  ]

  private static let items: [SessionEvent] = [
    .itemsAdded(
      ItemsAdded(
        list: Address("reasons"), items: [.init(id: "r1", text: "The bank API slipped")])),
    .itemsAdded(
      ItemsAdded(
        list: Address.Room.actions.address,
        items: [
          .init(
            id: "A1", text: "Get an SLA\nsigned\u{1B}[31m", by: ["p1", "p2"],
            row: [.init("owner", "p1"), .init("due", "2026-11-27")], group: "T1",
            members: ["r1", "r2"], source: "0199-old/A3"), .init(id: "A2", text: ""),
        ], via: .pasted, turn: "p2")),
    .itemEdited(ItemEdited(item: "r1", text: "The bank's API slipped")),
    .itemEdited(
      ItemEdited(item: "A1", by: [], row: [.init("owner", .null)], turn: "p1")),
    .itemMoved(items: ["r1", "r2"], into: "T1"), .itemMoved(items: ["r1"], into: nil),
    .itemMerged(item: "r2", into: "r1"), .itemsRemoved(items: ["r3"]),
  ]

  private static let outcomes: [SessionEvent] = [
    .outcomeRead(OutcomeRead(outcome: "A1", verdict: .agreed, text: "Ana, get an SLA")),
    .outcomeRead(
      OutcomeRead(
        outcome: "A1", verdict: .toConfirm, text: "Ana, get an SLA", by: "p1", note: "by mail")),
    .outcomeRead(OutcomeRead(outcome: "A2", verdict: .disputed, text: "x")),
    .outcomeSettled(
      OutcomeSettled(
        kind: "action", id: "A1", text: "Get an SLA", owner: "Ana", due: date,
        doneWhen: "it is signed", state: "agreed")),
    .outcomeSettled(OutcomeSettled(kind: "decision", id: "D1", text: "Go", state: "open")),
    .signoffGiven(
      SignoffGiven(
        address: Address("sign"), person: "p1", role: "lead", verdict: .later, note: "after legal",
        by: date, given: .signed, contentSHA256: "41be")),
    .signoffGiven(
      SignoffGiven(address: Address("sign"), person: "p2", verdict: .absent, contentSHA256: "")),
    .actionUpdated(ActionUpdated(session: "0199-old", action: "A3", revision: 1)),
    .actionUpdated(
      ActionUpdated(
        session: "0199-old", action: "A3", revision: 2, status: "done", owner: "Bo", due: date,
        text: "Pair on it", why: "it was done")),
  ]
}
