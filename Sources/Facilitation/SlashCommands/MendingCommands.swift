import Outcomes
import PlaybookLanguage
import Session
import Values

extension SlashCommand {
  static let mendingCommands: [SlashCommand] = [
    SlashCommand("undo", "", .mending, "take back the last thing recorded", atDialog: .takesItBack)
    {
      room, _ in Mending(room).undo()
    },
    SlashCommand("redo", "", .mending, "bring back what /undo took", atDialog: .endsIt) {
      room, _ in
      Mending(room).redo()
    },
    SlashCommand(
      "edit", "ID [WORDS]", .mending, "change an entry (3, A1, T2), or go back to a question"
    ) {
      room, words in Mending(room).edit(words)
    },
    SlashCommand(
      "drop", "IDS", .mending, "take entries out: /drop 3, /drop 3 7", atDialog: .endsItForEntry
    ) { room, words in
      Mending(room).drop(words)
    },
    SlashCommand(
      "merge", "ID INTO", .mending, "two entries are the same: /merge 7 3", atDialog: .endsIt
    ) { room, words in Mending(room).merge(words) },
    SlashCommand(
      "move", "ID WHERE", .mending,
      "an entry into a theme, out of it, or into another list: /move 7 t1, /move D1 actions",
      atDialog: .endsIt
    ) { room, words in ItemMoving(room).decide(words) },
    SlashCommand(
      "project", "NAME", .mending, "which project this is about, where its name is wrong"
    ) { room, words in Mending(room).project(words) },
    SlashCommand(
      "dispute", "ID WHO: WHY", .mending, "somebody doubts an entry: /dispute 1 dee: spec was late"
    ) {
      room, words in Mending(room).dispute(words)
    },
  ]
}

/// Taking back, changing and removing what is recorded.
struct Mending {
  let room: Room

  init(_ room: Room) { self.room = room }

  func undo() -> Decision {
    if let held = HeldUndo(room)?.undo { return held }
    guard let target = room.session.log.undoTarget else {
      return .problem("There is nothing to take back.")
    }
    let together = together(with: target)
    let words = (joinedAway(target).map { [$0] } ?? together + [target])
      .map { Chronicle(room).words($0) }
    let numbers =
      [movedFrom(target), joinedAway(target)?.number].compactMap { $0 } + together.map(\.number)
      + [target.number]
    var decision = Decision(
      fact: Fact(.eventsUndone(targets: numbers)),
      say: [.noted("Taken back: \(words.joined(separator: "; "))")]
        + [HeldUndo(room)?.remark].compactMap { $0 })
    decision.held = HeldAfter(room).undoing(target)
    return decision
  }

  /// An entry that went into another list was added there and merged: one thing to take back.
  private func movedFrom(_ record: SessionRecord) -> Int? {
    guard case .itemMerged(let id, let into) = record.fact.event,
      let new = room.state.item(into), new.list != room.state.item(id)?.list,
      new.record == room.session.log.records.last(where: { $0.number < record.number })?.number
    else { return nil }
    return new.record
  }

  /// Somebody who was noted as not here joined and went by one line: one thing to take back.
  private func joinedAway(_ record: SessionRecord) -> SessionRecord? {
    guard case .personLeft(let person, true) = record.fact.event,
      let before = room.session.log.records.last(where: { $0.number < record.number }),
      before.at == record.at, !room.session.log.dead.contains(before.number),
      case .peopleJoined(let joined) = before.fact.event,
      joined.contains(where: { $0.person == person })
    else { return nil }
    return before
  }

  /// Those who left, or were not asked, by the same line: one line is one thing to take back.
  ///
  /// What one line comes to is written at one moment.
  private func together(with record: SessionRecord) -> [SessionRecord] {
    let isAlike: (SessionEvent) -> Bool
    if record.fact.event.isLeaving {
      isAlike = \.isLeaving
    } else if record.fact.event.isNotAsking {
      isAlike = \.isNotAsking
    } else {
      return []
    }
    let log = room.session.log
    return log.records.reversed().lazy.filter { $0.number < record.number }
      .prefix {
        isAlike($0.fact.event) && $0.at == record.at && !log.dead.contains($0.number)
      }
      .reversed()
  }

  func redo() -> Decision {
    if let held = HeldUndo(room)?.redo { return held }
    guard let target = room.session.log.redoTarget,
      case .eventsUndone(let numbers) = target.fact.event
    else { return .problem("There is nothing to bring back.") }
    let records = room.session.log.records.filter { numbers.contains($0.number) }
    let words = records.map { Chronicle(room).words($0) }
    var decision = Decision(
      fact: Fact(.eventsUndone(targets: [target.number])),
      say: [.noted("Brought back: \(words.joined(separator: "; "))")])
    decision.held = records.first.flatMap { HeldAfter(room).redoing($0) }
    return decision
  }

  /// `dee: spec was late`; where nobody stands before a colon, the first word may be a name.
  private func doubter(_ words: String) -> (name: String, why: String) {
    if let colon = words.firstIndex(of: ":") {
      return (String(words[..<colon]).trimmed, words[words.index(after: colon)...].trimmed)
    }
    let pieces = words.split(separator: " ", maxSplits: 1).map(String.init)
    guard pieces.count == 2, case .one = room.names.match(pieces[0]) else { return ("", words) }
    return (pieces[0], pieces[1].trimmed)
  }

