import Session
package import Values

extension SessionLibrary {
  /// Where follow-ups stand: one file a writer, so that two never write the same one.
  private var followUpFolder: String { Folder.joined(folder, Self.followUpName) }

  static let followUpName = "follow-ups"

  /// The file of one writer: `follow-ups/<writer>.jsonl`.
  package func followUpPath(writer: String) -> String {
    Folder.joined(followUpFolder, Slug.make(writer) + JournalPath.suffix)
  }

  /// Writes down what became of a session's action, or a signature given later.
  ///
  /// On the medium when the call returns; begins the writer's file where there is none. No signature
  /// is taken while something of any writer's cannot be read: it might be the answer to that.
  @discardableResult
  package func follow(
    up change: FollowUp.Change, session: String, writer: String, at: Instant
  ) throws(JournalError) -> FollowUp {
    try Self.refuseLink(followUpFolder)
    if case .signature = change, let trouble = try writtenFollowUps().unreadable.first {
      throw trouble
    }
    let journal = try JournalFile.open(followUpPath(writer: writer), purpose: .followUps).journal
    let fact: Fact
    var extra: [JSONValue.Member] = []
    var revision = 0
    switch change {
    case .action(let update): fact = Fact(.actionUpdated(update))
    case .signature(let signoff):
      fact = Fact(.signoffGiven(signoff))
      revision = try writtenFollowUps().nextRevision(of: signoff, in: session)
      guard FollowUp.revisions.contains(revision) else {
        throw JournalError(journal.path, .noNextRevision)
      }
      extra = [.init("session", .string(session)), .init("rev", .number(Number(revision)))]
    }
    let record = try journal.append([fact], at: at, extra: extra)
    return FollowUp(
      session: session, writer: writer, number: record.first?.number ?? 0, at: at,
      change: change, revision: revision)
  }

  /// Signatures that were given after a session, and what of follow-ups cannot be read.
  ///
  /// They stand in the writers' files alone, so no session is read for them.
  package func laterSignatures(of session: String) throws(JournalError) -> LaterSignatures {
    let followUps = try writtenFollowUps()
    var signatures = followUps.signatures(in: session)
    signatures.unreadable = followUps.unreadable
    return signatures
  }

  /// What stands in the writers' files.
  func writtenFollowUps() throws(JournalError) -> FollowUps {
    var found: [FollowUp] = []
    var unreadable: [JournalError] = []
    try readFollowUpFiles(&found, &unreadable)
    return FollowUps(found, unreadable: unreadable)
  }

  /// What of the writers' files cannot be read.
  func followUpTroubles() -> [JournalError] {
    do throws(JournalError) {
      return try writtenFollowUps().unreadable
    } catch {
      return [error]
    }
  }

  /// A link in the folder's place is read no more than it is written through.
  func readFollowUpFiles(
    _ found: inout [FollowUp], _ unreadable: inout [JournalError]
  ) throws(JournalError) {
    do throws(JournalError) {
      try Self.refuseLink(followUpFolder)
    } catch {
      return unreadable.append(error)
    }
    let (names, unfit) = try SessionLibrary(followUpFolder).sortedNames()
    unreadable += unfit
    for (name, writer) in names.map({ ($0, JournalPath.stem($0)) }) + rescuedFollowUps() {
      let path = Folder.joined(followUpFolder, name)
      do throws(JournalError) {
        let contents = try JournalReader.read(path)
        for record in contents.records {
          if let followUp = FollowUp(record, writer: writer) {
            // What was rescued holds what stands in its writer’s own file, too.
            if JournalPath.rescuedSession(name) == nil || !found.contains(followUp) {
              found.append(followUp)
            }
          } else if case .signoffGiven = record.fact.event {
            let fault = RecordFault.missing(field: "session")
            unreadable.append(JournalError(path, .damaged(line: record.number, fault)))
          }
        }
        unreadable += contents.damage.map { JournalError(path, $0) }
        if let newer = contents.newerTrouble(path) { unreadable.append(newer) }
      } catch {
        unreadable.append(error)
      }
    }
  }

  /// Files that were taken away while their writer added to them, and went beside their place: what
  /// they hold was acknowledged, and counts.
  private func rescuedFollowUps() -> [(name: String, writer: String)] {
    let names = (try? Folder.names(in: followUpFolder)) ?? []
    return names.compactMap { name in
      JournalPath.rescuedSession(name).map { (name, JournalPath.stem($0)) }
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
