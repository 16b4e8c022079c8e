/// The names beside a session's file.
package enum JournalPath {
  static let suffix = ".jsonl"
  static let rescuedSuffix = ".rescued.jsonl"

  /// The path without `.jsonl`: documents and whatever is set aside begin with it.
  package static func stem(_ path: String) -> String {
    path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
  }

  /// Where lines go that could not be written under the path.
  package static func rescued(_ path: String) -> String { stem(path) + rescuedSuffix }

  /// Where the end of a write that was cut short is kept.
  package static func torn(_ path: String) -> String { stem(path) + ".torn" }

  /// Whether a name in a library is a session's.
  package static func isSession(_ name: String) -> Bool {
    name.hasSuffix(suffix) && !name.hasSuffix(rescuedSuffix) && !name.hasPrefix(".")
  }
}
