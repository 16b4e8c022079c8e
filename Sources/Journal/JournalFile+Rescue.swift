/// What becomes of a session whose file was taken away, replaced or changed under its writer.
extension JournalFile {
  /// Looks, before the process ends, whether all that was acknowledged stands in its place.
  ///
  /// The open file may be the last to hold it, and goes with the process. Where it is not in place,
  /// the session is rescued and `moved` thrown, as by `append`; where nothing can be written beside
  /// its path, it is told of a second copy in step with it, or kept in `folder`. What was told
  /// before is not told again.
  package func checkInPlace(orKeepIn folder: String) throws(JournalError) {
    guard state == .open, !holdsAll() else { return }
    let failed = rescue([])
    guard case .movedAndLost = failed.problem else { throw failed }
    if let copy, Self.holds(acknowledged, copy.path) { throw moved(to: copy.path) }
    let name = JournalPath.stem(Folder.name(of: path))
    let kept = try? newFile(holding: acknowledged) { number in
      let number = number == 1 ? "" : "-\(number)"
      return Folder.joined(folder, name + number + JournalPath.suffix)
    }
    guard let kept else { throw failed }
    throw moved(to: kept)
  }

  /// Whether the path leads to all that was acknowledged, whoever put it there.
  ///
  /// Where it cannot be looked at, nobody knows: one copy too many does no harm.
  private func holdsAll() -> Bool {
    (try? isInPlace(size: size + tail.count)) == true || Self.holds(acknowledged, path)
  }

  private static func holds(_ bytes: [UInt8], _ path: String) -> Bool {
    let found = (try? WholeFile.read(path)).flatMap { $0 }
    return found?.starts(with: bytes) ?? false
  }

  /// Puts the session with lines that cannot go into it beside its path, and says so.
  ///
  /// Whatever stands at the path now, and whatever became of the open file, all that was
  /// acknowledged goes along, so that what is rescued is a session with which one can go on.
  func rescue(_ lines: [UInt8]) -> JournalError {
    let all = acknowledged + lines
    do throws(SystemFault) {
      let rescued: String
      if case .moved(let earlier) = state {
        try WholeFile.add(lines, to: earlier)
        rescued = earlier
      } else {
        rescued = try newFile(holding: all) { JournalPath.rescued(path, $0) }
      }
      acknowledged = all
      return moved(to: rescued)
    } catch {
      return JournalError(path, .movedAndLost(reason: error.reason))
    }
  }

  private func moved(to rescued: String) -> JournalError {
    state = .moved(to: rescued)
    let rescued = RescuedSession(rescued, of: path, holding: acknowledged, purpose)
    return JournalError(path, .moved(rescued))
  }

  /// Writes a file that is not there yet, under the first name that is free; gives its path.
  private func newFile(
    holding bytes: [UInt8], _ named: (Int) -> String
  ) throws(SystemFault) -> String {
    try Folder.make(Folder.parent(of: named(1)))
    var number = 1
    while true {
      do throws(SystemFault) {
        try WholeFile.create(named(number), with: bytes)
        return named(number)
      } catch {
        guard error.isAlreadyThere, number < 1000 else { throw error }
        number += 1
      }
    }
  }
}

extension JournalFile {
  /// Gives what was rescued its session's place, so that it is in every list; whether it did.
  ///
  /// Only where nothing stands there, or a file of which this one holds all and that no other huddle
  /// has open. Where the file system cannot do that, it stays where it is.
  package func takePlace() -> Bool {
    guard let session = JournalPath.rescuedSession(Folder.name(of: path)) else { return false }
    let place = Folder.joined(Folder.parent(of: path), session)
    do throws(SystemFault) {
      do throws(SystemFault) {
        try WholeFile.link(path, to: place)
        // With both names it would be no loss: what the second leads to is all in the first.
        try? WholeFile.remove(path)
        try? Folder.sync(Folder.parent(of: place))
      } catch {
        guard error.isAlreadyThere else { throw error }
        let there = try OpenFile(place, for: .update)
        try there.lock()
        guard acknowledged.starts(with: try there.read()) else { return false }
        try WholeFile.move(path, to: place)
      }
    } catch {
      return false
    }
    path = place
    return true
  }
}
