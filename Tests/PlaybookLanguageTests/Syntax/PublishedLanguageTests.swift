import PlaybookLanguage
import Testing
import Values

struct `The published language` {
  private let schema = JSONSchema.make()

  @Test func `the schema describes every verb, kind, outcome and part`() throws {
    let definitions = try #require(schema["definitions"]?.object?.map(\.name))
    let wanted =
      LanguageTable.verbs.map { "step-" + $0.verb.name }
      + LanguageTable.outcomes.map { "outcome-" + $0.kind.rawValue }
      + LanguageTable.documentParts.map { "part-" + $0.verb.name }
    #expect(Set(wanted).subtracting(definitions) == [])
    let rules = schema["definitions"]?["step-ask"]?["allOf"]?.array ?? []
    let kinds = rules.compactMap { $0["if"]?["properties"]?["kind"]?["const"]?.string }
    #expect(kinds == Question.Kind.allCases.map(\.rawValue))
  }

  @Test func `every reference of the schema leads somewhere`() throws {
    let definitions = try #require(schema["definitions"]?.object?.map(\.name))
    let lost = references(in: schema).filter { !definitions.contains(String($0.dropFirst(14))) }
    #expect(lost == [])
    #expect(schema["$schema"]?.string == "http://json-schema.org/draft-07/schema#")
  }

  @Test func `the reference names every field with a line of help`() {
    let page = Reference.make()
    let missing = LanguageTable.forms.flatMap(\.fields).filter { field in
      field.help.isEmpty || field.help.hasSuffix(".") || !page.contains("`\(field.name)`")
    }
    #expect(missing.map(\.name) == [])
    #expect(DiagnosticRule.all.allSatisfy { page.contains("### \($0.code) \($0.name)") })
  }

  @Test func `every kind has its row in the table`() {
    #expect(LanguageTable.kinds.map(\.kind) == Question.Kind.allCases)
    #expect(LanguageTable.outcomes.map(\.kind) == OutcomeRule.Kind.allCases)
    #expect(
      LanguageTable.documentParts.map(\.kind)
        == DocumentPart.Kind.allCases.filter { $0 != .group })
  }

  private func references(in value: JSONValue) -> [String] {
    switch value {
    case .array(let values): values.flatMap { references(in: $0) }
    case .object(let members):
      members.flatMap { member in
        member.name == "$ref" ? [member.value.string ?? ""] : references(in: member.value)
      }
    default: []
    }
  }
}

struct `A new playbook` {
  @Test(arguments: ["our-review", "review", "a_b-c", "2nd-look"])
  func `checks without a word`(_ id: String) throws {
    let text = StarterPlaybook.text(id: id)
    let (playbook, diagnostics) = PlaybookLoader.load(text: text, file: "\(id).yaml")
    #expect(DiagnosticRenderer(sources: ["\(id).yaml": text]).text(diagnostics) == "")
    #expect(playbook?.id == id)
  }
}
