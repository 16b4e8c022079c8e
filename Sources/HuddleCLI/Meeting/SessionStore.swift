import Console
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

/// Begins, opens and reads the sessions of a folder.
struct SessionStore {
  let world: World

  init(_ world: World) { self.world = world }

  /// Where new sessions go, and those are looked for that are named without a folder.
  ///
  /// A session itself belongs to the library that its file stands in.
  var library: SessionLibrary { SessionLibrary(world.sessionsFolder) }

  /// A session whose file is open for its one writer.
  struct Open {
    let journal: JournalFile
    let session: MeetingSession
    let isResumed: Bool
    /// Whether it was told that half-typed lines are not kept.
    var hasToldOfDrafts = false
    /// The session from before that it replaces: where it was, and where it is kept.
    var replaced: (path: String, aside: String)?
    /// Whether it was last written on another machine.
    var comesFromElsewhere = false

    /// As if it had never begun: its file goes, and what it replaced is back in its place.
    func takeBack() {
      journal.abandon()
      if let replaced { try? Files.move(replaced.aside, to: replaced.path) }
    }

    /// Writes every record to a second folder as well, where one was named (`--also`).
    func copy(to folder: String?) throws(Failure) {
      guard let folder else { return }
      try Failure.from { () throws(JournalError) in try journal.alsoWrite(to: folder) }
    }
  }

  // MARK: Beginning

  /// Begins a session: its opening and its playbook are on disk when this returns.
  ///
  /// `replaying` is an earlier meeting of the same playbook, whose answers are offered; `title` and
  /// `date` are those of a meeting that was held elsewhere; its `id` comes from its log, so that the
  /// same log is not read in twice.
  func begin(
    _ playbook: Playbook, project: String, answers: [UInt8]? = nil,
    replaying earlier: MeetingSession? = nil, title: String? = nil, date: CalendarDate? = nil,
    id given: String? = nil, replaces: Bool = false
  ) throws -> Open {
    let now = world.now()
    let id = given ?? identifier(playbook, answers, now)
    let replaced = given == nil ? nil : try meetEarlier(id, replaces: replaces)
    let writer = answers == nil ? knownWriter(in: library) : nil
    let facts = opening(
      playbook, project: project, writer: writer, replaying: earlier,
      title: title, date: date, id: id)
    let today = date ?? now.date(offsetSeconds: world.offset(at: now))
    let path = library.path(date: today, project: project, playbook: playbook.id, session: id)
    let (journal, records) = try Failure.from { () throws(JournalError) in
      try JournalFile.create(path, facts: facts, at: now)
    }
    tell(journal)
    return Open(
      journal: journal,
      session: MeetingSession(log: SessionLog(replaying: records), playbook: playbook),
      isResumed: false, hasToldOfDrafts: answers == nil && writer == nil, replaced: replaced)
  }

  /// The session as it would begin, of which nothing is on disk.
  func unrecorded(_ playbook: Playbook, project: String) throws -> MeetingSession {
    let facts = opening(
      playbook, project: project, writer: nil, replaying: nil, title: nil, date: nil,
      id: "unrecorded")
    let records = facts.enumerated().map {
      SessionRecord(number: $0 + 1, at: world.now(), fact: $1)
    }
    return MeetingSession(log: SessionLog(replaying: records), playbook: playbook)
  }

  /// What a session begins with: its opening, its playbook, and what it reads of earlier ones.
  private func opening(
    _ playbook: Playbook, project: String, writer: String?, replaying earlier: MeetingSession?,
    title: String?, date: CalendarDate?, id: String
  ) -> [Fact] {
    let now = world.now()
    let offset = world.offset(at: now)
    let opened = SessionOpened(
      session: id, title: title ?? MeetingTitle.words(project: project, playbook: playbook.title),
      project: project, zone: world.zone, offset: offset,
      today: date ?? now.date(offsetSeconds: offset), app: "huddle \(Tool.version)", writer: writer)
    let pinned = PlaybookPinned(
      id: playbook.id, version: playbook.version,
      sha256: Digest.sha256(playbook.body.canonical), body: playbook.body)
    return [Fact(.sessionOpened(opened)), Fact(.playbookPinned(pinned))]
      + EarlierSessions(self).links(for: playbook, project: project)
      + [OpenWork(self).link(for: playbook, project: project)].compactMap { $0 }
      + [earlier.map { ReplayedMeeting.link(to: $0, Moment(now: now, offset: offset)) }]
      .compactMap { $0 }
  }

