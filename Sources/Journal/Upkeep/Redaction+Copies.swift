import Values

extension Redaction.Report {
  /// Those of these files that still say some of the words that are gone, as they are or as JSON
  /// writes them.
  package func stillSaid(in files: [String]) -> [String] {
    let words = taken.flatMap(\.words).filter { $0.count > 2 }
    let written = words.map { String(JSONValue.string($0).encoded().dropFirst().dropLast()) }
    return files.filter { file in
      guard let bytes = try? JournalReader.bytes(file) else { return false }
      let text = String(decoding: bytes, as: UTF8.self)
      return (words + written).contains { text.contains($0) }
    }
  }

  /// Whether the session's file is called by some of the words that are gone, as are its documents.
  package func names(_ path: String) -> Bool {
    let name = "-\(Folder.name(of: JournalPath.stem(path)))-"
    return taken.flatMap(\.words).contains { $0.count > 2 && name.contains("-\(Slug.make($0))-") }
  }
}
