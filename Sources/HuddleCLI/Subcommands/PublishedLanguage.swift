import Console
import Journal
import PlaybookLanguage
import Values

extension Subcommand {
  static let printSchema = Subcommand(
    "schema", summary: "the language as a JSON Schema, with which editors complete and check",
    example: "huddle schema > huddle.schema.json",
    options: [
      Option("--records", nil, "that of a session’s file instead: each line is one record")
    ]
  ) { invocation, world in
    let schema = invocation.has("--records") ? RecordSchema.make() : JSONSchema.make()
    world.output.document(schema.encoded() + "\n")
    return 0
  }

  static let printReference = Subcommand(
    "reference", summary: "all that a playbook can say, as a page of Markdown",
    example: "huddle reference > reference.md"
  ) { _, world in
    world.output.document(Reference.make())
    return 0
  }
}
