import Values

/// Who writes, for a library: eight hexadecimal digits that say nothing about a person.
///
/// SHA-256 over a random id, kept in the state folder, and the library's real path: one machine
/// has one name in one library, and another in the next.
package enum WriterName {
  /// Stands in a record where the machine could keep no name of its own.
  package static let nobody = "00000000"

  /// The name here; the random id is made on first use.
  package static func here(
    state: StateFolder, library: String
  ) throws(JournalError) -> String {
    let seed = try seed(in: state)
    return String(Digest.sha256(seed + Array(Folder.realPath(library).utf8)).prefix(8))
  }

  private static func seed(in state: StateFolder) throws(JournalError) -> [UInt8] {
    let path = Folder.joined(state.path, "writer")
    do throws(SystemFault) {
      if let seed = try WholeFile.read(path, atMost: 64), seed.count >= 32 { return seed }
      var random = SystemRandomNumberGenerator()
      let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let seed = Array((Digest.hex(bytes) + "\n").utf8)
      try Folder.make(state.path)
      try WholeFile.replace(path, with: seed, care: .synced)
      return seed
    } catch {
      throw JournalError(state: path, error)
    }
  }
}
