import Outcomes
import PlaybookLanguage
import Session
package import Values

// The minutes: everything that was asked and answered, in order, then what came of it.
extension DocumentBuilder {
  var minutes: Document {
    Document(
      id: "minutes", title: "Minutes: \(meetingTitle)",
      blocks: [headLines(signoffOfMeeting)] + saidBlocks + titled("Time", timeBlocks))
  }

  /// Who was there, what was said, and what came of it.
  private var saidBlocks: [Block] {
    titled("People", peopleBlocks) + agendaBlocks + resultBlocks
  }

  /// What stands in the minutes with all of these words, in its order.
  ///
  /// What a later passage says again, and more of it, is left to that: an answer that became an
  /// action is found as the action.
  package func passages(with words: SearchWords) -> [Passage] {
    let found = saidBlocks.filter { $0 != Self.none }.passages.filter { words.areIn($0.words) }
    return found.enumerated().filter { place, passage in
      !found[(place + 1)...].contains { passage.isWithin($0) }
    }.map(\.element)
  }

  func titled(_ title: String, _ blocks: [Block]) -> [Block] {
    blocks.isEmpty ? [] : [.heading(level: 2, [.text(title)])] + blocks
  }

  /// Planned against real, once there is something to compare.
  private var timeBlocks: [Block] {
    let timeline = Timeline(of: session)
    guard timeline.stretches.contains(where: { $0.spent.minutes > 0 }) else { return [] }
    let table = TextTable(
      [.init("Section"), .init("Planned", .trailing), .init("Took", .trailing)],
      timeline.stretches.map { stretch in
        [
          .words(stretch.title), .words(stretch.planned?.display ?? "–"),
          .words(Self.rounded(stretch.spent)),
        ]
      })
    let pause = timeline.paused.minutes
    return [.table(table)]
      + (pause > 0 ? [.paragraph(.words("Paused for \(pause) min, which do not count."))] : [])
  }

  /// `3 min`; what took less than half of one took some of it all the same.
  private static func rounded(_ span: TimeSpan) -> String {
    span.seconds < 30 ? "under 1 min" : "\((span.seconds + 30) / 60) min"
  }

  private var peopleBlocks: [Block] {
    let people = session.state.people
    guard !people.isEmpty else { return [Self.none] }
    let table = TextTable(
      ["Name", "Function", "Role", "Presence"].map { .init($0) },
      people.map { person in
        [
          .words(person.name), .words(person.function ?? "–"),
          .words(person.roles.isEmpty ? "–" : person.roles.joined(separator: ", ")),
          .words(Self.presence(of: person)),
        ]
      })
    return [.table(table)] + silentBlocks
  }

  /// Silence is not consent: who was asked before the close, and who was not.
  private var silentBlocks: [Block] {
    let asked = session.state.answers.filter { $0.key.question == Address.voices }
    let lines = ["asked, none", "not asked"].compactMap { why -> String? in
      let names = session.state.people.filter { person in
        asked.contains { $0.key.person == person.id && $0.value.why == why }
      }.map(\.name)
      let joined = DisplayText.joined(names)
      if names.isEmpty { return nil }
      return why == "not asked"
        ? "Said nothing and \(names.count.agreeing("was", "were")) not asked: \(joined)."
        : "Said nothing, and had nothing to add when asked before the close: \(joined)."
    }
    return lines.map { .paragraph(.words($0)) }
  }

  private static func presence(of person: Participant) -> String {
    switch person.presence {
    case .here: person.isRemote ? "remote" : "in the room"
    case .away: "away at the end"
    case .left: person.isRemote ? "remote, left early" : "left early"
    }
  }

  /// Every visible section with its questions; sections that ask nothing are left out.
  private var agendaBlocks: [Block] {
    agenda.sections.flatMap { section -> [Block] in
      let places = agenda.places.filter { $0.section?.number == section.number }
      return titled(section.title.singleLine, places.flatMap(blocks))
    }
  }

  private func blocks(_ place: Place) -> [Block] {
    guard let question = place.question, question.kind != .readback else { return [] }
    let prompt = scope.render(question.prompt, place.bindings).singleLine
    return [.paragraph([.strong(prompt)])] + answerBlocks(question, place.bindings)
  }