  /// On whatever day: the same log has the same tag at the end of its session's name.
  ///
  /// A session that is replaced is kept under a name that no session has.
  private func meetEarlier(
    _ id: String, replaces: Bool
  ) throws(Failure) -> (path: String, aside: String)? {
    let ending = "-\(Identifier.shortTag(of: id)).jsonl"
    guard let name = Files.names(in: library.folder).first(where: { $0.hasSuffix(ending) }) else {
      return nil
    }
    let path = "\(library.folder)/\(name)"
    guard replaces else {
      throw Failure(
        "This was read in before: \(path). huddle show shows it; --replace reads it in anew, and "
          + "keeps that file aside.", .cannotCreate)
    }
    let aside = Files.freeName("\(path).replaced")
    try Files.move(path, to: aside)
    world.say("The session from before is kept as \(aside).", .dim)
    return (path, aside)
  }

  /// Sessions of the same log under another project's name, which their ids tell.
  func earlierReadings(of bytes: [UInt8], project: String) -> [LibraryEntry] {
    let entries = (try? library.listing())?.entries ?? []
    let others = Set(entries.map(\.project)).subtracting([project])
    let ids = Set(others.map { Self.identifier(ofLog: bytes, project: $0) })
    return entries.filter { ids.contains($0.session) }
  }

  /// A log that is read in has the same id whenever that is done for the same project.
  static func identifier(ofLog bytes: [UInt8], project: String) -> String {
    Identifier.uuidV8(hashing: [bytes, Array(project.utf8)])
  }

  /// By time and chance; for a scripted meeting under a fixed clock by what goes into it, so that
  /// two runs are the same.
  private func identifier(_ playbook: Playbook, _ answers: [UInt8]?, _ now: Instant) -> String {
    if let answers, world.hasFixedClock {
      return Identifier.uuidV8(
        hashing: [playbook.body.canonical, answers, Array(String(now.milliseconds).utf8)])
    }
    return Identifier.uuidV7(milliseconds: now.milliseconds, random: world.random(10))
  }

  /// Who writes in a library.
  func writer(in library: SessionLibrary) throws(JournalError) -> String {
    try WriterName.here(state: StateFolder(world.stateFolder), library: library.folder)
  }

  /// The same; nil, with a word, where the state folder takes no name.
  ///
  /// A meeting needs none: what it loses without that folder are half-typed lines, and no answer.
  private func knownWriter(in library: SessionLibrary) -> String? {
    do throws(JournalError) {
      return try writer(in: library)
    } catch {
      world.complain(
        "\(error); answers are saved as ever, but half-typed lines are not kept, and nothing can be "
          + "written alone; XDG_STATE_HOME names another folder", .warn)
      return nil
    }
  }

  // MARK: Opening again

  /// Opens a session to go on with it.
  ///
  /// `confirms` is asked where somebody on another machine wrote to it last: two copies that both go
  /// on can never be joined again. With `also` a second copy is looked at before anything is written.
  func resume(_ name: String?, also: String? = nil, confirms: (String) -> Bool) throws -> Open {
    let (path, journal, contents) = try openAgain(name)
    world.tell(SessionLibrary.copies(of: path))
    let writer = knownWriter(in: SessionLibrary(holding: path))
    let last = contents.lastWriter.flatMap { $0 == WriterName.nobody ? nil : $0 }
    let comesFromElsewhere = writer.map { own in last.map { $0 != own } ?? false } ?? false
    if comesFromElsewhere,
      !confirms(
        "This session was last written on another machine, or in another folder. Go on with it here?"
      )
    {
      throw Failure("\(path) stays as it is; it goes on where it was last.", .temporary)
    }
    defer { tell(journal) }
    var log = SessionLog(replaying: contents.records)
    let session = try Self.session(log, path)
    if journal.takePlace() { world.say("\(path) is \(journal.path) again.", .dim) }
    let records = try Failure.from { () throws(JournalError) in
      if let also { try journal.alsoWrite(to: also) }
      return try journal.append(
        [Fact(.sessionResumed(writer: writer ?? WriterName.nobody))], at: world.now())
    }
    for record in records { log.append(record) }
    return Open(
      journal: journal,
      session: MeetingSession(log: log, playbook: session.playbook), isResumed: true,
      hasToldOfDrafts: writer == nil, comesFromElsewhere: comesFromElsewhere)
  }

  private func tell(_ journal: JournalFile) {
    for notice in journal.takeNotices() { world.complain(notice.description, .warn) }
  }

  /// What was rescued and is in no session yet: nothing else of the folder tells of it.
  func tellOfRescued() {
    for rescued in RescuedSession.all(in: library.folder) { world.complain(rescued.words, .warn) }
  }

