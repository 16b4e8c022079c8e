import Outcomes
import PlaybookLanguage
import Session
import Values

/// Short forms at any prompt: `?` help, `?? name day` an open point, `-` asked and none,
/// `>id words` for a later question.
struct Shorthand {
  let line: String

  init(_ line: String) { self.line = line.trimmed }

  /// What the short form comes to; nil where the line is none.
  func decide(_ room: Room, _ place: Place) -> Decision? {
    if line == "?" { return help(room, place) }
    if line.hasPrefix("??") { return openPoint(String(line.dropFirst(2)).trimmed, room, place) }
    if Self.isNone(line) { return none(room, place) }
    if let point = entry(room, place) { return point }
    // A space after the sign makes it words: `> 50 %`.
    if line.hasPrefix(">"), line.dropFirst().first?.isWhitespace == false {
      return later(room, place)
    }
    return nil
  }

  private func help(_ room: Room, _ place: Place) -> Decision {
    var say: [Utterance] = place.question == nil ? [.hint(Self.help(place.subject))] : []
    if let question = place.question {
      let context = room.context(question, place.bindings)
      if let kind = AnswerKinds.kind(of: question) {
        say.append(.hint(kind.hint(question, context)))
      }
      if question.kind == .signoff { return helping([.hint(SignoffHandler.legend)]) }
      if question.kind == .readback { return helping([.hint(ReadbackHandler.legend)]) }
      let isSingle = AnswerKinds.kind(of: question) != nil
      say.append(
        .hint(
          question.isRequired
            ? "It is needed to go on; “?? name day” keeps it as an open point."
            : (isSingle ? "Enter skips it, - says" : "- says")
              + " “asked, none”, ?? keeps it as an open point."))
    }
    return helping(say)
  }

  private func helping(_ say: [Utterance]) -> Decision {
    var decision = Decision(say: say + [.hint("/help lists all commands.")])
    decision.asksAgain = true
    return decision
  }

  /// What can be typed where no question of the playbook is asked.
  private static func help(_ subject: Place.Subject) -> String {
    switch subject {
    case .people:
      "Who is here: names with commas, Ana (Legal) for a function, or the invitation's attendees."
    case .role(let role):
      "A name of those who are here, or its beginning\(role.isMany ? "; several with commas" : ""). "
        + "Enter leaves it open, /join NAME adds somebody, /people lists who is here."
    case .pause, .question: "Nothing is asked here: Enter goes on, /note keeps words."
    }
  }

  /// `how many contracts are unmapped ?? rita fri` where entries are collected: an open point.
  ///
  /// Two question marks with other words behind them are prose, and what is written alone stays so.
  private func entry(_ room: Room, _ place: Place) -> Decision? {
    guard let question = place.question, [.list, .table].contains(question.kind),
      !line.contains(where: \.isNewline), !line.contains("|"),
      !Round.isWriting(question, room, place),
      let mark = line.split(separator: " ").lastIndex(of: "??")
    else { return nil }
    let words = line.split(separator: " ")
    let terms = words[(mark + 1)...].joined(separator: " ")
    let isTerms =
      terms.split(separator: " ").count < 2
      || ActionLine(room).capture(terms, behindWords: true).text.isEmpty
    guard isTerms else { return nil }
    let about = words[..<mark].joined(separator: " ").withoutBullet
    return openPoint(terms, about, room, place)
  }

  /// “We don't know” is an answer: who finds out, and by when.
  private func openPoint(_ words: String, _ room: Room, _ place: Place) -> Decision? {
    guard let question = place.question else {
      return .problem("There is no question here that could stay open.")
    }
    return openPoint(words, asking(question, room, place), room, place)
  }

  /// The same about a cell of a row; the words come after the `??` of this line.
  func openPoint(about ask: String, _ cell: OpenCell, _ room: Room, _ place: Place) -> Decision {
    openPoint(
      String(line.dropFirst(2)).trimmed, ask, room, place,
      [.init("row", .string(cell.item)), .init("column", .string(cell.column))])
  }