  private func answerBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    switch question.kind {
    case .fist: return fistBlocks(question, bindings)
    case .vote: return voteBlocks(question, bindings)
    case .signoff: return signoff(named: question.id).map { [.signatures($0.table)] } ?? []
    case .table: return rowsTable(question, bindings)
    case .schedule: return scheduleBlocks(question, bindings)
    case .raci: return dutyBlocks(question, bindings)
    case .review: return reviewBlocks(question, bindings)
    case .rank: return rankBlocks(question, bindings)
    case .list: return entries(question, bindings)
    default:
      let value = scope.evaluate(named(question.id), bindings)
      guard value != .blank, value != .list([]) else { return absenceBlocks(question, bindings) }
      if question.kind == .group { return bullets(answerLines(question, bindings)) }
      return [.paragraph(.lines(answerLines(question, bindings)) + author(question, bindings))]
    }
  }

  /// Whose words an answer is, where it is somebody's.
  private func author(_ question: Question, _ bindings: Bindings) -> [Inline] {
    guard let by = session.state.answers[address(question, bindings)]?.by else { return [] }
    return [.text(" (\(session.state.name(of: by)))")]
  }

  private func entries(_ question: Question, _ bindings: Bindings) -> [Block] {
    let items = listed(question, bindings)
    guard !items.isEmpty else { return absenceBlocks(question, bindings) }
    let entries = items.map { TextList.Entry(.words(entryWords($0)) + disputeMark($0.id)) }
    return [.list(TextList(.bulleted, entries))] + silent(address(question, bindings))
  }

  func rowsTable(_ question: Question, _ bindings: Bindings) -> [Block] {
    let items = listed(question, bindings)
    guard !items.isEmpty else { return absenceBlocks(question, bindings) }
    guard !question.columns.isEmpty else { return entries(question, bindings) }
    let columns = question.columns.map { TextTable.Column(Self.words(ofName: $0.name)) }
    let names = RowNames(items.map { ($0.id, scope.text(of: $0)) })
    let rows = items.map { item in
      (item: item.id, cells: question.columns.map { cell($0, of: item, names) })
    }
    return [.table(table(columns, rows))]
  }

  /// What a row comes after is named by its words: the rows stand here without ids.
  private func cell(_ column: Question.Column, of item: ItemValue, _ names: RowNames) -> [Inline] {
    guard column.name == "after", case .text(let words) = scope.member("after", of: item) else {
      return tableCell(column, of: item)
    }
    return cell(.text(names.spelledOut(words)))
  }

  /// A cell as its kind shows it; a computed one as its value reads.
  func tableCell(_ column: Question.Column, of item: ItemValue) -> [Inline] {
    let value = scope.member(column.name, of: item)
    // A figure or a fact that nobody can look up says so, as it did in the room.
    if value == .blank, column.name == "source" { return [.text("unsourced")] }
    guard case .asked(let question) = column.cell, question.of == nil, value != .blank,
      [.choice, .choices, .scale, .number].contains(question.kind),
      let recorded = session.state.survivor(of: item.id)?[column.name]
    else { return cell(value) }
    return .words(AnswerKinds.show(recorded, of: question, context))
  }

  func listed(_ question: Question, _ bindings: Bindings) -> [ItemValue] {
    guard case .list(let values) = scope.evaluate(named(question.id), bindings) else { return [] }
    return values.compactMap { value in
      if case .item(let item) = value { item } else { nil }
    }
  }

  private var resultBlocks: [Block] {
    titled("Agreements", agreementBlocks)
      + titled("Decisions", decisionBlocks)
      + titled("Actions", actionBlocks)
      + (summary.updates.isEmpty ? [] : titled("Changed from before", updateBlocks))
      + (summary.risks.isEmpty ? [] : titled("Risks", riskBlocks))
      + (summary.milestones.isEmpty ? [] : titled("Milestones", outcomeBlocks("milestones")))
      + (summary.events.isEmpty ? [] : titled("Dates", outcomeBlocks("events")))
      + (summary.metrics.isEmpty ? [] : titled("Figures", outcomeBlocks("metrics")))
      + titled("Open, parked and not discussed", openBlocks)
      + (summary.warnings.isEmpty ? [] : titled("Warnings", outcomeBlocks("warnings")))
      + noteBlocks
  }

  private var noteBlocks: [Block] {
    guard !summary.notes.isEmpty else { return [] }
    return titled(
      "Notes",
      bullets(
        summary.notes.map { note in
          let by = DisplayText.joined(note.by.map(\.name))
          return .words(note.text) + (by.isEmpty ? [] : [.text(" (\(by))")])
        }))
  }
}
