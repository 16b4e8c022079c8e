import Testing

@testable import Documents

/// Words in the languages of other tools: what these would take for their own is kept from them, and
/// nothing else is touched.
@Suite struct EscapingTests {
  private static let tasks = [
    ("Call the printer", "· Call the printer"), ("click here", "· click here"),
    ("Title the report", "· Title the report"), ("Section 5: rewrite", "· Section 5 rewrite"),
    ("2026-12-01 launch", "· 2026-12-01 launch"), ("Calling is done", "Calling is done"),
    ("Write the page", "Write the page"), ("", "–"),
  ]

  @Test(arguments: tasks)
  func `a task of a Mermaid plan begins with no word of Mermaid's`(_ said: String, _ shown: String)
  {
    #expect(MermaidText.task(said) == shown)
  }

  private static let marked = [
    ("see https://e.com/a_b_c?x=1&y=2~z, please", "see https://e.com/a_b_c?x=1&y=2%7Ez, please"),
    ("https://e.com/*a*[1]|2`", "https://e.com/%2Aa%2A%5B1%5D%7C2%60"),
    ("(http://e.com/x)", "(http://e.com/x)"), ("<https://e.com>", "&lt;https://e.com>"),
    ("a&b; *c* http: d_e _f_", "a&amp;b; \\*c\\* http: d_e \\_f\\_"),
  ]

  @Test(arguments: marked)
  func `an address in Markdown stays one, and other words are no marks`(
    _ said: String, _ written: String
  ) {
    #expect(MarkdownText.escape(said) == written)
  }

  private static let owners = [
    ("Leah Stein", "leah-stein"), ("李雷", "李雷"), ("Jörg O’Neil", "jörg-o-neil"),
    ("a:b +c @d", "a-b-c-d"), ("…", "p-"),
  ]

  @Test(arguments: owners)
  func `an owner in todo.txt keeps the own script`(_ name: String, _ value: String) {
    #expect(TodoTxtText.value(name).hasPrefix(value))
    #expect(!TodoTxtText.value(name).contains { $0.isWhitespace || $0 == ":" })
  }
}
