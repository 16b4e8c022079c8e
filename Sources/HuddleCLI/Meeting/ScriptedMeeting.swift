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

  /// What the command line says of the room, which outranks the file.
  private let project: String?
  private let people: String?
  /// The folder of a second copy.
  private let also: String?

  init(_ playbook: Playbook, _ file: String, _ invocation: Invocation, _ world: World) {
    self.playbook = playbook
    self.file = file
    self.world = world
    project = invocation.options["--project"]?.trimmed
    people = invocation.options["--with"]
    also = invocation.options["--also"]
  }

  func run() throws -> Int32 {
    let bytes = try Files.read(file)
    let (answers, diagnostics) = AnswerFile.read(bytes, file: file, for: playbook)
    guard let answers else {
      PlaybookShelf(world).show(diagnostics, .init(bytes: bytes, file: file))
      throw Failure("\(file) has \(PlaybookShelf.count(diagnostics)).", .badData)
    }
    switch answers {
    case .answers(var answers):
      if let people { answers.people = [people] }
      let title = project ?? answers.project ?? playbook.title
      try rehearse(answers, project: title)
      return try play(answers, project: title, bytes)
    case .typedLines(let lines): return try type(lines, bytes)
    }
  }

  // MARK: Answers by question

  /// Before anything is on disk: every answer that will not fit.
  private func rehearse(_ answers: ScriptedAnswers, project: String) throws {
    let session = try SessionStore(world).unrecorded(playbook, project: project)
    let earlier = OpenWork(SessionStore(world)).privateEarlier(for: playbook, project: project)
    let faults = Rehearsal.faults(of: answers, in: session, reading: earlier, moment())
    guard !faults.isEmpty else { return }
    if faults.count == 1 {
      throw Failure("\(words(of: faults[0]))\nNothing was begun.", .badData)
    }
    for fault in faults { world.errors.line("\(words(of: fault))") }
    throw Failure("\(file) has \(faults.count) mistakes; nothing was begun.", .badData)
  }

  private func play(_ answers: ScriptedAnswers, project: String, _ bytes: [UInt8]) throws -> Int32 {
    let open = try begin(project, bytes)
    var facilitator = Facilitator(
      open.session,
      earlier: OpenWork(SessionStore(world)).privateEarlier(for: playbook, project: project))
    var script = AnswerScript(answers)
    while !facilitator.session.state.isClosed {
      let moment = moment()
      let place = facilitator.session.place
      let input = try next(&script, facilitator, moment, open)
      let decision = facilitator.decide(input, moment)
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
    for notice in open.journal.takeNotices() { world.errors.line("\(notice)") }
    report(open, facilitator)
    return 0
  }

  /// Begins the session, and its second copy where one is wanted.
  private func begin(_ project: String, _ bytes: [UInt8]) throws -> SessionStore.Open {
    if let also {
      try Failure.from { () throws(JournalError) in try JournalFile.checkCopy(in: also) }
    }
    let open = try SessionStore(world).begin(playbook, project: project, answers: bytes)
    try open.copy(to: also)
    return open
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

  private func failure(_ fault: AnswerScript.Fault, _ open: SessionStore.Open) -> Failure {
    Failure(
      "\(words(of: fault))\n"
        + "What was played so far stays open in \(open.journal.path).", .badData)
  }

  private func words(of fault: AnswerScript.Fault) -> String {
    let place = fault.span.map { "\($0.file):\($0.line):\($0.column): " } ?? "\(file): "
    return "\(place)\(fault.question): \(fault.problem)"
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
    let lines = (project.map { [$0] } ?? []) + lines
    let project = lines.first?.trimmed ?? ""
    guard !project.isEmpty else {
      throw Failure("\(file): the first line names the project.", .badData)
    }
    let open = try begin(project, bytes)
    let reader = ScriptedReader(lines: Array(lines.dropFirst()))
    let loop = MeetingLoop(open, reader: reader, world: world)
    if let people { try loop.type(people) }
    guard try loop.run() == .closed else {
      let place = loop.facilitator.session.place?.address.description ?? "the close"
      throw Failure("\(file) ends at \(place); the session stays open.", .badData)
    }
    world.output.line("\(open.journal.path)")
    return 0
  }
}
