import Values

/// Something that was mended or noticed on the way, to be told once.
package enum JournalNotice: Sendable, Equatable, CustomStringConvertible {
  /// The end of a write that was cut short was set aside.
  case tornTail(bytes: Int, keptIn: String)
  /// The last record lacked its newline, which was added.
  case tailCompleted
  /// Others than the owner may read it.
  case openToOthers(mode: String)
  /// Others than the owner may look into its folder, or even change what is in it.
  case folderOpenToOthers(path: String, mode: String)
  /// The second copy cannot be written any more; the session itself can.
  case copyStopped(path: String, reason: String)
  /// What was said when the file was taken away under a meeting stands beside it.
  case rescued(RescuedSession)

  /// Whether it says that words are missing in the session at hand.
  package var isLoss: Bool { if case .rescued = self { true } else { false } }

  package var description: String {
    switch self {
    case .rescued(let rescued): rescued.words
    case .tornTail(let bytes, let file):
      "the last write was cut short: its \(bytes.counted("byte")), never acknowledged, went to \(file)"
    case .tailCompleted: "the last line lacked its newline; it is whole, and was kept"
    case .openToOthers(let mode):
      "others on this machine may read this session (mode \(mode)); chmod 600 closes it"
    case .folderOpenToOthers(let path, let mode):
      "others on this machine may look into \(path) (mode \(mode)); chmod 700 closes it"
    case .copyStopped(let path, let reason):
      "the second copy stopped: \(path): \(reason); the session itself is saved"
    }
  }
}
