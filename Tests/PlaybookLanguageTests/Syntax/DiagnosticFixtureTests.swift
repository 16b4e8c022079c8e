import FoundationEssentials
import PlaybookLanguage
import Testing

/// One playbook for each rule, named after it, that breaks it; what huddle says stands beside it.
struct `Mistakes in playbooks` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// Further playbooks that break a rule in another way: `yaml-syntax.half-a-pair.yaml`.
  static let more: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { $0.contains(".") }.sorted()
  }()

  @Test(arguments: DiagnosticRule.all.map(\.name) + more)
  func `are worded as their fixture says`(_ name: String) throws {
    let fixture = try Fixture(name, in: Self.folder)
    let said = fixture.said
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try fixture.record(said)
    }
    #expect(said == (try? fixture.expected), "re-record with RECORD_FIXTURES=1 and look at it")
    let rule = try #require(DiagnosticRule.find(String(name.prefix { $0 != "." })))
    #expect(said.contains("[\(rule.code)]"))
  }

  @Test func `each rule has a code, a name and an explanation of its own`() {
    let rules = DiagnosticRule.all
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.filter { $0.explanation.isEmpty }.map(\.code) == [])
  }
}

struct Fixture {
  let name: String
  let folder: URL
  private let bytes: [UInt8]

  init(_ name: String, in folder: URL) throws {
    self.name = name
    self.folder = folder
    bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).yaml")))
  }

  var expected: String {
    get throws { try String(contentsOf: url("txt"), encoding: .utf8) }
  }

  func record(_ text: String) throws { try Data(text.utf8).write(to: url("txt")) }

  private func url(_ ending: String) -> URL { folder.appending(path: "\(name).\(ending)") }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A part from the same folder.
  func part(named name: String) -> (bytes: [UInt8], file: String)? {
    let url = folder.appending(path: "\(name).yaml")
    return (try? Data(contentsOf: url)).map { (Array($0), "\(name).yaml") }
  }

  /// What huddle says of the playbook, its parts taken from the same folder.
  var said: String {
    let file = "\(name).yaml"
    var sources = [file: text]
    let (_, diagnostics) = PlaybookLoader.load(bytes: bytes, file: file) { name in
      let part = part(named: name)
      if let part { sources[part.file] = String(decoding: part.bytes, as: UTF8.self) }
      return part
    }
    return DiagnosticRenderer(sources: sources).text(diagnostics)
  }
}