  /// Names the project anew, and with it a title that begins with the name.
  ///
  /// What earlier meetings left open was read at the start, by the name as it was then.
  func project(_ words: String) -> Decision {
    guard let opened = room.state.opened else { return Decision() }
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      return .problem("This is about “\(opened.project)”. /project NAME names it anew.")
    }
    let name = words.onOneLine
    guard name != opened.project else { return .problem("It is called “\(name)” already.") }
    let playbook = room.session.playbook.title
    let title =
      opened.title == MeetingTitle.words(project: opened.project, playbook: playbook)
      ? MeetingTitle.words(project: name, playbook: playbook)
      : opened.title.hasPrefix(opened.project)
        ? name + opened.title.dropFirst(opened.project.count) : opened.title
    return Decision(
      fact: Fact(.sessionRenamed(project: name, title: title)),
      say: [
        .noted("\(opened.project) is \(name) now. The file keeps its name; /undo takes it back.")
      ])
  }

  func edit(_ words: String) -> Decision {
    guard !words.isEmpty else { return .problem("Edit what? /edit 3, /edit A1, /edit goal") }
    let names = ItemNames(room)
    // `/edit a3 new words`, in one line.
    if let (item, rest) = names.leading(words) {
      guard !rest.isEmpty else { return Decision(dialog: ItemEditing(room).dialog(item)) }
      let edited = ItemEditing(room).change(rest, item)
      guard edited.refill?.isEmpty == false else { return edited }
      var anew = edited
      anew.dialog = anew.dialog ?? ItemEditing(room).dialog(item)
      return anew
    }
    let back = Moving(room).back(to: words)
    guard back.fact == nil else { return back }
    let isOutcome = room.scope.allOutcomes().contains {
      $0.item == nil && TextFolding.fold($0.id) == TextFolding.fold(words)
    }
    guard isOutcome || (ItemNames.isNumbered(words) && names.place(words) == nil) else {
      return back
    }
    return .problem(names.noEntry(words, "/edit"), keeping: "/edit \(words)")
  }

  /// The list in which a bare number counts: the one at hand, or what a grouping is of.
  var list: Address? {
    guard let place = room.place, let question = place.question else { return nil }
    guard question.kind == .group || question.kind == .vote, let source = question.of,
      let root = room.session.index.root(of: source)
    else { return place.address }
    return Address(root)
  }

  func drop(_ words: String) -> Decision {
    let names = ItemNames(room)
    let (items, rest) = names.items(words)
    guard rest.isEmpty else {
      return .problem(names.noEntry(rest, "/drop"), keeping: "/drop \(words)")
    }
    guard !items.isEmpty else { return .problem("Take out what? /drop 3, /drop A1.") }
    let labels = items.map { "\(room.called($0)) \(ItemEditing.words($0, room).quoted)" }
    let before = Summary(of: room.session).outcomes.count
    let fact = Fact(.itemsRemoved(items: items.map(\.id)))
    let after = Summary(of: room.after(fact).session).outcomes.count
    let isOne = items.count == 1
    let outcomes =
      before > after ? ", with \(before - after) of \(isOne ? "its" : "their") outcomes" : ""
    return Decision(
      fact: fact,
      say: [
        .noted(
          "\(DisplayText.joined(labels)) \(isOne ? "is" : "are") taken out\(outcomes). "
            + "/undo brings \(isOne ? "it" : "them") back.")
      ])
  }

  func merge(_ words: String) -> Decision {
    let (named, rest) = ItemNames(room).items(words)
    guard rest.isEmpty, named.count == 2 else {
      return .problem(
        rest.isEmpty
          ? "Two entries that are the same: /merge 7 3 keeps 3."
          : ItemNames(room).noEntry(rest, "/merge", named.first.map { " \($0.id)" } ?? " …"),
        keeping: words.isEmpty ? nil : "/merge \(words)")
    }
    let (item, into) = (named[0], named[1])
    guard item.list == into.list else {
      return .problem(
        room.state.isTheme(into)
          ? "\(into.id) is a theme: \(into.id.lowercased()) \(item.number ?? 0) puts it there."
          : "\(item.id) and \(into.id) are of different lists, so they cannot be the same.")
    }
    let label = ItemEditing.words(into, room)
    return Decision(
      fact: Fact(.itemMerged(item: item.id, into: into.id)),
      say: [.noted("\(room.called(item)) is part of \(room.called(into)) \(label) now.")])
  }

  func dispute(_ words: String) -> Decision {
    guard words.contains(" ") else {
      return .problem("Which entry, who, and why? /dispute 1 dee: spec was late")
    }
    guard let (item, doubt) = ItemNames(room).leading(words), !doubt.isEmpty else {
      return .problem(
        ItemNames(room).noEntry(words, "/dispute", " dee: …"), keeping: "/dispute \(words)")
    }
    let (name, why) = doubter(doubt)
    guard case .one(let person) = room.names.match(name) else {
      return .problem(
        "Who doubts it? /dispute \(item.number ?? 1) dee: \(why)", keeping: "/dispute \(words)")
    }
    let cells: [JSONValue.Member] = [
      .init("disputed_by", .string(person)), .init("disputed", .string(why)),
    ]
    let doubter = room.state.name(of: person)
    let value = ItemValue(id: item.id, list: item.list.question, chain: item.list.items)
    let point = "“\(room.scope.text(of: value).onOneLine)”, disputed by \(doubter): \(why)"
    return Decision(
      fact: Fact(.itemEdited(ItemEdited(item: item.id, row: cells))),
      say: [.noted("\(room.called(item)) disputed by \(doubter): \(why)")],
      dialog: room.place == nil
        ? nil
        : .settling(purpose: .settling(about: point, item: item.id)))
  }
}

extension SessionEvent {
  /// Somebody goes, for good or for a moment.
  fileprivate var isLeaving: Bool { if case .personLeft = self { true } else { false } }

  /// Somebody silent was passed over before the close, and the page says so.
  fileprivate var isNotAsking: Bool {
    guard case .answerSet(let answer) = self else { return false }
    return answer.address.question == Address.voices && answer.why == "not asked"
  }
}
