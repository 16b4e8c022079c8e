import Console
import PlaybookLanguage
import Values

extension Subcommand {
  static let printSchema = Subcommand(
    "schema", summary: "the language as a JSON Schema, with which editors complete and check",
    example: "huddle schema > huddle.schema.json"
  ) { _, world in
    world.output.document(JSONSchema.make().encoded() + "\n")
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
