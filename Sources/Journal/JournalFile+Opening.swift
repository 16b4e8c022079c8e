package import Session
package import Values

extension JournalFile {
  /// Begins a session's file with its first facts: 0600, in a folder made 0700 where it is missing.
  ///
  /// Never takes a file that is there already. Where the first facts cannot be saved, no file
  /// stays. The folder is on the medium before the facts are acknowledged.
  package static func create(
    _ path: String, facts: [Fact], at: Instant
  ) throws(JournalError) -> (journal: JournalFile, records: [SessionRecord]) {
    let journal = try created(path)
    do throws(JournalError) {
      let records = try journal.append(facts, at: at)
      journal.noteFolder()
      return (journal, records)
    } catch {
      if case .moved = journal.state { throw error.whileCreating }
      journal.abandon()
      throw error.whileCreating
    }
  }

  /// Takes back a session that was only just begun: its file goes, and nothing is written to it any more.
  package func abandon() {
    Self.remove(path, ifStill: identity)
    state = .closed
  }

  /// Removes a file that was only just made; what stands at its path by now may be another's.
  private static func remove(_ path: String, ifStill own: FileStatus?) {
    guard let own, let named = try? FileStatus(of: path), named.isSameFile(as: own) else { return }
    try? WholeFile.remove(path)
  }

  private static func created(_ path: String) throws(JournalError) -> JournalFile {
    let folder = Folder.parent(of: path)
    do throws(SystemFault) {
      try Folder.make(folder)
      let file = try OpenFile(path, for: .create)
      do throws(SystemFault) {
        try file.lock()
        let identity = try file.status()
        try Folder.sync(folder)
        return JournalFile(path: path, purpose: .session, file: file, identity: identity)
      } catch {
        // Whoever got the lock first writes there already: from then on it is theirs.
        if !error.isHeldByAnother { remove(path, ifStill: try? file.status()) }
        throw error
      }
    } catch {
      if error.isAlreadyThere { throw JournalError(path, .alreadyThere) }
      throw JournalError(path, .cannotCreate(operation: error.operation, reason: error.reason))
    }
  }

  /// Opens a session's file to add to it, and gives what it holds.
  ///
  /// Refuses one that another huddle writes, that is closed, damaged or from a newer huddle. Opening
  /// changes nothing: the end of a write that was cut short stays until something is appended.
  package static func open(
    _ path: String, purpose: Purpose = .session
  ) throws(JournalError) -> (journal: JournalFile, contents: JournalContents) {
    let journal = try locked(path, purpose)
    let bytes: [UInt8]
    do throws(SystemFault) {
      bytes = try journal.file.read()
    } catch {
      throw JournalError(path, opening: error)
    }
    let contents = JournalScan.contents(of: bytes)
    try contents.checkWritable(path, purpose)
    journal.acknowledged = Array(bytes.prefix(contents.goodByteCount))
    journal.tail = Array(bytes.dropFirst(contents.goodByteCount))
    journal.lastNumber = contents.nextNumber - 1
    journal.noteMode()
    return (journal, contents)
  }

  /// Opens and locks; once more where the file was replaced in between.
  ///
  /// A writer's follow-ups are begun where there are none: several may do so at once, and whoever has
  /// the lock writes.
  static func locked(_ path: String, _ purpose: Purpose) throws(JournalError) -> JournalFile {
    for _ in 0..<3 {
      do throws(SystemFault) {
        if purpose == .followUps { try Folder.make(Folder.parent(of: path)) }
        let file = try OpenFile(path, for: purpose == .session ? .update : .updateOrCreate)
        try file.lock()
        let identity = try file.status()
        guard identity.isRegular else { throw SystemFault.notAFile }
        guard try FileStatus(of: path).isSameFile(as: identity) else { continue }
        if purpose == .followUps, identity.size == 0 { try Folder.sync(Folder.parent(of: path)) }
        return JournalFile(path: path, purpose: purpose, file: file, identity: identity)
      } catch {
        if purpose == .followUps, error.isHeldByAnother {
          throw JournalError(path, .followUpsHeld)
        }
        throw JournalError(path, opening: error)
      }
    }
    throw JournalError(path, purpose == .session ? .locked : .followUpsHeld)
  }

  private func noteMode() {
    if let mode = identity.looseMode { notices.append(.openToOthers(mode: mode)) }
    noteFolder()
    guard purpose == .session else { return }
    notices += RescuedSession.beside(path).map(JournalNotice.rescued)
  }

  /// A folder that was there before huddle stays as it is; whose mode lets others in is told.
  private func noteFolder() {
    let folder = Folder.parent(of: path)
    guard purpose == .session, let mode = FileStatus.looseMode(ofFolder: folder) else { return }
    notices.append(.folderOpenToOthers(path: folder, mode: mode))
  }
}

extension JournalContents {
  /// Throws where nothing may be added to a file that holds this.
  func checkWritable(_ path: String, _ purpose: JournalFile.Purpose) throws(JournalError) {
    guard purpose == .session else {
      if let first = damage.first { throw JournalError(path, first) }
      if let newer = newerTrouble(path) { throw newer }
      return
    }
    // Which playbook it runs is for those to say who go on with the meeting.
    if let trouble = trouble(path), trouble.problem != .unpinned { throw trouble }
    if isClosed { throw JournalError(path, .closed) }
  }
}

extension JournalError {
  /// A damaged line as an error.
  package init(_ path: String, _ damage: JournalDamage) {
    switch damage.why {
    case .fault(let fault): self.init(path, .damaged(line: damage.line, fault))
    case .repeated(let number, let expected):
      self.init(path, .outOfOrder(line: damage.line, number: number, expected: expected))
    case .gap(let missing):
      self.init(
        path,
        .outOfOrder(
          line: damage.line, number: missing.upperBound + 1, expected: missing.lowerBound))
    }
  }

  /// The same while a file is being begun: there is no session yet to retry on.
  var whileCreating: JournalError {
    switch problem {
    case .notSaved(let operation, let reason), .halted(let operation, let reason):
      JournalError(path, .cannotCreate(operation: operation, reason: reason))
    default: self
    }
  }
}
