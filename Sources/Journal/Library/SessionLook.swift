internal import CSystem
import Session
import Values

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One pass over a session's bytes that notes where the lines of interest are.
///
/// It reads number, moment and type of each line and skips the rest; checks are not verified.
struct SessionLook {
  let bytes: [UInt8]
  private(set) var opened: Range<Int>?
  private(set) var pinned: Range<Int>?
  private(set) var closed: Range<Int>?
  private(set) var last: Range<Int>?
  private(set) var changed: [Line] = []
  private(set) var renamed: [Line] = []
  private(set) var joined: [Line] = []
  private(set) var settled: [Line] = []
  private(set) var updated: [Line] = []
  private var undone: [Line] = []
  /// Whether some line is no record, stands out of order, or is of a type that is not known here.
  private(set) var isSuspect = false
  private var lastNumber: Int?

  /// A line's number and where its bytes are.
  struct Line {
    let number: Int
    let range: Range<Int>
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while let end = Self.newline(in: bytes, from: start) {
      take(start..<end)
      start = end + 1
    }
    // As everywhere, a last line without its newline counts where its check holds.
    for end in [bytes.count, bytes.count - 1] where start < end && isSealed(start..<end) {
      take(start..<end)
      return
    }
    if start < bytes.count, Reseal.members(bytes[start...]) != nil { isSuspect = true }
  }

  private static func newline(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func take(_ line: Range<Int>) {
    guard let (number, type) = LineHead.read(bytes.span, line) else {
      isSuspect = true
      return
    }
    if let lastNumber, number != lastNumber + 1 { isSuspect = true }
    lastNumber = number
    last = line
    let found = Line(number: number, range: line)
    switch type {
    case .opened: opened = opened ?? line
    case .pinned: pinned = pinned ?? line
    case .closed: closed = line
    case .changed: changed.append(found)
    case .renamed: renamed.append(found)
    case .joined: joined.append(found)
    case .settled: settled.append(found)
    case .updated: updated.append(found)
    case .undone: undone.append(found)
    case .other: break
    case .unknown: isSuspect = true
    }
  }

  // MARK: Whether it is sound

  /// What is wrong with the file; nil where nothing was seen.
  ///
  /// Lines that are passed over are looked at by number and type alone; the checks of those that
  /// are read hold, and with `checksAll` those of every line.
  func trouble(_ path: String, checksAll: Bool) -> JournalError? {
    let isSound = !isSuspect && opened != nil && pinned != nil && isOfThisVersion && areSealed
    if isSound, !checksAll || allSealed { return nil }
    return JournalScan.contents(of: bytes).trouble(path)
  }

  private var isOfThisVersion: Bool {
    let span = bytes.span
    let version = opened.flatMap { member("huddle", in: $0) }.flatMap { FlatObject.whole(span, $0) }
    return version == RecordCodec.version
  }

  /// Whether the checks of the lines hold from which more is read than number and type.
  private var areSealed: Bool {
    let lines =
      [opened, closed].compactMap { $0 } + (renamed + joined + settled + updated).map(\.range)
    return lines.allSatisfy { isSealed($0) }
  }

  func isSealed(_ line: Range<Int>) -> Bool { RecordSeal.check(bytes[line]) == .holds }

  private var allSealed: Bool {
    var start = 0
    while let end = Self.newline(in: bytes, from: start) {
      guard isSealed(start..<end) else { return false }
      start = end + 1
    }
    return true
  }

  /// Whether its playbook says `private: yes`, or one that took its place does: it is in no report
  /// over several sessions.
  var isPrivate: Bool {
    if let pinned, isPrivate(pinned) { return true }
    guard !changed.isEmpty else { return false }
    let dead = dead
    return changed.contains { !dead.contains($0.number) && isPrivate($0.range) }
  }

  private func isPrivate(_ pinned: Range<Int>) -> Bool {
    // Most say nothing of it, and a playbook is long to walk.
    guard says("\"private\"", in: pinned), let body = member("body", in: pinned) else {
      return false
    }
    let span = bytes.span
    guard let value = member("private", in: body) else { return false }
    if FlatObject.is(span, value, "true") { return true }
    return ["yes", "true"].contains(FlatObject.text(span, value)?.lowercased())
  }

  private func says(_ word: StaticString, in line: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { buffer in
      let place = UnsafeRawBufferPointer(rebasing: buffer[line])
      return huddle_find(
        place.baseAddress, place.count, word.utf8Start, word.utf8CodeUnitCount) >= 0
    }
  }

  /// The line that says what project and title are now: the opening, or the last renaming.
  var naming: Range<Int>? {
    guard !renamed.isEmpty else { return opened }
    let dead = dead
    return renamed.last { !dead.contains($0.number) }?.range ?? opened
  }

  // MARK: What lines say

  /// A member of a line that is a text.
  func text(_ wanted: StaticString, in line: Range<Int>) -> String? {
    let span = bytes.span
    return member(wanted, in: line).flatMap { FlatObject.text(span, $0) }
  }

  /// Where a member's value is.
  func member(_ wanted: StaticString, in line: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    let span = bytes.span
    FlatObject.visit(span, in: line) { name, value in
      guard FlatObject.is(span, name, wanted) else { return true }
      found = value
      return false
    }
    return found
  }

  func moment(in line: Range<Int>) -> Instant? {
    text("at", in: line).flatMap { Instant(iso8601: $0) }
  }

  /// The record of a line, whose check must hold.
  func record(_ line: Range<Int>) -> SessionRecord? {
    try? RecordCodec.record(bytes[line])
  }

  /// Numbers of the records that were undone, worked out from the end.
  var dead: Set<Int> {
    var dead: Set<Int> = []
    for line in undone.reversed() where !dead.contains(line.number) {
      if case .eventsUndone(let targets)? = record(line.range)?.fact.event {
        dead.formUnion(targets.filter { $0 < line.number })
      }
    }
    return dead
  }
}
