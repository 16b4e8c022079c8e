package import Values

/// A session's file as a JSON Schema (2020-12), for one line: what each type of record holds.
///
/// Members and types that it does not name are allowed, as huddle itself allows them.
package enum RecordSchema {
  /// The schema, made from what the readers of records ask for.
  package static func make() -> JSONValue {
    .object([
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", "One line of a huddle session, version \(RecordCodec.version)"),
      .init("type", "object"),
      .init("required", ["n", "at", "type", "crc"]),
      .init("properties", .object(envelope)),
      .init("allOf", .array(WireTrace.types.map { rule($0.type, $0.fields) })),
    ])
  }

  private static let envelope: [JSONValue.Member] = [
    .init("n", .object([.init("type", "integer"), .init("minimum", .number(Number(1)))])),
    .init("at", text(pattern: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"#)),
    .init("type", text(pattern: "^[a-z.]+$")),
    .init("done", schema(.list(.address), isRequired: true)),
    .init("again", schema(.list(.address), isRequired: true)),
    .init("redacted", schema(.date, isRequired: true)),
    .init("crc", text(pattern: "^[0-9a-f]{8}$")),
  ]

  /// What holds for the records of one type.
  private static func rule(_ type: String, _ fields: [WireTrace.Field]) -> JSONValue {
    let isType = JSONValue.object([
      .init("properties", .object([.init("type", .object([.init("const", .string(type))]))]))
    ])
    return .object([.init("if", isType), .init("then", object(fields))])
  }

  private static func object(_ fields: [WireTrace.Field]) -> JSONValue {
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    let properties = fields.map { JSONValue.Member($0.name, schema($0.form, $0.isRequired)) }
    return .object([
      .init("required", .array(required)), .init("properties", .object(properties)),
    ])
  }

  private static func schema(_ form: WireTrace.Form, _ isRequired: Bool) -> JSONValue {
    schema(form, isRequired: isRequired)
  }

  /// A member that may be missing may be null as well: redaction leaves such ones.
  private static func schema(_ form: WireTrace.Form, isRequired: Bool) -> JSONValue {
    switch form {
    case .anything: .object([])
    case .text: typed("string", isRequired)
    case .whole: typed("integer", isRequired)
    case .flag: typed("boolean", isRequired)
    case .object: typed("object", isRequired)
    case .date: typed("string", isRequired, [.init("pattern", #"^\d{4}-\d\d-\d\d$"#)])
    case .address: typed("string", isRequired, [.init("pattern", "^[^@!]+(@[^@!]+)*(![^@!]+)?$")])
    case .choice(let words):
      .object([
        .init("enum", .array(words.map { .string($0) } + (isRequired ? [] : [.null])))
      ])
    case .list(let form):
      typed("array", isRequired, [.init("items", schema(form, isRequired: true))])
    case .entries(let fields):
      typed("array", isRequired, [.init("items", entry(fields))])
    }
  }

  private static func entry(_ fields: [WireTrace.Field]) -> JSONValue {
    guard case .object(let members) = object(fields) else { return .null }
    return .object([.init("type", "object")] + members)
  }

  private static func typed(
    _ name: String, _ isRequired: Bool, _ more: [JSONValue.Member] = []
  ) -> JSONValue {
    let type: JSONValue = isRequired ? .string(name) : .array([.string(name), .string("null")])
    return .object([.init("type", type)] + more)
  }

  private static func text(pattern: String) -> JSONValue {
    .object([.init("type", "string"), .init("pattern", .string(pattern))])
  }
}
