/// Turns the bytes of a terminal into keys.
///
/// Pure: it knows nothing of time or of descriptors. It understands UTF-8, CSI and SS3 sequences and bracketed paste; sequences that it does not know
/// vanish, and bytes that are not UTF-8 are dropped. A lone Escape is a key only when the caller,
/// who sees the clock, says that nothing follows: ``flush()``.
struct KeyDecoder: Sendable {
  /// What is kept of a paste, in bytes; more is dropped, and `pasteWasCut` says so.
  static let pasteLimit = 64 << 20
  private static let sequenceLimit = 64
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  private var bytes: [UInt8] = []
  private var start = 0
  private var pasted: [UInt8]?
  /// Whether the last paste was longer than the limit.
  private(set) var pasteWasCut = false

  /// Takes bytes as they come, in any pieces.
  mutating func feed(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Whether bytes wait for the rest of their sequence.
  var isWaiting: Bool { start < bytes.count && pasted == nil }

  /// Whether a paste has begun and not ended.
  var isPasting: Bool { pasted != nil }

  /// The next whole key; `nil` when more bytes are needed.
  mutating func next() -> Key? {
    while true {
      if pasted != nil { return takePaste() }
      guard start < bytes.count else {
        compact()
        return nil
      }
      switch decode(bytes[start...]) {
      case .key(let key, let count):
        start += count
        return key
      case .nothing(let count): start += count
      case .pasteBegins(let count):
        start += count
        pasted = []
        pasteWasCut = false
      case .incomplete:
        return nil
      }
    }
  }

  /// Says that nothing follows soon: a lone Escape becomes a key, a broken sequence vanishes.
  mutating func flush() -> Key? {
    guard isWaiting else { return nil }
    let isEscape = bytes[start...] == [0x1b]
    // An Escape before a cut-off sequence: what was typed after it counts as typed with Alt.
    let meta = bytes.count - start == 2 && bytes[start] == 0x1b ? bytes[start + 1] : nil
    start = bytes.count
    compact()
    if let meta { return .meta(Unicode.Scalar(meta)) }
    return isEscape ? .escape : nil
  }

  /// What a paste holds that was cut off by the end of the terminal.
  mutating func unfinishedPaste() -> [UInt8] {
    guard isPasting else { return [] }
    endPaste()
    guard case .paste(let bytes)? = next() else { return [] }
    return bytes
  }

  /// Ends a paste whose end mark has been lost; its text is the next key.
  mutating func endPaste() {
    guard isPasting else { return }
    feed(Self.pasteEnd)
  }

  private mutating func compact() {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
  }

  private mutating func takePaste() -> Key? {
    let rest = bytes[start...]
    if let end = rest.firstPlace(of: Self.pasteEnd) {
      keep(rest[..<end.lowerBound])
      start = end.upperBound
      defer { pasted = nil }
      return .paste(pasted ?? [])
    }
    // The end mark may itself be cut in two.
    let safe = max(start, bytes.count - Self.pasteEnd.count)
    keep(bytes[start..<safe])
    start = safe
    compact()
    return nil
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    let room = Self.pasteLimit - (pasted?.count ?? 0)
    if more.count > room { pasteWasCut = true }
    pasted?.append(contentsOf: more.prefix(room))
  }

  // MARK: - One sequence

  private enum Step {
    case key(Key, Int)
    case nothing(Int)
    case pasteBegins(Int)
    case incomplete
  }

  private func decode(_ rest: ArraySlice<UInt8>) -> Step {
    let first = rest[rest.startIndex]
    if first == 0x1b { return decodeEscape(rest) }
    if first < 0x80 { return .key(.scalar(Unicode.Scalar(first)), 1) }
    return decodeUTF8(rest)
  }

  private func decodeUTF8(_ rest: ArraySlice<UInt8>) -> Step {
    let wanted =
      switch rest[rest.startIndex] {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 0
      }
    guard wanted > 0 else { return .nothing(1) }
    let tail = rest.dropFirst().prefix(wanted - 1).prefix { $0 & 0xc0 == 0x80 }
    if tail.count < wanted - 1 {
      return tail.count + 1 < rest.count ? .nothing(tail.count + 1) : .incomplete
    }
    guard let text = String(validating: rest.prefix(wanted), as: UTF8.self),
      let scalar = text.unicodeScalars.first, !(0x80...0x9f).contains(scalar.value)
    else { return .nothing(wanted) }
    return .key(.scalar(scalar), wanted)
  }

  private func decodeEscape(_ rest: ArraySlice<UInt8>) -> Step {
    guard rest.count > 1 else { return .incomplete }
    let second = rest[rest.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return decodeControlSequence(rest)
    case UInt8(ascii: "O"):
      guard rest.count > 2 else { return .incomplete }
      let key = ControlSequence(final: rest[rest.startIndex + 2], numbers: []).named
      return key.map { .key(.named($0), 3) } ?? .nothing(3)
    case 0x1b: return .key(.escape, 1)
    case 0x0d, 0x0a: return .key(.named(.newline), 2)
    case 0x00...0x7f: return .key(.meta(Unicode.Scalar(second)), 2)
    default:
      switch decodeUTF8(rest.dropFirst()) {
      case .key(.scalar(let scalar), let count): return .key(.meta(scalar), count + 1)
      case .incomplete: return .incomplete
      default: return .nothing(2)
      }
    }
  }

  private func decodeControlSequence(_ rest: ArraySlice<UInt8>) -> Step {
    let body = rest.dropFirst(2).prefix(Self.sequenceLimit).prefix { (0x20...0x3f).contains($0) }
    let count = body.count + 3
    guard rest.count >= count else { return .incomplete }
    let final = rest[rest.startIndex + count - 1]
    // A sequence that a control character or another sequence cuts off vanishes alone.
    guard (0x40...0x7e).contains(final) else { return .nothing(count - 1) }
    let numbers = String(decoding: body, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) ?? 0 }
    let sequence = ControlSequence(final: final, numbers: numbers)
    if sequence.beginsPaste { return .pasteBegins(count) }
    return sequence.key.map { .key($0, count) } ?? .nothing(count)
  }
}

extension Array where Element == UInt8 {
  /// The decoder's own search, without bringing in more of the library.
  fileprivate static func == (left: ArraySlice<UInt8>, right: [UInt8]) -> Bool {
    left.elementsEqual(right)
  }
}

extension ArraySlice<UInt8> {
  /// Where the pattern stands first.
  fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
    guard count >= pattern.count else { return nil }
    for start in startIndex...(endIndex - pattern.count)
    where self[start] == pattern[0] && self[start..<(start + pattern.count)].elementsEqual(pattern)
    {
      return start..<(start + pattern.count)
    }
    return nil
  }
}
