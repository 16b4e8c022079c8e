import TestSupport
import Testing

func probe(
  _ options: String..., environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    command: BuiltProduct.path("console-probe"), arguments: options, environment: environment,
    rows: rows, columns: columns)
  return terminal
}

@Test func `a line is typed, moved about in, and mended`() throws {
  let terminal = try probe()
  try terminal.waitFor("id>")
  terminal.send("nave\u{1b}[D\u{1b}[Dï\u{1b}[F 日本\r")
  try terminal.waitFor("line(\"naïve 日本\", pasted: false)")
}
