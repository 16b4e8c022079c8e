internal import CSystem

/// Sessions that may hold what somebody looks for.
package struct Mentions: Sendable, Equatable {
  /// In the order of their names; what stands in them has to be read to know.
  package var paths: [String] = []
  /// What is wrong with some of these, as reading them tells.
  package var damaged: [JournalError] = []
  /// Files that cannot be read at all, with the reason.
  package var unreadable: [JournalError] = []
}

extension SessionLibrary {
  /// The sessions in whose file these letters stand, in capitals or not, outside of its playbook;
  /// without letters all of them.
  ///
  /// Bytes are looked at and nothing is parsed where they are not there: a library of ten thousand
  /// sessions is read at the speed of the disk's cache. Private sessions are withheld, as in every
  /// report over several sessions.
  package func mentions(of letters: [UInt8]?) throws(JournalError) -> Mentions {
    let (names, unfit) = try sortedNames()
    var mentions = Mentions(unreadable: unfit)
    var copies = SessionCopies()
    // One room for all files: to ask for one each time takes longer than to search it.
    var bytes: [UInt8] = []
    for name in names {
      let path = Folder.joined(folder, name)
      do throws(JournalError) {
        let count = try JournalReader.bytes(path, into: &bytes)
        guard Self.stands(letters, in: bytes, count) else { continue }
        let look = SessionLook(Array(bytes.prefix(count)))
        guard !look.isPrivate else { continue }
        copies.note(look.session, path, count)
        mentions.paths.append(path)
        if let trouble = look.trouble(path, checksAll: true) { mentions.damaged.append(trouble) }
      } catch {
        mentions.unreadable.append(error)
      }
    }
    let (left, told) = copies.leftOut
    mentions.paths.removeAll(where: left.contains)
    mentions.unreadable += told
    return mentions
  }

  /// Whether the letters stand in one of the lines that are no playbook.
  private static func stands(_ letters: [UInt8]?, in bytes: [UInt8], _ count: Int) -> Bool {
    guard let letters else { return true }
    var start = 0
    while start < count, let found = place(of: letters, in: bytes, start..<count) {
      let line = line(around: found, in: bytes, count)
      if !isPlaybook(line, bytes) { return true }
      start = line.upperBound
    }
    return false
  }

  private static func place(of letters: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let room = UnsafeRawBufferPointer(rebasing: buffer[range])
      let found = huddle_find_caseless(room.baseAddress, room.count, letters, letters.count)
      return found < 0 ? nil : range.lowerBound + found
    }
  }

  private static func line(around place: Int, in bytes: [UInt8], _ count: Int) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(bytes[place..<count].firstIndex(of: newline) ?? count)
  }

  private static func isPlaybook(_ line: Range<Int>, _ bytes: [UInt8]) -> Bool {
    LineHead.read(bytes.span, line)?.type == .pinned
  }
}
