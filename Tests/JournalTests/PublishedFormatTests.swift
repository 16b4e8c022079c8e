import Session
import TestSupport
import Testing
import Values

@testable import Journal

private let root = Folder.parent(of: Folder.parent(of: Folder.parent(of: #filePath)))

private func page() throws -> [String] {
  let bytes = try WholeFile.read(root + "/docs/session-file.md") ?? []
  return String(decoding: bytes, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// The names between backticks.
private func quoted(_ text: String) -> Set<String> {
  let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
  return Set(pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) })
}

/// Members of entries are told in the text below the table.
private func names(_ fields: [WireTrace.Field]) -> [String] {
  fields.flatMap { field -> [String] in
    if case .entries(let inside) = field.form { return [field.name] + names(inside) }
    return [field.name]
  }
}

@Test func `the page about the session's file tells every member of every type`() throws {
  let page = try page()
  let everywhere = quoted(page.joined(separator: "\n"))
  var untold: [String] = []
  for (type, fields) in WireTrace.types {
    let row = page.first { $0.hasPrefix("| `\(type)` |") } ?? ""
    if row.isEmpty { untold.append(type) }
    let told = quoted(row)
    untold += fields.map(\.name).filter { !told.contains($0) }.map { "\(type): \($0)" }
    untold += names(fields).filter { !everywhere.contains($0) }.map { "\(type): \($0)" }
  }
  #expect(untold == [])
}

@Test func `the page has a sound example of every type`() throws {
  let lines = try page().filter { $0.hasPrefix("{\"n\":") }
  let types = try lines.map { line in
    _ = try RecordCodec.record(Array(line.utf8)[...])
    return try JSONValue(parsing: Array(line.utf8))["type"]?.string ?? ""
  }
  #expect(Set(types) == Set(WireTable.readers.keys))
}

@Test func `the look over a library knows every type`() {
  let named = SessionLook.otherTypes.map { "\($0)".filter { $0 != "\"" } }
  let read = [
    "person.joined", "outcome.settled", "action.updated", "events.undone", "session.opened",
    "playbook.pinned", "session.closed",
  ]
  #expect(Set(named + read) == Set(WireTable.readers.keys))
  #expect(Set(named).isDisjoint(with: read))
}

// MARK: - The schema

/// What is wrong with a value by a schema: the part of JSON Schema that the published one uses.
private func mistakes(_ value: JSONValue, _ schema: JSONValue, _ path: String = "") -> [String] {
  var found: [String] = []
  if let wanted = schema["const"], wanted != value { found.append("\(path) is not \(wanted)") }
  if let words = schema["enum"]?.array, !words.contains(value) { found.append("\(path): no word") }
  let types = schema["type"].map { $0.array ?? [$0] } ?? []
  if !types.isEmpty, !types.contains(where: { isOf($0.string ?? "", value) }) {
    found.append("\(path): no \(types)")
  }
  for name in schema["required"]?.array ?? [] where value[name.string ?? ""] == nil {
    found.append("\(path): no \(name)")
  }
  for member in schema["properties"]?.object ?? [] {
    guard let inside = value[member.name] else { continue }
    found += mistakes(inside, member.value, "\(path).\(member.name)")
  }
  if let items = schema["items"] {
    for entry in value.array ?? [] { found += mistakes(entry, items, path + "[]") }
  }
  for rule in schema["allOf"]?.array ?? [] {
    guard let condition = rule["if"], mistakes(value, condition).isEmpty else { continue }
    found += rule["then"].map { mistakes(value, $0, path) } ?? []
  }
  return found
}

private func isOf(_ type: String, _ value: JSONValue) -> Bool {
  switch value {
  case .null: type == "null"
  case .bool: type == "boolean"
  case .number: type == "number" || (type == "integer" && value.int != nil)
  case .string: type == "string"
  case .array: type == "array"
  case .object: type == "object"
  }
}

@Test func `the schema accepts what is written, and misses what is taken away`() throws {
  let schema = RecordSchema.make()
  var accepted = 0
  var unnoticed: [String] = []
  for record in Samples.records(Samples.everyEvent.map { Fact($0) }) {
    let line = try JSONValue(parsing: Array(RecordCodec.line(record).dropLast()))
    #expect(mistakes(line, schema) == [])
    accepted += 1
    let members = line.object ?? []
    let fields = WireTrace.types.first { $0.type == line["type"]?.string }?.fields ?? []
    for field in fields where field.isRequired {
      let less = JSONValue.object(members.filter { $0.name != field.name })
      if mistakes(less, schema).isEmpty { unnoticed.append(field.name) }
    }
  }
  #expect(accepted > 30 && unnoticed == [])
}

@Test func `jsonschema agrees, where Python has it`() throws {
  let folder = TemporaryFolder()
  let schema = Array(RecordSchema.make().encoded().utf8)
  try WholeFile.replace(folder.path("schema.json"), with: schema, care: .quick)
  let script = """
    import importlib.util, json, sys
    if importlib.util.find_spec("jsonschema") is None: sys.exit("left out: no jsonschema")
    import jsonschema
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    lines = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
    wrong = [error.message for line in lines for error in check.iter_errors(line)]
    del lines[0]["project"]; lines[1]["n"] = "2"
    missed = [n for n in (0, 1) if check.is_valid(lines[n])]
    print(wrong + missed or "agreed")
    """
  let golden = root + "/Tests/JournalTests/Golden/version-1.jsonl"
  let (_, words) = try run(
    ["/usr/bin/env", "python3", "-c", script, folder.path("schema.json"), golden],
    output: folder.path("words"))
  if words.contains("left out") || words.contains("env:") { return print(words) }
  #expect(words == "agreed\n", "\(words)")
}