  /// Who settles a doubt about an entry, and when: nothing that is asked here is answered by it.
  func openPoint(aboutDoubt doubt: String, of item: String, _ room: Room) -> Decision {
    openPoint(
      String(line.dropFirst(2)).trimmed, doubt, room, nil,
      [.init(Dispute.pointsMember, .string(item))])
  }

  private func openPoint(
    _ words: String, _ ask: String, _ room: Room, _ place: Place?,
    _ subject: [JSONValue.Member] = []
  ) -> Decision {
    func record(_ text: String, _ owner: String?, _ due: CalendarDate?) -> Decision {
      self.record(text, owner, due, room, place, subject)
    }
    guard !words.isEmpty else { return record(ask, nil, nil) }
    let captured = ActionLine(room).capture(words, behindWords: true)
    func due(_ owner: String?, _ rest: String) -> Decision {
      switch captured.due {
      case .date(let date):
        return record(noting(rest, ask), owner, date).remarking(timeIn: words, room)
      case .ambiguous(let dates):
        return Decision(
          dialog: .choose(
            "Which day is that?",
            dates.map { date in
              (date.display, .decide(record(noting(rest, ask), owner, date)))
            }))
      case .some(.none), nil: return record(noting(rest, ask), owner, nil)
      }
    }
    let text = captured.text
    if let named = captured.owners.first {
      return finder(named.said, isName: true, rest: text, whole: captured.textWithNames, room, due)
    }
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    let rest = String(text.dropFirst(first.count)).trimmed
    return finder(first, isName: rest.isEmpty, rest: rest, whole: text, room, due)
  }

  /// Who finds out: somebody who is here, or a word that may be meant as one, which is asked.
  private func finder(
    _ said: String, isName: Bool, rest: String, whole: String, _ room: Room,
    _ next: (String?, String) -> Decision
  ) -> Decision {
    switch room.names.match(said) {
    case .one(let id): return next(id, rest)
    case .several(let ids) where isName:
      return Decision(
        dialog: .choose(
          "Which \(said)?", ids.map { (room.state.name(of: $0), .decide(next($0, rest))) }))
    case .near(let id) where isName:
      return Decision(
        dialog: .yesNo(
          "Nobody here is “\(said)”: did you mean \(room.state.name(of: id))?",
          meaning: room.state.name(of: id),
          yes: .decide(next(id, rest)), no: .decide(next(nil, whole))))
    case .none where isName && said.contains(where: \.isLetter):
      return Decision(
        dialog: .choose(
          "Nobody here is “\(said)”.",
          [
            (
              "they find out all the same",
              .decide(next(said.prefix(1).uppercased() + said.dropFirst(), rest))
            ),
            ("that is no name", .decide(next(nil, whole))),
          ]))
    default: return next(nil, whole)
    }
  }

  /// Words that do not fit the question, kept as an open point beside it.
  func keep(_ words: String, _ room: Room, _ place: Place) -> Decision {
    let ask = place.question.map { asking($0, room, place) } ?? ""
    return record(noting(words, ask), nil, nil, room, place)
  }

  /// One thing that nobody knows does not end a list, a round or a vote.
  private func settles(_ place: Place) -> Bool {
    place.question.map { AnswerKinds.kind(of: $0) != nil } ?? false
  }

  /// The question as it reads on paper: inside a loop with what it was about.
  private func asking(_ question: Question, _ room: Room, _ place: Place) -> String {
    SetAside.words(of: question, place, room.scope)
  }

  /// Words that are neither name nor day stay with the open point.
  private func noting(_ words: String, _ ask: String) -> String {
    words.isEmpty ? ask : "\(ask) (\(words))"
  }

