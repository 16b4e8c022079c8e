import PlaybookLanguage
import Session
import Values

/// Records in words, for `/undo` and `/redo`.
struct Chronicle {
  let room: Room

  init(_ room: Room) { self.room = room }

  func words(_ record: SessionRecord) -> String {
    switch record.fact.event {
    case .answerSet(let answer): self.answer(answer, record)
    case .itemsAdded(let added): items(added)
    case .itemEdited(let edited): "the change of \(called(edited.item))"
    case .itemMoved(let ids, let into):
      "\(DisplayText.joined(ids.map(called))) \(into.map { "into \($0)" } ?? "out")"
    case .itemMerged(let item, let into): "\(called(item)) merged into \(called(into))"
    case .itemsRemoved(let ids): "the removal of \(DisplayText.joined(ids.map(called)))"
    case .peopleJoined(let people): joining(people, record)
    case .personLeft(let person, _): "\(room.state.name(of: person)) leaving"
    case .stepLeft(let step, let how):
      step.question.hasSuffix(".alone")
        ? "the end of the writing"
        : "\(Self.called(step)) \(how == .done ? "finished" : how.rawValue)"
    case .stepReopened(let step): "going back to \(Self.called(step))"
    case .turnEnded(_, let person): "\(room.state.name(of: person)) passing"
    case .timeChanged(_, let minutes): "\(minutes) min of time"
    case .ballotsCast(_, let ballots):
      "the votes of \(DisplayText.joined(ballots.map { room.state.name(of: $0.person) }))"
    case .ballotCounted(_, let counts): counts.isEmpty ? "the new vote" : "the count of votes"
    case .outcomeRead(let read): "\(read.outcome) \(read.verdict.rawValue)"
    case .signoffGiven(let given): "\(room.state.name(of: given.person))’s sign-off"
    case .sessionRenamed(let project, _): "the name \(project) for the project"
    case .playbookChanged: "the change of the playbook"
    case .actionUpdated(let update): "the update of \(update.action)"
    default: "record \(record.number)"
    }
  }

  /// A question by its id, and a role by its name alone.
  private static func called(_ step: Address) -> String {
    let roles = Address.role("").question
    return step.question.hasPrefix(roles)
      ? String(step.question.dropFirst(roles.count)) : step.question
  }

  /// What the answer was, and what it is after the undo.
  private func answer(_ answer: AnswerSet, _ record: SessionRecord) -> String {
    let name = answer.address.description
    if answer.address.question == Silence.question, let person = answer.address.person {
      return "\(room.state.name(of: person)): \(answer.why ?? "")"
    }
    guard let question = room.session.index.questions[answer.address.question]?.content else {
      return name
    }
    let context = room.context(question)
    guard answer.value != .null else { return "\(name): \(answer.why ?? "no answer")" }
    let now = AnswerKinds.show(answer.value, of: question, context)
    let earlier = room.session.log.state(without: [record.number]).answers[answer.address]?.value
    let before = earlier.map { AnswerKinds.show($0, of: question, context) }
    return "\(name) “\(now)”" + (before.map { ", it is “\($0)” again" } ?? "")
  }

  private func joining(_ people: [PersonJoined], _ record: SessionRecord) -> String {
    let names = DisplayText.joined(people.map(\.name))
    if let role = people.first?.roles?.last {
      let holders = people.filter { $0.roles?.contains(role) == true }.map(\.name)
      return "\(DisplayText.joined(holders)) as \(role)"
    }
    let earlier = room.session.log.state(without: [record.number])
    guard people.count == 1, let before = earlier.person(people[0].person),
      before.name != people[0].name
    else { return "\(names) joining" }
    return "the name \(people[0].name) for \(before.name)"
  }

  private func items(_ added: ItemsAdded) -> String {
    guard added.items.count == 1, let item = added.items.first else {
      return "\(added.items.count) entries"
    }
    let text = item.text.isEmpty ? item.row.first?.value.string ?? "" : item.text
    return "\(room.called(item.id, in: added.list)) “\(text)”"
  }

  /// What people call an entry where they are: 3, where the list says so.
  private func called(_ id: String) -> String { room.state.item(id).map(room.called) ?? id }
}
