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
      if journal.state != .moved { journal.abandon() }
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
  /// Refuses one that another huddle writes, that is closed, damaged or from a newer huddle; then
  /// nothing in it is changed. The end of a write that was cut short goes to `NAME.torn` first.
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
    try journal.mendTail(contents, bytes)
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

  // MARK: The tail

  func mendTail(_ contents: JournalContents, _ bytes: [UInt8]) throws(JournalError) {
    size = contents.goodByteCount
    do throws(SystemFault) {
      switch contents.tail {
      case .clean: return
      case .unterminated: break
      case .torn(let count), .trailed(let count):
        try setAside(bytes.suffix(count))
        try file.cut(to: size)
      }
      try endLastLine(bytes)
      try file.sync()
    } catch {
      throw JournalError(path, .cannotUse(operation: error.operation, reason: error.reason))
    }
  }

  /// Keeps the last bytes, which are no line, where the end of every torn write is kept.
  func setTailAside(_ count: Int, _ bytes: [UInt8]) throws(JournalError) {
    do throws(SystemFault) {
      try setAside(bytes.suffix(count))
    } catch {
      throw JournalError(path, .cannotUse(operation: error.operation, reason: error.reason))
    }
  }

  private func setAside(_ tail: ArraySlice<UInt8>) throws(SystemFault) {
    let torn = JournalPath.torn(path)
    if (try? FileStatus(of: torn))?.isRegular == false { throw .inTheWay(torn) }
    try WholeFile.add(Array(tail), to: torn)
    notices.append(.tornTail(bytes: tail.count, keptIn: torn))
  }

  /// A record that counts without its newline gets it.
  private func endLastLine(_ bytes: [UInt8]) throws(SystemFault) {
    let newline = UInt8(ascii: "\n")
    guard size > 0, bytes[size - 1] != newline else { return }
    try file.write([newline], at: size)
    size += 1
    notices.append(.tailCompleted)
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
