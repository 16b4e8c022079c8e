import PlaybookLanguage
import Session
import Values

/// What stands now under a name: the rows and answers of a question or of a section, and its
/// pictures as they would be drawn anew.
///
/// A name is a question's id, its last word, a section's title, or what either begins with.
struct Standing {
  private let room: Room
  private let found: [AgendaEntry]

  /// Fewer letters begin too much.
  private static let fewestLetters = 3
  /// Names that begin alike; more are no name but a word.
  private static let mostQuestions = 3

  init(_ room: Room, named words: String) {
    self.room = room
    let entries = Array(room.session.agenda().entries)
    let wanted = TextFolding.fold(words.trimmed)
    // In a loop a question is asked several times, and is called by what each is about.
    if let place = ItemNames(room).place(words), !place.address.items.isEmpty {
      found = [.place(place)]
      return
    }
    if let section = Self.section(wanted, room) {
      found = Self.part(of: entries, section)
      return
    }
    let ids = Self.questions(wanted, entries.compactMap(\.place))
    let drawn = PicturedQuestions(room)
    found = entries.filter { entry in
      switch entry {
      case .place(let place): ids.contains(place.address.question)
      case .passing(let step, _): !drawn.questions(of: step).isDisjoint(with: ids)
      case .section: false
      }
    }
  }

  // MARK: Names

  private static func section(_ wanted: String, _ room: Room) -> SectionPlace? {
    let sections = room.agenda.sections
    return sections.first { TextFolding.fold($0.title) == wanted || $0.id == wanted }
      ?? (wanted.count < fewestLetters
        ? nil : sections.first { TextFolding.fold($0.title).hasPrefix(wanted) })
  }

  /// By the whole id, by its last word, by what it begins with: the first of these that any has.
  private static func questions(_ wanted: String, _ places: [Place]) -> Set<String> {
    let ids = Set(places.map(\.address.question))
    let short = { (id: String) in id.split(separator: ".").last.map(String.init) ?? id }
    let exact = ids.filter { $0 == wanted || short($0) == wanted }
    guard exact.isEmpty, wanted.count >= fewestLetters else { return exact }
    let near = ids.filter { short($0).hasPrefix(wanted) }
    return near.count <= mostQuestions ? near : []
  }

  /// What stands from a section's heading to the next one.
  private static func part(of entries: [AgendaEntry], _ section: SectionPlace) -> [AgendaEntry] {
    let isHeading = { (entry: AgendaEntry) in if case .section = entry { true } else { false } }
    guard let start = entries.firstIndex(of: .section(section)) else { return [] }
    let rest = entries[(start + 1)...]
    return Array(rest.prefix { !isHeading($0) })
  }

  // MARK: What is shown

  var utterances: [Utterance] {
    let drawn = PicturedQuestions(room)
    let all = found.flatMap { entry -> [Utterance] in
      switch entry {
      case .place(let place): place.question.map { shown(place, $0) } ?? []
      case .passing(let step, let bindings):
        if case .show(let part) = step.action, drawn.isBegun(step) {
          [.part(part, bindings)]
        } else {
          []
        }
      case .section: []
      }
    }
    return Self.joined(all)
  }

  /// The labels of the single answers among it.
  var answers: Set<String> {
    Set(
      utterances.flatMap { utterance -> [String] in
        if case .table(let rows) = utterance { rows.map(\.label) } else { [] }
      })
  }

  /// Answers one below the other stand in one table.
  private static func joined(_ utterances: [Utterance]) -> [Utterance] {
    utterances.reduce(into: []) { all, next in
      if case .table(let rows) = next, case .table(let before)? = all.last {
        all[all.count - 1] = .table(before + rows)
      } else {
        all.append(next)
      }
    }
  }

  /// Rows as they stand; an answer only once it is given, for a vote is blind until then.
  private func shown(_ place: Place, _ question: Question) -> [Utterance] {
    switch question.kind {
    case .list, .table, .schedule, .raci, .group: return rows(place, question)
    case .review, .readback, .signoff: return []
    default:
      guard room.agenda.isSettled(place), room.state.endings[place.address] != .skipped else {
        return []
      }
      if let answer = room.state.answers[place.address]?.value, answer != .null,
        AnswerKinds.kind(of: question) != nil
      {
        let context = room.context(question, place.bindings)
        return [.table([.init(place.label, AnswerKinds.show(answer, of: question, context))])]
      }
      return [
        .part(
          DocumentPart(kind: .answers, names: [question.id], span: question.span),
          place.bindings)
      ]
    }
  }

  private func rows(_ place: Place, _ question: Question) -> [Utterance] {
    let items = room.state.liveItems(in: place.address)
    guard !items.isEmpty else { return [] }
    let rows = items.map { item -> Utterance.Entry in
      let by = item.by.isEmpty ? "" : "  (\(DisplayText.joined(item.by.map(room.state.name))))"
      return .init(room.called(item), ItemEditing.words(item, room) + by + room.doubts(item))
    }
    let prompt = Utterance.hint(room.words(question.prompt, place.bindings).onOneLine)
    guard question.kind == .schedule else { return [prompt, .entries(rows)] }
    let picture = DocumentPart(kind: .gantt, names: [question.id], span: question.span)
    return [prompt, .entries(rows), .part(picture, place.bindings)]
  }
}

/// Which questions a shown picture is drawn from.
private struct PicturedQuestions {
  let room: Room

  init(_ room: Room) { self.room = room }

  func questions(of step: Step) -> Set<String> {
    guard case .show(let part) = step.action else { return [] }
    return Set(part.names + part.rows.compactMap { room.session.index.root(of: $0.list) })
  }

  /// Before any row of its questions there is nothing to draw.
  func isBegun(_ step: Step) -> Bool {
    let ids = questions(of: step)
    return room.state.items.contains { $0.isLive && ids.contains($0.list.question) }
      || room.state.answers.keys.contains { ids.contains($0.question) }
  }
}
