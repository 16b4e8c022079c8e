import FoundationEssentials
import PlaybookLanguage
import Testing
import Values

/// Inputs that nobody of ours wrote: each is read or refused with a place, and nothing traps.
///
/// `HUDDLE_YAML_SUITE` names a folder of YAML files, such as a copy of the yaml-test-suite: files
/// `*.yaml` whose entries hold an input under `yaml:`, or folders with an `in.yaml` each.
struct `Outside measures` {
  @Test(.enabled(if: folder != nil))
  func `each input of the suite is read, or refused with a line and a column`() throws {
    var figures = Figures()
    for input in try Self.inputs() { figures.check(input.bytes, input.name) }
    print("outside measure: \(figures)")
    #expect(figures.inputs > 0)
    #expect(figures.unplaced == [])
    #expect(figures.cryptic == [])
  }

  private static var folder: String? { ProcessInfo.processInfo.environment["HUDDLE_YAML_SUITE"] }

  private static func inputs() throws -> [(name: String, bytes: [UInt8])] {
    let root = URL(filePath: folder ?? "", directoryHint: .isDirectory)
    var names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    names = names.filter { $0.hasSuffix(".yaml") }.sorted()
    return try names.flatMap { name -> [(String, [UInt8])] in
      let bytes = Array(try Data(contentsOf: root.appending(path: name)))
      let (node, _) = YAMLReader.read(bytes, file: name)
      let cases = (node?.items ?? []).compactMap { $0["yaml"]?.text }
      guard !cases.isEmpty else { return [(name, bytes)] }
      return cases.enumerated().map { ("\(name) \($0 + 1)", Array(Self.unmarked($1).utf8)) }
    }
  }

  /// The suite writes spaces, tabs and the like as marks that can be seen.
  private static func unmarked(_ text: String) -> String {
    var plain = text.replacing("␣", with: " ").replacing("←", with: "\r")
    plain = plain.replacing("⇔", with: "\u{FEFF}").replacing("↵", with: "").replacing(
      "∎\n", with: "")
    return String(
      plain.split(separator: "»", omittingEmptySubsequences: false)
        .joined(separator: "\t").filter { $0 != "—" })
  }
}

/// What became of many inputs.
struct Figures: CustomStringConvertible {
  private(set) var inputs = 0
  private(set) var refused = 0
  private(set) var unplaced: [String] = []
  /// Refusals that only repeat what libyaml says.
  private(set) var cryptic: [String] = []

  mutating func check(_ bytes: [UInt8], _ name: String) {
    inputs += 1
    let (playbook, diagnostics) = PlaybookLoader.load(bytes: bytes, file: "input")
    let errors = diagnostics.filter { $0.severity == .error }
    refused += playbook == nil ? 1 : 0
    let arePlaced = diagnostics.allSatisfy {
      $0.span.line >= 1 && $0.span.column >= 1 && !$0.span.file.isEmpty && $0.span.length >= 1
    }
    if !arePlaced || (playbook == nil) == errors.isEmpty { unplaced.append(name) }
    if errors.contains(where: { $0.message.hasPrefix("YAML says") }) { cryptic.append(name) }
    let text = String(decoding: bytes, as: UTF8.self)
    if DiagnosticRenderer(sources: ["input": text]).text(diagnostics).isEmpty != diagnostics.isEmpty
    {
      unplaced.append(name)
    }
  }

  var description: String { "\(inputs) inputs, \(refused) refused, \(cryptic.count) cryptic" }
}
