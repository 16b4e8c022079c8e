/// Making a folder ready for sessions that a team keeps together.
extension SessionLibrary {
  /// With it git takes one side of a session's file as a whole, and never joins lines of two.
  package static let attributes = "*.jsonl -text -merge\n"

  /// What making a library ready came to.
  package struct Preparation: Sendable, Equatable {
    package internal(set) var madeFolder = false
    package internal(set) var attributes = Attributes.made
    /// The folder's mode, where others than its owner may look into it.
    package internal(set) var looseMode: UInt32?

    package enum Attributes: Sendable, Equatable {
      case made
      /// It was there, with the line that sessions need.
      case there
      /// It was there without that line, and stays as it is.
      case lacking
    }
  }

  /// Makes the folder (0700), with a `.gitattributes` that keeps git from joining two sessions' lines.
  ///
  /// Nothing that is there is changed. A link in either place is refused: what is written through it
  /// could be anywhere.
  package func prepare() throws(JournalError) -> Preparation {
    let attributes = Folder.joined(folder, ".gitattributes")
    try Self.refuseLink(folder)
    var made = Preparation()
    do throws(SystemFault) {
      made.madeFolder = (try? FileStatus(of: folder)) == nil
      try Folder.make(folder)
      let status = try FileStatus(of: folder)
      made.looseMode = status.isOpenToOthers ? status.mode : nil
    } catch {
      throw JournalError(folder, .cannotUse(operation: error.operation, reason: error.reason))
    }
    try Self.refuseLink(attributes)
    do throws(SystemFault) {
      made.attributes = try Self.writeAttributes(attributes)
    } catch {
      throw JournalError(attributes, .cannotUse(operation: error.operation, reason: error.reason))
    }
    return made
  }

  private static func writeAttributes(_ path: String) throws(SystemFault)
    -> Preparation.Attributes
  {
    if let known = try WholeFile.read(path, atMost: 65_536) {
      let lines = String(decoding: known, as: UTF8.self).split(whereSeparator: \.isNewline)
      return lines.contains { $0 == attributes.dropLast() } ? .there : .lacking
    }
    try WholeFile.replace(path, with: Array(attributes.utf8), care: .synced)
    return .made
  }

  /// Throws where a link stands at a path of ours: who shares the folder could lead a write anywhere.
  static func refuseLink(_ path: String) throws(JournalError) {
    guard let found = try? FileStatus(of: path), found.isLink else { return }
    throw JournalError(
      path, .cannotUse(operation: "use this for sessions", reason: "it is a symbolic link"))
  }
}
