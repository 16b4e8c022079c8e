import Outcomes
import PlaybookLanguage
import Session
import Values

extension SlashCommand {
  static let lookingCommands: [SlashCommand] = [
    SlashCommand(
      "help", short: "h", "[WORD]", .looking, "this list, or more of a command or a group"
    ) {
      _, words in PromptHelp(words).decision
    },
    SlashCommand("agenda", "", .looking, "all sections, and where we are") { room, _ in
      Looking(room).agenda()
    },
    SlashCommand(
      "show", "[WORDS or ID]", .looking,
      "a question or section by its name, what was said about …; without words, the list at hand"
    ) {
      room, words in Looking(room).show(words)
    },
    SlashCommand("summary", "", .looking, "what we have so far") { room, _ in
      Looking(room).summary()
    },
    SlashCommand("try", "ID=ANSWER", .looking, "what another answer would do, without recording it")
    {
      room, words in Looking(room).tryOut(words)
    },
    SlashCommand(
      "wall", "list|actions|blank", .looking, "what huddle wall shows in a second window"
    ) { _, words in Looking.wall(words.lowercased()) },
    SlashCommand("copy", "", .looking, "the summary in few lines, for the call’s chat") { _, _ in
      var decision = Decision()
      decision.errand = .copySummary
      return decision
    },
    SlashCommand("chat", "FILE", .looking, "read a saved chat as if it were pasted") { _, words in
      guard !words.isEmpty else { return .problem("Which file? /chat meeting.txt") }
      var decision = Decision()
      decision.errand = .readChat(path: words)
      return decision
    },
    SlashCommand("editor", "", .looking, "write this answer in your editor") { room, _ in
      guard !room.keepsNoWords else {
        return .problem(
          "What is written here stands in no file before its time, and an editor makes one. "
            + "Type it, or paste it.")
      }
      var decision = Decision()
      decision.errand = .openEditor("")
      return decision
    },
  ]

  static let leavingCommands: [SlashCommand] = [
    SlashCommand("quit", short: "q", "", .leaving, "leave; huddle resume comes back to this place")
    {
      _, _ in
      var decision = Decision()
      decision.leave = .paused
      return decision
    }
  ]
}

/// Looking around without changing anything.
struct Looking {
  let room: Room

  init(_ room: Room) { self.room = room }

  static func wall(_ words: String) -> Decision {
    let known: [String: Wall.View] = ["": .list, "on": .list, "off": .blank]
    guard let view = known[words] ?? Wall.View(rawValue: words) else {
      return .problem("The wall shows list, actions or blank: /wall actions")
    }
    var decision = Decision(say: [.hint("The wall shows: \(view.rawValue)")])
    if known[words] == .list {
      decision.say.append(.hint("It is a window of its own: open one and type huddle wall there."))
    }
    decision.errand = .steerWall(view)
    return decision
  }

  func agenda() -> Decision {
    let here = room.place?.section?.number ?? 0
    let rows = room.agenda.sections.map { section in
      let mark = section.number < here ? "●" : section.number == here ? "◐" : "○"
      return Utterance.Entry(
        "\(mark) \(section.number)", section.title + clock(of: section, here: here))
    }
    let questions = room.agenda.places.filter {
      room.agenda.isSettled($0) && $0.question != nil
    }.map(\.label)
    return Decision(
      say: [.table(rows)]
        + (questions.isEmpty
          ? [] : [.hint("Asked so far, for /back: \(questions.joined(separator: " "))")]))
  }

  /// ` · 13 min, until 10:24`: with what was added to it, and for the one at hand when it ends.
  private func clock(of section: SectionPlace, here: Int) -> String {
    guard section.time != nil else { return "" }
    let minutes = MeetingClock.minutes(section, room)
    let time = " · \(TimeSpan(seconds: 60 * max(0, minutes)).display)"
    guard section.number == here, let ends = SectionClock(section, room).ends else { return time }
    return time + ", until \(ends.clockTime(offsetSeconds: room.moment.offset).display)"
  }

  func show(_ words: String) -> Decision {
    guard !words.isEmpty else {
      var decision = Decision()
      decision.asksAgain = true
      return decision
    }
    let found = Recollection(room).lines(about: words)
    // An entry by its id is of this meeting; words may be about an earlier one.
    guard ItemNames(room).item(words) == nil else {
      return Decision(say: found.isEmpty ? [] : [.table(found)])
    }
    let standing = Standing(room, named: words)
    let said = found.filter { !standing.answers.contains($0.label) }
    var decision = Decision(say: standing.utterances + (said.isEmpty ? [] : [.table(said)]))
    decision.errand = .recall(
      words: words, found: said.count + (standing.utterances.isEmpty ? 0 : 1))
    return decision
  }

  func summary() -> Decision {
    let summary = Summary(of: room.session)
    let lines =
      (summary.agreements + summary.decisions + summary.actions + summary.risks).map { outcome in
        let who = [outcome.owner?.name, outcome.due.map { "due \($0.display)" }].compactMap { $0 }
        return Utterance.Entry(
          outcome.id, ([outcome.text] + who).joined(separator: " · "))
      }
      + (summary.openPoints + summary.parked).map { remark in
        let who = [remark.owner?.name, remark.due.map { "by \($0.display)" }].compactMap { $0 }
        return Utterance.Entry(remark.id, ([remark.text] + who).joined(separator: " · "))
      }
    return Decision(
      say: lines.isEmpty ? [.hint("Nothing is agreed yet.")] : [.table(lines)])
  }

  /// Shows what another answer would come to; nothing is recorded until somebody says so.
  func tryOut(_ words: String) -> Decision {
    let pieces = words.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
    guard pieces.count == 2,
      let place = room.agenda.places.first(where: {
        $0.address.description == pieces[0] || $0.label == pieces[0]
      }),
      let question = place.question, AnswerKinds.kind(of: question) != nil, !pieces[1].isEmpty
    else { return .problem("Which answer, and what instead? /try offer=12") }
    let decision = AnswerHandler(question).decide(room, place, pieces[1], isPasted: false)
    guard let fact = decision.fact else {
      let ask = decision.dialog.flatMap { $0.options.isEmpty ? nil : $0.question }
      let why = decision.say.filter { if case .problem = $0 { true } else { false } }
      return Decision(say: ask.map { [.problem($0 + " Say it in full.")] } ?? why)
    }
    let consequence = Consequence(fact, room)
    let keep = Decision(fact: fact, say: [.noted("\(pieces[0]) is \(pieces[1])")])
    return Decision(
      say: [.words(consequence.words ?? "Nothing else changes.")]
        + consequence.warnings.map { .warning($0) },
      dialog: .yesNo("Keep?", enterIsYes: false, yes: .decide(keep), no: .refill("")))
  }
}