  private func record(
    _ text: String, _ owner: String?, _ due: CalendarDate?, _ room: Room, _ place: Place?,
    _ subject: [JSONValue.Member] = []
  ) -> Decision {
    let id = room.session.log.nextID(Address.Room.open.prefix)
    var row = place.map { [JSONValue.Member("about", .string($0.address.description))] } ?? []
    row += subject
    if let owner { row.append(.init("owner", .string(owner))) }
    if let due { row.append(.init("due", .string(due.iso))) }
    let item = ItemsAdded.NewItem(id: id, text: text, row: row)
    let who = owner.map { room.state.name(of: $0) + ": " } ?? ""
    let when = due.map { " · by \($0.display)" } ?? ""
    return Decision(
      fact: Fact(
        .itemsAdded(ItemsAdded(list: Address.Room.open.address, items: [item])),
        done: place.map { settles($0) ? [$0.address] : [] } ?? []),
      say: [.noted("\(id) \(who)\(text)\(when)")])
  }

  /// “Asked, none”: an answer, and not the same as not asked.
  private func none(_ room: Room, _ place: Place) -> Decision? {
    guard let question = place.question else { return nil }
    if question.kind == .list, question.respondent == .everyone {
      let round = Round(question, room, place)
      guard !round.isWriting, let seat = round.next else { return nil }
      return RoundHandler(question).none(seat, round)
    }
    guard
      AnswerKinds.kind(of: question) != nil
        || [.list, .table, .schedule, .raci].contains(question.kind)
    else { return nil }
    return Decision(
      fact: Fact(
        .answerSet(AnswerSet(address: place.address, value: .null, why: Self.none)),
        done: [place.address]),
      say: [.noted(Self.none)])
  }

  /// Why there is no answer where somebody was asked.
  static let none = "asked, none"

  /// Whether somebody's whole line says that they have nothing.
  static func isNone(_ words: String) -> Bool { ["-", "–", "—"].contains(words) }

  /// The only one that begins so, else the nearest.
  private static func near(_ typed: String, _ labels: [String]) -> String? {
    let begun = Set(labels.filter { TextFolding.fold($0).hasPrefix(TextFolding.fold(typed)) })
    return begun.count == 1 ? begun.first : NearestWord.find(typed, in: labels)
  }

  /// Whether the words are for a question, not asked yet, that is anonymous.
  func isForAnonymous(_ room: Room) -> Bool {
    guard line.hasPrefix(">"), line.dropFirst().first?.isWhitespace == false else { return false }
    let id = String(line.dropFirst().prefix { !$0.isWhitespace })
    return Self.question(called: id, in: Self.waiting(room))?.question?.isAnonymous == true
  }

  private static func waiting(_ room: Room) -> [Place] {
    let agenda = room.agenda
    return agenda.places.filter { !agenda.isSettled($0) }
  }

  private static func question(called id: String, in places: [Place]) -> Place? {
    places.first {
      $0.address.description == id || $0.address.question == id || $0.label == id
    }
  }

  /// The discussion jumped ahead: the words wait at that question.
  private func later(_ room: Room, _ place: Place) -> Decision? {
    let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    guard let id = words.first else { return nil }
    let places = Self.waiting(room)
    let wanted = Self.question(called: id, in: places)
    guard let wanted else {
      let near = Self.near(id, places.filter { $0.question != nil }.map(\.label))
      return .problem(
        "No later question is called “\(id)”."
          + (near.map { " Did you mean >\($0)?" } ?? " Tab after > lists them.")
          + " With a space after > these are words.", keeping: line)
    }
    guard words.count == 2 else {
      return .problem("What is to wait there? >\(id) and the words.", keeping: line + " ")
    }
    guard wanted.question?.isAnonymous != true else {
      return .problem(
        "\(wanted.label) is anonymous: nothing waits there, where it would stand with whoever said it. "
          + "It is written when it is asked.")
    }
    var decision = Decision(say: [.noted("kept for \(wanted.label)")])
    let isList = wanted.question.map { [.list, .table].contains($0.kind) } ?? false
    decision.draft = Decision.Draft(
      address: wanted.address, text: words[1].trimmed, separator: isList ? "\n" : "; ")
    return decision
  }
}
