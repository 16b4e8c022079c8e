/// The names beside a session's file.
package enum JournalPath {
  static let suffix = ".jsonl"

  /// The path without `.jsonl`: documents and whatever is set aside begin with it.
  package static func stem(_ path: String) -> String {
    path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
  }

  /// Where a session goes that cannot be written under its path: `NAME.rescued.jsonl`, and from the
  /// second on `NAME.rescued-2.jsonl`.
  package static func rescued(_ path: String, _ number: Int = 1) -> String {
    stem(path) + rescuedMark + (number == 1 ? "" : "-\(number)") + suffix
  }

  private static let rescuedMark = ".rescued"

  /// The name of the session that a file's name says it was rescued from; nil for any other file.
  static func rescuedSession(_ name: String) -> String? {
    // Hardly any name has a second dot.
    guard name.hasSuffix(suffix),
      name.utf8.dropLast(suffix.utf8.count).contains(UInt8(ascii: ".")),
      let dot = stem(name).lastIndex(of: ".")
    else { return nil }
    let mark = stem(name)[dot...]
    guard mark.hasPrefix(rescuedMark) else { return nil }
    let number = mark.dropFirst(rescuedMark.count)
    guard number.isEmpty || number.first == "-" && Int(number.dropFirst()) != nil else {
      return nil
    }
    return name[..<dot] + suffix
  }

  /// Where the end of a write that was cut short is kept.
  package static func torn(_ path: String) -> String { stem(path) + ".torn" }

  /// Whether a name in a library is a session's.
  package static func isSession(_ name: String) -> Bool { isMeantAsSession(name) && isPlain(name) }

  /// Whether it would be one, if its characters were fit for a name.
  static func isMeantAsSession(_ name: String) -> Bool {
    name.hasSuffix(suffix) && rescuedSession(name) == nil && !name.hasPrefix(".")
  }

  /// Whether a name has no control characters, and is text at all.
  ///
  /// A line break in a name would make two lines of a list, the second of which anybody could have
  /// worded; bytes that are no UTF-8 cannot be named on a command line.
  private static func isPlain(_ name: String) -> Bool {
    // Nearly all are: a folder may have ten thousand.
    if name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return true }
    return !name.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FFFD}"
    }
  }
}
