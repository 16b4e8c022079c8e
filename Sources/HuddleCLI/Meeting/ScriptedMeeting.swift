import Console
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

/// Plays a whole meeting from a file of answers, or of typed lines, without a terminal.
struct ScriptedMeeting {
  let playbook: Playbook
  let file: String
  let world: World

  init(_ playbook: Playbook, _ file: String, _ world: World) {
    self.playbook = playbook
    self.file = file
    self.world = world
  }

  func run() throws -> Int32 {
    let bytes = try Files.read(file)
    let (answers, diagnostics) = AnswerFile.read(bytes, file: file, for: playbook)
    guard let answers else {
      PlaybookShelf(world).show(diagnostics, .init(bytes: bytes, file: file))
      throw Failure("\(file) has \(PlaybookShelf.count(diagnostics)).", .badData)
    }
    switch answers {
    case .answers(let answers): return try play(answers, bytes)
    case .typedLines(let lines): return try type(lines, bytes)
    }
  }

  // MARK: Answers by question

  private func play(_ answers: ScriptedAnswers, _ bytes: [UInt8]) throws -> Int32 {
    let open = try SessionStore(world).begin(
      playbook, project: answers.project ?? playbook.title, answers: bytes)
    var facilitator = Facilitator(open.session)
    var script = AnswerScript(answers)
    while !facilitator.session.state.isClosed {
      let moment = moment()
      let place = facilitator.session.place
      let input = try next(&script, facilitator, moment, open)
      let decision = AnswerScript.marked(Self.decide(input, facilitator, moment))
      if let fault = script.fault(decision, after: input, at: place) { throw failure(fault, open) }
      let facts = facilitator.facts(for: decision, moment)
      let records = try Failure.from { () throws(JournalError) in
        try open.journal.append(facts, at: moment.now)
      }
      facilitator.accept(decision, records)
    }
    for leftover in script.leftovers {
      let span = leftover.span
      world.errors.line("\(span.file):\(span.line):\(span.column): \(leftover.words)")
    }
    report(open, facilitator)
    return 0
  }

  private func next(
    _ script: inout AnswerScript, _ facilitator: Facilitator, _ moment: Moment,
    _ open: SessionStore.Open
  ) throws(Failure) -> AnswerScript.Input {
    do {
      return try script.next(facilitator, moment)
    } catch {
      throw failure(error, open)
    }
  }

  private static func decide(
    _ input: AnswerScript.Input, _ facilitator: Facilitator, _ moment: Moment
  ) -> Decision {
    switch input {
    case .line(let line): facilitator.decide(literal: line, moment)
    case .skip: facilitator.decide("/skip", moment)
    case .row(let row): facilitator.decide(row: row, moment)
    case .tasks(let tasks): facilitator.decide(tasks: tasks, moment)
    }
  }

  private func failure(_ fault: AnswerScript.Fault, _ open: SessionStore.Open) -> Failure {
    let place = fault.span.map { "\($0.file):\($0.line):\($0.column): " } ?? "\(file): "
    return Failure(
      "\(place)\(fault.question): \(fault.problem)\n"
        + "What was played so far stays open in \(open.journal.path).", .badData)
  }

  private func moment() -> Moment {
    let now = world.now()
    return Moment(now: now, offset: world.offset(at: now))
  }

  private func report(_ open: SessionStore.Open, _ facilitator: Facilitator) {
    world.output.line("\(FinalWord(facilitator.session).words)")
    world.output.line("\(open.journal.path)")
  }

  // MARK: Typed lines

  /// The lines as a person would type them; the first one is the project where none is given.
  private func type(_ lines: [String], _ bytes: [UInt8]) throws -> Int32 {
    let project = lines.first?.trimmed ?? ""
    guard !project.isEmpty else {
      throw Failure("\(file): the first line names the project.", .badData)
    }
    let open = try SessionStore(world).begin(playbook, project: project, answers: bytes)
    let reader = ScriptedReader(lines: Array(lines.dropFirst()))
    let loop = MeetingLoop(open, reader: reader, world: world)
    guard try loop.run() == .closed else {
      let place = loop.facilitator.session.place?.address.description ?? "the close"
      throw Failure("\(file) ends at \(place); the session stays open.", .badData)
    }
    world.output.line("\(open.journal.path)")
    return 0
  }
}