  /// Opens the file, and words what is no mistake but an end: that a session is closed.
  private func openAgain(_ name: String?) throws(Failure) -> (String, JournalFile, JournalContents)
  {
    do throws(JournalError) {
      let path = if let name { try findOpen(name) } else { try library.latest(onlyOpen: true) }
      let (journal, contents) = try JournalFile.open(path)
      return (path, journal, contents)
    } catch {
      switch error.problem {
      case .closed:
        if let rescued = RescuedSession(at: error.path) {
          throw Failure(rescued.words, status: error.exitStatus)
        }
        let name = JournalPath.stem(error.path).split(separator: "/").last.map(String.init) ?? ""
        throw Failure(
          "\(name) is closed, and nothing is added to it. huddle show shows it; huddle replay \(name) "
            + "asks it again as a new meeting, where Enter takes each answer and typing changes it; "
            + "huddle run begins another.",
          status: error.exitStatus)
      case .emptyLibrary where (try? library.latest()) != nil:
        throw withRescued(
          Failure(
            "Nothing to resume: every session in \(library.folder) is closed. "
              + "huddle list shows them, huddle run begins another.", status: error.exitStatus))
      default: throw withRescued(error)
      }
    }
  }

  // MARK: Reading

  /// The session that was written to last, where none is named.
  func latest() throws(Failure) -> String {
    do throws(JournalError) {
      return try library.latest()
    } catch {
      throw withRescued(error)
    }
  }

  /// Where no session is found, what was rescued is told: it is in no list of sessions.
  private func withRescued(_ error: JournalError) -> Failure {
    error.problem == .emptyLibrary ? withRescued(Failure(error)) : Failure(error)
  }

  private func withRescued(_ failure: Failure) -> Failure {
    let rescued = RescuedSession.all(in: library.folder).map(\.words)
    guard !rescued.isEmpty else { return failure }
    let words = failure.words + (failure.words.hasSuffix(".") ? " " : ". ")
    return Failure(words + rescued.joined(separator: ". "), status: failure.status)
  }

  /// The file of a session by its name, or of the latest one without.
  func place(_ name: String?) throws(Failure) -> String {
    guard let name else { return try latest() }
    return try Failure.from { () throws(JournalError) in try find(name) }
  }

  /// A session by its name, or the latest one of a project by the project's.
  func find(_ name: String) throws(JournalError) -> String {
    do throws(JournalError) {
      return try library.find(name)
    } catch {
      guard case .unknownName = error.problem,
        let latest = try sessions(ofProject: name).first
      else { throw error }
      return latest.path
    }
  }

  /// The same for going on: of a project only a session that is open, and the only one.
  ///
  /// Where it has several, `severalOpen` names them; where all are closed, the latest is given.
  private func findOpen(_ name: String) throws(JournalError) -> String {
    do throws(JournalError) {
      return try library.find(name)
    } catch {
      guard case .unknownName = error.problem else { throw error }
      let sessions = try sessions(ofProject: name)
      let open = sessions.filter { $0.closed == nil }
      guard open.count < 2 else {
        throw JournalError(
          library.folder, .severalOpen(open[0].project, open.map { JournalPath.stem($0.name) }))
      }
      guard let found = open.first ?? sessions.first else { throw error }
      return found.path
    }
  }

  /// The sessions of a project, the latest first; its name's beginning will do where it is the only
  /// one that begins so.
  private func sessions(ofProject name: String) throws(JournalError) -> [LibraryEntry] {
    let wanted = TextFolding.fold(name)
    let entries = try library.listing().entries
    let projects = Set(entries.map { TextFolding.fold($0.project) })
    let begun = projects.filter { !wanted.isEmpty && $0.hasPrefix(wanted) }
    let project = projects.contains(wanted) || begun.count != 1 ? wanted : begun.first
    return entries.filter { TextFolding.fold($0.project) == project }
      .sorted { ($1.last, $1.name) < ($0.last, $0.name) }
  }

  /// The session with the playbook that it has pinned.
  static func session(_ log: SessionLog, _ path: String) throws(Failure) -> MeetingSession {
    guard let pinned = log.state.pinned else {
      throw Failure(JournalError(path, .unpinned))
    }
    guard let playbook = PlaybookLoader.load(body: pinned.body).0 else {
      throw Failure(
        "\(path): its pinned playbook cannot be read by this huddle (\(Tool.version)).", .badData)
    }
    return MeetingSession(log: log, playbook: playbook)
  }
}

extension World {
  /// Says of files what of them cannot be read, a line each on standard error.
  func tell(_ troubles: [JournalError]) {
    for trouble in troubles { tell(trouble.wordsWhileReading) }
  }

  /// Says something of what was read on standard error: once, however often it is read.
  func tell(_ words: String) {
    guard outputs.isNews(words) else { return }
    errors.line(StyledText(words, .warn))
  }
}

extension [JournalError] {
  /// The status of a command that read what it could: that of damage, before that of what is newer.
  var readingStatus: Int32 {
    first { $0.isDamage }?.exitStatus ?? 0
  }
}

extension Failure {
  /// Runs what may fail on a session's file, and words its failure for the command line.
  static func from<Result>(_ work: () throws(JournalError) -> Result) throws(Failure) -> Result {
    do {
      return try work()
    } catch {
      throw Failure(error)
    }
  }

  init(_ error: JournalError, _ more: String = "") {
    self.init(error.description + more, status: error.exitStatus)
  }
}
