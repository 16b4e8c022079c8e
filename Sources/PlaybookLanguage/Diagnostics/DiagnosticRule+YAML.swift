/// P0: the file is not the YAML that its writer meant.
extension DiagnosticRule {
  static let notText = DiagnosticRule("P001", "not-text")
  static let tooLarge = DiagnosticRule("P002", "too-large")
  static let emptyFile = DiagnosticRule("P003", "empty-file")
  static let yamlSyntax = DiagnosticRule("P004", "yaml-syntax")
  static let indentation = DiagnosticRule("P005", "indentation")
  static let unquotedStart = DiagnosticRule("P006", "unquoted-start")
  static let wordsAfterQuote = DiagnosticRule("P007", "words-after-quote")
  static let colonInProse = DiagnosticRule("P008", "colon-in-prose")
  static let tab = DiagnosticRule("P009", "tab")
  static let duplicateKey = DiagnosticRule("P010", "duplicate-key")
  static let tag = DiagnosticRule("P011", "tag")
  static let anchor = DiagnosticRule("P012", "anchor")
  static let secondDocument = DiagnosticRule("P013", "second-document")
  static let complexKey = DiagnosticRule("P014", "complex-key")
  static let unquotedHole = DiagnosticRule("P015", "unquoted-hole")
  static let commaInBrackets = DiagnosticRule("P016", "comma-in-brackets")
  static let lostComment = DiagnosticRule("P017", "lost-comment")
  static let missingSpace = DiagnosticRule("P018", "missing-space")
  static let noBreakSpace = DiagnosticRule("P019", "no-break-space")
}

extension DiagnosticRule {
  static let ofYAML: [DiagnosticRule] = [
    notText, tooLarge, emptyFile, yamlSyntax, indentation, unquotedStart, wordsAfterQuote,
    colonInProse, tab, duplicateKey, tag, anchor, secondDocument, complexKey, unquotedHole,
    commaInBrackets, lostComment, missingSpace, noBreakSpace,
  ]

  static let yamlExplanations = [
    "P001": """
    A playbook is UTF-8 text. Bytes that are not, NUL and other control characters cannot be \
    shown safely, so the file is refused. Save it as UTF-8 in your editor, or type the line anew.
    """,
    "P002": """
    A file may have 1 MiB, lists and maps 32 deep, a text 64 KiB, and 20,000 values; a list of \
    names, options or columns 500; loops 8 deep; with all its parts 512 KiB. Playbooks stay far below that; what is larger \
    is a mistake or an attack. Split a long playbook into parts and bring them in with 'use'.
    """,
    "P003": "The file is empty or has only comments. 'huddle new ID' writes one to start from.",
    "P004": """
    The file is not YAML from here on. Often a quotation mark or a bracket is not closed, or a \
    line is neither a field nor part of the text above it. Put text with unusual characters in \
    double quotes.
    """,
    "P005": """
    YAML reads structure from the spaces at the start of a line. Entries of one list start in \
    the same column, and so do the fields of one step.
    """,
    "P006": """
    YAML keeps some characters for itself at the start of a value: { [ > | % @ ` and a few \
    others. A text that starts with one goes into double quotes: say: "{goal} has failed".
    """,
    "P007": """
    A value that starts with a quotation mark ends at the next one, and nothing may follow. Put \
    the whole text in double quotes and use curly ones inside: say: "“Done” means shipped".
    """,
    "P008": """
    A colon followed by a space starts a field, also in the middle of a text. Put the text in \
    double quotes: say: "He said: go".
    """,
    "P009": """
    Tabs look like spaces, but nobody agrees how many, so YAML does not count them. Set your \
    editor to write spaces.
    """,
    "P010": """
    A field stands twice in one map. YAML readers keep one of the two without a word, so a \
    change to the other would have no effect. Keep one.
    """,
    "P011": """
    A word that starts with ! is a tag for YAML and would be lost from the text. Put the text in \
    double quotes.
    """,
    "P012": """
    Words that start with & or * name and repeat places of a file in YAML, and << merges maps. \
    Playbooks do not use them: they hide what is asked. Use 'given' for constants and 'use' for \
    parts; put text that starts so in double quotes.
    """,
    "P013": """
    '---' or '...' in the first column ends the document, and everything after it would be \
    lost; a line that starts with % is an order to the YAML reader. Delete the line.
    """,
    "P014": """
    The name of a field is a plain word. A list or a map stands there instead, mostly because a \
    text starts with a bracket or brace: put it in double quotes.
    """,
    "P015": """
    Without quotes, {name} at the start of a value is a map for YAML. Put the text in double \
    quotes: action: "{p.step}".
    """,
    "P016": """
    Inside [ ] and { } a comma starts the next entry, also in the middle of a text or between \
    the arguments of a function. Put the value in double quotes or write an entry a line.
    """,
    "P017": """
    A space and # start a comment in YAML, so the rest of the line would be lost. If it is part \
    of the text, put the text in double quotes. If it is a comment, put two spaces before the # \
    and one after it.
    """,
    "P018": """
    A dash needs a space after it to start an entry, and a colon to start a value. Without it \
    YAML joins the line to the text above and says nothing.
    """,
    "P019": """
    A no-break space looks like a space, but YAML takes it for a letter. It mostly comes from a \
    web page or a word processor. Type the space anew.
    """,
  ]
}
