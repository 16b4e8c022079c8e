import Playbooks
import Testing

/// What a reader may rely on in every file.
struct `The source tree` {
  /// Files that may be longer than others, with the reason beside each.
  private static let longFiles: Set<String> = []

  private static func written() throws -> [SourceTree.File] {
    let code = try ["Sources", "Tests"].flatMap {
      try SourceTree.files(in: $0, [".swift", ".c", ".h"])
    }
    // Scripts have no ending.
    let scripts = try ["Scripts", ".ci"].flatMap { try SourceTree.files(in: $0, [""]) }
    return try code + scripts + [SourceTree.file("Package.swift")]
  }

  @Test func `has no file of more than 400 lines`() throws {
    let long = try Self.written().filter {
      $0.lines.count > 401 && !Self.longFiles.contains($0.path)
    }
    #expect(long.map { "\($0.path): \($0.lines.count - 1)" } == [])
  }

  @Test func `has nothing that waits to be done`() throws {
    // Put together here, so that this file is none of those that it looks for.
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK", "not " + "implemented"]
    let files = try Self.written() + SourceTree.files(in: "Playbooks", [".swift", ".yaml"])
    let waiting = files.flatMap { $0.places(of: words, inComments: true) }
    #expect(waiting == [])
  }

  @Test func `counts nouns through one helper`() throws {
    // The console knows nothing of ours, and so not that helper either.
    let files = try SourceTree.files(in: "Sources", [".swift"]).filter {
      $0.room != "Console" && !$0.path.hasSuffix("Int+Counted.swift")
    }
    let byHand = files.flatMap { file in
      file.code.filter { $0.text.contains(/\ == 1 \? "[a-z ]+" : "[a-z ]+"/) }
        .map { "\(file.path):\($0.number)" }
    }
    #expect(byHand == [])
  }

  @Test func `names every playbook in the catalogue`() throws {
    let files = try SourceTree.files(in: "Playbooks", [".yaml"])
    let entries = Catalogue.meetings + Catalogue.parts
    let paths = entries.map { "Playbooks/\($0.name).yaml" }
    #expect(files.map(\.path) == paths.sorted())
    // The generated names know no folders, so that one entry could hold another's text.
    let embedded = Dictionary(zip(paths, entries)) { first, _ in first }
    let wrong = files.filter { embedded[$0.path]?.bytes != Array($0.text.utf8) }
    #expect(wrong.map(\.path) == [])
  }

  @Test(arguments: ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md"])
  func `has what its documents point at`(_ name: String) throws {
    guard SourceTree.exists(name) else { return }
    let file = try SourceTree.file(name)
    let missing = (file.linkTargets + file.quotedPaths).filter { !SourceTree.exists($0) }
    #expect(missing == [])
  }

  @Test func `has the tests that hold its invariants`() throws {
    let links = try SourceTree.file("ARCHITECTURE.md").testLinks
    let missing = try links.filter { !(try SourceTree.file($0.path).text.contains($0.words)) }
    #expect(missing.map(\.words) == [])
    #expect(links.count >= 10)
  }
}

extension SourceTree.File {
  /// The files that the links of a Markdown text lead to, without those elsewhere in the world.
  fileprivate var linkTargets: [String] {
    text.split(separator: "](").dropFirst().compactMap { rest in
      let target = rest.prefix { $0 != ")" && $0 != "#" && $0 != "\n" }
      return target.isEmpty || target.contains("://") ? nil : String(target)
    }
  }

  /// Paths of this tree between backticks; names in capitals stand for any name.
  fileprivate var quotedPaths: [String] {
    text.split(separator: "`").map(String.init).filter { piece in
      ["Sources/", "Tests/", "Scripts/", "Playbooks/", ".ci/"].contains { piece.hasPrefix($0) }
        && !piece.contains { $0.isWhitespace || $0 == "*" } && !piece.contains("NAME")
    }
  }

  /// Links whose words are the name of a test: [`a record is kept`](Tests/RoomTests/File.swift).
  fileprivate var testLinks: [(words: String, path: String)] {
    text.split(separator: "[`").dropFirst().compactMap { rest in
      guard let end = rest.firstRange(of: "`](Tests/") else { return nil }
      let words = "`" + rest[..<end.lowerBound] + "`"
      return (words, "Tests/" + rest[end.upperBound...].prefix { $0 != ")" })
    }
  }
}
