import Outcomes
import Values

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The labelled logs and minutes of `Tests/Fixtures/Outcomes`, and how much of them is found.
struct MarkFigures {
  /// What a person marked in a file: `action | ana, bo | write the draft`.
  struct Label: Equatable, CustomStringConvertible {
    let kind: String
    let owners: [String]
    let words: String

    init?(_ line: Substring) {
      let parts = line.split(separator: " | ", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      kind = parts[0].trimmed
      owners = parts[1].split(separator: ",").map { TextFolding.fold($0.trimmed) }.sorted()
      words = parts[2].trimmed
    }

    var description: String { "\(kind) | \(owners.joined(separator: ", ")) | \(words)" }

    /// The same kind, the same owners, and the label's words among those that were found.
    func isMet(by mark: Mark) -> Bool {
      mark.kind.rawValue == kind
        && mark.owners.map { TextFolding.fold($0) }.sorted() == owners
        && TextFolding.fold(mark.text).contains(TextFolding.fold(words))
    }
  }

  private(set) var labels = 0
  private(set) var found = 0
  private(set) var right = 0
  private(set) var files = 0
  /// Each label that was not met, and each mark that met none.
  private(set) var faults: [String] = []

  init(_ folder: String, marks: (String) -> [Mark]) {
    for file in Self.files(in: folder) {
      files += 1
      let expected = Self.text(file.dropLast(4) + ".labels").split(whereSeparator: \.isNewline)
        .compactMap(Label.init)
      var open = marks(Self.text(file)).filter { $0.kind == .action || $0.kind == .decision }
      labels += expected.count
      found += open.count
      for label in expected {
        if let place = open.firstIndex(where: label.isMet) {
          open.remove(at: place)
          right += 1
        } else {
          faults.append("\(Self.name(file)): not found: \(label)")
        }
      }
      faults += open.map {
        "\(Self.name(file)):\($0.line): found: \($0.kind) | \($0.owners.joined(separator: ", ")) | \($0.text)"
      }
    }
  }

  var recall: Double { labels == 0 ? 1 : Double(right) / Double(labels) }
  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }

  var words: String {
    "\(files) files, \(labels) labels: recall \(Self.shown(recall)), "
      + "precision \(Self.shown(precision))"
  }

  private static func shown(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }

  // MARK: Files

  static let root = #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }

  private static func files(in folder: String) -> [String] {
    let path = "\(root)/Fixtures/Outcomes/\(folder)"
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append("\(path)/\(name)") }
    }
    return names.sorted()
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  static func text(_ path: some StringProtocol) -> String {
    guard let file = fopen(String(path), "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
