import Session
import Values

/// Walks a file's lines once, and says of each whether it counts.
struct JournalScan {
  private var contents = JournalContents()
  private var line = 0
  /// Bad lines since the last good one: so many records may be missing without a further word.
  private var badLines = 0

  static func contents(of bytes: [UInt8]) -> JournalContents {
    var scan = JournalScan()
    scan.contents.byteCount = bytes.count
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      scan.line += 1
      scan.take(bytes[start..<end])
      start = end + 1
      scan.contents.goodByteCount = start
    }
    if start < bytes.count { scan.takeTail(bytes[start...]) }
    return scan.contents
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    do throws(RecordFault) {
      take(try RecordCodec.record(bytes))
    } catch {
      refuse(error)
    }
  }

  private mutating func refuse(_ fault: RecordFault) {
    badLines += 1
    if case .newerFormat(let version) = fault {
      return noteNewer("version \(version) of the format", version: version)
    }
    contents.damage.append(JournalDamage(line: line, why: .fault(fault)))
  }

  private mutating func take(_ record: SessionRecord) {
    let due = contents.nextNumber
    guard record.number >= due else {
      badLines += 1
      let why = JournalDamage.Why.repeated(number: record.number, expected: due)
      return contents.damage.append(JournalDamage(line: line, why: why))
    }
    if record.number > due, !isExplained(gap: record.number - due) {
      let why = JournalDamage.Why.gap(missing: due...(record.number - 1))
      contents.damage.append(JournalDamage(line: line, why: why))
    }
    badLines = 0
    if case .unknown(let type) = record.fact.event, !type.hasPrefix("x.") { noteNewer(type) }
    contents.records.append(record)
  }

  private func isExplained(gap: Int) -> Bool { badLines > 0 && gap <= badLines }

  private mutating func noteNewer(_ what: String, version: Int? = nil) {
    guard contents.newer == nil else { return }
    contents.newer = .init(line: line, what: what, version: version)
  }

  // MARK: The tail

  /// A tail counts where its seal holds; it may lack its newline, or have another byte there.
  ///
  /// One that is a whole record but for its check was edited and saved without a newline: it is a bad
  /// line, to be accepted or put right, and no end of a write.
  private mutating func takeTail(_ bytes: ArraySlice<UInt8>) {
    line += 1
    if RecordSeal.check(bytes) == .holds || Reseal.members(bytes) != nil {
      contents.tail = .unterminated
      contents.goodByteCount += bytes.count
      take(bytes)
    } else if RecordSeal.check(bytes.dropLast()) == .holds {
      contents.tail = .trailed(bytes: 1)
      contents.goodByteCount += bytes.count - 1
      take(bytes.dropLast())
    } else {
      contents.tail = .torn(bytes: bytes.count)
    }
  }
}
