import PlaybookLanguage
import Session
import Values

/// Reads an action as it is said: what, who, by when, done when.
///
/// What is not certain is asked.
struct ActionLine {
  struct Action: Equatable {
    var text: String
    /// A person's id, or the name of somebody who is not here.
    var owner: String?
    var due: CalendarDate?
    var doneWhen: String?
    /// Whether the line says that nobody has it yet.
    var isNobodys = false
    /// Whether the line says that its day is not known yet.
    var isUndated = false
    var tags: [String] = []
  }

  let room: Room

  init(_ room: Room) { self.room = room }

  /// Reads a line that says what is to be done; a name or a day alone says nothing of it.
  func read(_ line: String, _ make: (Action) -> Decision) -> Decision {
    let words = line.split(separator: "|", omittingEmptySubsequences: false).first.map(String.init)
    let captured = capture(words ?? line, behindWords: false)
    guard captured.text.isEmpty else { return readAnything(line, make) }
    return .problem(
      "That is only \(Self.named(captured)). What is to be done? It stands first.", keeping: line)
  }

  /// What a line says that says nothing of what is to be done.
  private static func named(_ captured: CapturedAction) -> String {
    let isOwner = !captured.owners.isEmpty
    let isDay = captured.due != nil
    guard isOwner || isDay else { return captured.isNobodys ? "what is not known yet" : "a name" }
    return isOwner && isDay ? "a name and a day" : isDay ? "a day" : "a name"
  }

  /// The same, where a name or a day alone changes what is known already.
  func readAnything(_ line: String, _ make: (Action) -> Decision) -> Decision {
    line.contains("|") ? cells(line, make) : read(line, behindWords: false, make)
  }

  /// `name a data owner | Mia | 11 dec | it is in the wiki`, as in a table of actions.
  private func cells(_ line: String, _ make: (Action) -> Decision) -> Decision {
    let cells = TableCells.of(line, columns: 4)
    let order = "words | owner | day | done when"
    guard cells.count <= 4 else {
      return .problem(
        "\(cells.count.counted("cell")), and an action has 4: \(order).", keeping: line)
    }
    let text = cells.first ?? ""
    let done = cells.count > 3 && !cells[3].isEmpty ? cells[3] : nil
    func whole(_ action: Action) -> Decision {
      make(
        action.with {
          $0.text = text
          $0.doneWhen = done ?? $0.doneWhen
        })
    }
    let terms = cells.dropFirst().prefix(2).filter { !$0.isEmpty }.joined(separator: ", ")
    guard !terms.isEmpty else { return whole(Action(text: text)) }
    return readTerms(terms, whole)
      ?? .problem("\(terms.quoted) is no owner and no day. An action is \(order).", keeping: line)
  }

  /// Who, by when and done when, of something whose words stand already: `mia, 11 dec`, `fri`,
  /// `owner tbd`; nil where the line has other words of its own.
  func readTerms(_ line: String, _ make: (Action) -> Decision) -> Decision? {
    guard capture(line, behindWords: true).text.isEmpty else { return nil }
    return read(line, behindWords: true, make)
  }

  /// What a line says of owner and day, with what is left as its words; a day that may be of the
  /// year before is both.
  func capture(_ line: String, behindWords: Bool) -> CapturedAction {
    let today = room.moment.today
    var captured = capture(line, behindWords, today: today)
    if case .date(let date) = captured.due,
      let earlier = DatePhrase.nearerYearBefore(
        date, today: today, read: { capture(line, behindWords, today: $0).due })
    {
      captured.due = .ambiguous([earlier, date])
    }
    return captured
  }

  private func capture(_ line: String, _ behindWords: Bool, today: CalendarDate) -> CapturedAction {
    behindWords
      ? Capture.terms(line, people: room.names, today: today)
      : Capture.action(line, people: room.names, today: today)
  }

  private func read(
    _ line: String, behindWords: Bool, _ make: (Action) -> Decision
  ) -> Decision {
    let captured = capture(line, behindWords: behindWords)
    if captured.due == nil,
      let day = DatePhrase.impossible(in: line, today: room.moment.today)
    {
      let mended = line.replacingFirst(day.words, with: day.instead.iso)
      return Decision(
        dialog: .yesNo(
          "There is no \(day.words). By \(day.instead.display)?",
          yes: .decide(read(mended, behindWords: behindWords, make)), no: .refill(line)))
    }
    let action = Action(
      text: captured.text, doneWhen: captured.doneWhen, isNobodys: captured.isNobodys,
      isUndated: captured.isUndated, tags: captured.tags)
    return owner(of: captured, action) {
      self.due(of: captured, $0) { action in
        let decision = make(action)
        return action.due == nil ? decision : decision.remarking(timeIn: line, room)
      }
    }
  }

