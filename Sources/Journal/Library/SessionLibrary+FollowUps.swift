package import Session
package import Values

extension SessionLibrary {
  /// Where follow-ups stand: one file a writer, so that two never write the same one.
  private var followUpFolder: String { Folder.joined(folder, "follow-ups") }

  /// The file of one writer: `follow-ups/<writer>.jsonl`.
  package func followUpPath(writer: String) -> String {
    Folder.joined(followUpFolder, Slug.make(writer) + JournalPath.suffix)
  }

  /// Writes down what became of a session's action, or a signature given later.
  ///
  /// On the medium when the call returns; begins the writer's file where there is none.
  @discardableResult
  package func follow(
    up change: FollowUp.Change, session: String, writer: String, at: Instant
  ) throws(JournalError) -> FollowUp {
    let fact: Fact
    var extra: [JSONValue.Member] = []
    switch change {
    case .action(let update): fact = Fact(.actionUpdated(update))
    case .signature(let signoff):
      fact = Fact(.signoffGiven(signoff))
      extra = [.init("session", .string(session))]
    }
    try Self.refuseLink(followUpFolder)
    let journal = try followUpJournal(followUpPath(writer: writer))
    let record = try journal.append([fact], at: at, extra: extra)
    return FollowUp(
      session: session, writer: writer, number: record.first?.number ?? 0, at: at,
      change: change)
  }

  private func followUpJournal(_ path: String) throws(JournalError) -> JournalFile {
    do throws(JournalError) {
      return try JournalFile.create(path, purpose: .followUps, facts: [], at: Self.unused).journal
    } catch {
      guard error.problem == .alreadyThere else { throw error }
      return try JournalFile.open(path, purpose: .followUps).journal
    }
  }

  /// No fact is written with it.
  private static let unused = Instant(milliseconds: 0)

  /// Signatures that were given after a session, in each writer's order, with their moments.
  ///
  /// They stand in the writers' files alone, so no session is read for them.
  package func laterSignatures(
    of session: String
  ) throws(JournalError) -> [(signoff: SignoffGiven, at: Instant)] {
    var found: [FollowUp] = []
    var unreadable: [JournalError] = []
    try readFollowUpFiles(&found, &unreadable)
    return FollowUps(found).all.filter { $0.session == session }.compactMap { followUp in
      followUp.signature.map { ($0, followUp.at) }
    }
  }

  func readFollowUpFiles(
    _ found: inout [FollowUp], _ unreadable: inout [JournalError]
  ) throws(JournalError) {
    for name in try SessionLibrary(followUpFolder).names() {
      let path = Folder.joined(followUpFolder, name)
      let writer = JournalPath.stem(name)
      do throws(JournalError) {
        let contents = try JournalReader.read(path)
        found += contents.records.compactMap { FollowUp($0, writer: writer) }
        unreadable += contents.damage.map { JournalError(path, $0) }
      } catch {
        unreadable.append(error)
      }
    }
  }

  /// The live updates in a session that reviewed earlier actions; the session is their writer.
  static func reviewed(_ look: SessionLook) -> [FollowUp] {
    guard !look.updated.isEmpty, let opened = look.opened,
      let session = look.text("session", in: opened)
    else { return [] }
    let dead = look.dead
    return look.updated.filter { !dead.contains($0.number) }
      .compactMap { look.record($0.range) }
      .compactMap { FollowUp($0, writer: session) }
  }
}
