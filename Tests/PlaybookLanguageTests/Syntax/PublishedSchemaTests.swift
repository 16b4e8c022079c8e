import FoundationEssentials
import PlaybookLanguage
import TestSupport
import Testing
import Values

/// The published schema beside the checker: an editor that knows only the schema is to say the same.
struct `The published schema` {
  /// A playbook or part, and whether a schema is to accept it.
  private struct Sample {
    let name: String
    let text: String
    let isSound: Bool
  }

  /// Rules that a file breaks by its fields and shapes alone; each of their fixtures is refused.
  ///
  /// The others ask for more than a schema knows: what a name means, what an expression comes to,
  /// how a line is spelled in YAML.
  private static let visible = [
    "anonymous-round-robin", "bad-duration", "bad-id", "bad-number", "language-version",
    "misplaced-field", "missing-field", "no-verb", "two-verbs", "unknown-key", "unknown-kind",
    "unknown-word", "wrong-shape",
  ]

  private static let root = DiagnosticFixtureFolder.root

  @Test func `passes what the checker passes, and refuses what a schema can see`() throws {
    let samples = try Self.shipped() + Self.sound() + Self.broken()
    #expect(samples.count { $0.isSound } >= 10)
    #expect(samples.count { !$0.isSound } >= Self.visible.count)
    let values = samples.compactMap { sample -> JSONValue? in
      let (node, _) = YAMLReader.read(Array(sample.text.utf8), file: sample.name)
      return node.map { Self.typed($0) }
    }
    #expect(values.count == samples.count)
    guard let said = try OutsideReader.validate(values, by: JSONSchema.make()) else {
      print("NOT RUN  the schema of playbooks: Python has no jsonschema here")
      return
    }
    for (sample, mistakes) in zip(samples, said) {
      #expect(mistakes.isEmpty == sample.isSound, "\(sample.name): \(mistakes)")
    }
  }

  // MARK: Samples

  private static func shipped() throws -> [Sample] {
    let folder = root.appending(path: "Playbooks")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { name in
        Sample(
          name: name,
          text: try String(contentsOf: folder.appending(path: name), encoding: .utf8),
          isSound: true)
      }
  }

  /// Fixtures that say nothing, or only what is no mistake.
  private static func sound() throws -> [Sample] {
    try ["every-kind", "example"].map {
      Sample(
        name: $0, text: try Fixture($0, in: `Mistakes in playbooks`.folder).text, isSound: true)
    }
  }

  private static func broken() throws -> [Sample] {
    let names =
      visible
      + `Mistakes in playbooks`.more.filter { name in
        visible.contains(String(name.prefix { $0 != "." }))
      }
    return try names.map {
      Sample(
        name: $0, text: try Fixture($0, in: `Mistakes in playbooks`.folder).text, isSound: false)
    }
  }

  /// As an editor's reader of YAML sees it: plain numbers and truths are no texts.
  private static func typed(_ node: YAMLNode) -> JSONValue {
    if let items = node.items { return .array(items.map(typed)) }
    if let entries = node.entries {
      return .object(entries.map { .init($0.name, typed($0.value)) })
    }
    guard case .string(let text) = node.json else { return .null }
    guard node.scalar?.isPlain == true else { return .string(text) }
    if ["true", "false"].contains(text) { return .bool(text == "true") }
    return Number(text).map { .number($0) } ?? .string(text)
  }
}

private enum DiagnosticFixtureFolder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// Python's `jsonschema`, the schema's outside reader.
private enum OutsideReader {
  /// What it says of each value; nil where Python or the module is not there.
  static func validate(_ values: [JSONValue], by schema: JSONValue) throws -> [[String]]? {
    let folder = TemporaryFolder()
    try Data(schema.encoded().utf8).write(to: URL(filePath: folder.path("schema.json")))
    try Data(JSONValue.array(values).encoded().utf8)
      .write(to: URL(filePath: folder.path("values.json")))
    try Data(script.utf8).write(to: URL(filePath: folder.path("check.py")))
    let status = OutsideProgram.run(
      "python3 check.py schema.json values.json >said.json 2>/dev/null", in: folder.path)
    guard status == 0 else { return nil }
    let said = try JSONValue(
      parsing: Array(Data(contentsOf: URL(filePath: folder.path("said.json")))))
    return (said.array ?? []).map { ($0.array ?? []).compactMap(\.string) }
  }

  private static let script = """
    import json, sys, jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    check = jsonschema.Draft7Validator(schema)
    values = json.load(open(sys.argv[2], encoding="utf-8"))
    print(json.dumps([[error.message[:200] for error in check.iter_errors(v)] for v in values]))
    """
}