  private func owner(
    of captured: CapturedAction, _ action: Action, _ next: (Action) -> Decision
  ) -> Decision {
    guard let owner = captured.owners.first else { return next(action) }
    guard captured.owners.count == 1 else { return oneOf(captured, action, next) }
    switch owner.match {
    case .one(let id): return next(action.with { $0.owner = id })
    case .several(let ids):
      return Decision(
        dialog: .choose(
          "Which \(owner.said)?",
          ids.map { id in
            (room.state.name(of: id), .decide(next(action.with { $0.owner = id })))
          }))
    case .near(let id):
      let words = captured.textWithNames
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(owner.said)”: did you mean \(room.state.name(of: id))?",
          meaning: room.state.name(of: id),
          yes: .decide(next(action.with { $0.owner = id })),
          no: .decide(next(action.with { $0.text = words }))))
    case .none:
      let words = captured.textWithNames
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(owner.said)”. Is that the owner all the same?", enterIsYes: false,
          yes: .decide(next(action.with { $0.owner = owner.said })),
          no: .decide(next(action.with { $0.text = words }))))
    }
  }

  /// An action has one owner; the others stay in its words.
  private func oneOf(
    _ captured: CapturedAction, _ action: Action, _ next: (Action) -> Decision
  ) -> Decision {
    var people: [(id: String, name: String)] = []
    for owner in captured.owners {
      let ids: [String] =
        switch owner.match {
        case .one(let id), .near(let id): [id]
        case .several(let ids): ids
        case .none: [owner.said]
        }
      for id in ids where !people.contains(where: { $0.id == id }) {
        people.append((id, room.state.name(of: id)))
      }
    }
    guard people.count > 1 else { return next(action.with { $0.owner = people.first?.id }) }
    let areAll = people.count == captured.owners.count
    return Decision(
      dialog: .choose(
        "\(DisplayText.joined(people.map(\.name))): an action has one owner. Who?",
        people.map { person in
          let others = people.filter { $0.id != person.id }.map(\.name)
          let rest = areAll ? " (with \(DisplayText.joined(others)))" : ""
          return (
            person.name,
            .decide(
              next(
                action.with {
                  $0.owner = person.id
                  $0.text += $0.text.isEmpty ? "" : rest
                }))
          )
        }))
  }

  private func due(
    of captured: CapturedAction, _ action: Action, _ make: (Action) -> Decision
  ) -> Decision {
    switch captured.due {
    case .date(let date): return make(action.with { $0.due = date }).remarking(date, room)
    case .ambiguous(let dates):
      return Decision(
        dialog: .choose(
          "Which day is that?",
          dates.map { date in
            (date.display, .decide(make(action.with { $0.due = date }).remarking(date, room)))
          }))
    case .some(.none), nil: return make(action)
    }
  }
}

extension Decision {
  /// A day to do something by that is over, or nearly a year away, is not passed in silence.
  func remarking(_ due: CalendarDate, _ room: Room) -> Decision {
    guard fact != nil, let oddity = Self.oddity(of: due, room),
      !say.contains(.warning(oddity))
    else { return self }
    var remarked = self
    remarked.say.append(.warning(oddity))
    return remarked
  }
}

extension Decision {
  /// A time that was typed beside a day is not kept, and that is said.
  func remarking(timeIn line: String, _ room: Room) -> Decision {
    remarking(times: [DatePhrase.timeOfDay(in: line, today: room.moment.today)].compactMap { $0 })
  }
}

extension ActionLine.Action {
  /// What a line does not say of owner and day stays as it was.
  mutating func keep(ownerAndDueOf item: Item, _ columns: ActionColumns) {
    if !isNobodys { owner = owner ?? columns.owner.flatMap { item[$0].string } }
    if !isUndated {
      due = due ?? columns.due.flatMap { item[$0].string }.flatMap { CalendarDate(iso: $0) }
    }
  }

  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}
