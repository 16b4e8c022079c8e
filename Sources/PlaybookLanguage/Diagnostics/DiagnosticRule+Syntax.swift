/// P1: the file is YAML, but not the language.
extension DiagnosticRule {
  static let unknownKey = DiagnosticRule("P101", "unknown-key")
  static let misplacedField = DiagnosticRule("P102", "misplaced-field")
  static let missingField = DiagnosticRule("P103", "missing-field")
  static let wrongShape = DiagnosticRule("P104", "wrong-shape")
  static let noVerb = DiagnosticRule("P105", "no-verb")
  static let twoVerbs = DiagnosticRule("P106", "two-verbs")
  static let unknownKind = DiagnosticRule("P107", "unknown-kind")
  static let unknownWord = DiagnosticRule("P108", "unknown-word")
  static let badID = DiagnosticRule("P109", "bad-id")
  static let duplicateID = DiagnosticRule("P110", "duplicate-id")
  static let badDuration = DiagnosticRule("P111", "bad-duration")
  static let badNumber = DiagnosticRule("P112", "bad-number")
  static let repeatedOption = DiagnosticRule("P113", "repeated-option")
  static let everyoneMisplaced = DiagnosticRule("P114", "everyone-misplaced")
  static let anonymousRoundRobin = DiagnosticRule("P115", "anonymous-round-robin")
  static let languageVersion = DiagnosticRule("P116", "language-version")
  static let unknownPart = DiagnosticRule("P117", "unknown-part")
  static let partCycle = DiagnosticRule("P118", "part-cycle")
  static let unknownGiven = DiagnosticRule("P119", "unknown-given")
  static let unknownID = DiagnosticRule("P120", "unknown-id")
  static let emptyField = DiagnosticRule("P121", "empty-field")
}

extension DiagnosticRule {
  static let ofSyntax: [DiagnosticRule] = [
    unknownKey, misplacedField, missingField, wrongShape, noVerb, twoVerbs, unknownKind,
    unknownWord, badID, duplicateID, badDuration, badNumber, repeatedOption, everyoneMisplaced,
    anonymousRoundRobin, languageVersion, unknownPart, partCycle, unknownGiven, unknownID,
    emptyField,
  ]

  static let syntaxExplanations = [
    "P101": """
    Only the fields of the language may stand in a playbook, so that a misspelt one is noticed. \
    A note of your own goes under a name that starts with x-, which is kept and ignored.
    """,
    "P102": """
    The field exists, but for another verb or another kind of answer: 'votes' belongs to vote, \
    'columns' to table. Change the kind, or leave the field out.
    """,
    "P103": """
    Without this field huddle does not know what to do: a question needs an id, a vote the list \
    that it is 'of', an outcome without 'each' an id.
    """,
    "P104": """
    A text, a list or a map stands where another of the three belongs. A list is written as \
    [one, two] or as a line with '- ' for each; a map as lines of 'name: value'.
    """,
    "P105": """
    A step starts with its verb (say, ask, set, show, warn, use, repeat, steps), an outcome with \
    its kind, a part of a document with its name. None of them was found.
    """,
    "P106": """
    A step does one thing. Where it has two verbs, make two steps of it, each with its own dash.
    """,
    "P107": "The word after 'kind' is not one of the kinds of answer.",
    "P108": "This field takes one of a few words, and the word there is not among them.",
    "P109": """
    A name is read in expressions: it starts with a small letter and goes on with small letters, \
    digits and '_'. The ids of playbooks, sections and documents may have '-' too. huddle's own \
    words (today, people, project, title, open, outcomes, last_time) are taken.
    """,
    "P110": """
    Ids are unique in the whole file: answers are kept under them. Ids of sections and of \
    documents are counted apart.
    """,
    "P111": "A length of time is a number and a unit: 90s, 5m, 1h30m, 3 days, 2 weeks.",
    "P112": "A whole number in sensible limits is needed here.",
    "P113": "The same option is offered twice, so nobody could tell which was chosen.",
    "P114": """
    'from: everyone' gives an entry for each person, which works for list, vote and fist. Other \
    kinds have one answer of the whole room.
    """,
    "P115": """
    In a round robin people speak in turn, in an open round or a chat they are seen, so everybody \
    knows whose words they are. What is anonymous is written in silence: style: silent, or no style.
    """,
    "P116": "The file is written in another version of the language than this huddle reads.",
    "P117": """
    'use' and 'extends' name another file by its path without .yaml: common/opening. It is \
    looked for beside the playbook and among those that huddle brings.
    """,
    "P118": "A part uses itself, directly or through others, so it would never end.",
    "P119": """
    'with' fills what the part is 'given', by name. A part takes nothing else from outside.
    """,
    "P120": """
    An id is named that does not exist: of a question in a document, of a document to sign, or \
    of something to remove, change or add after in the playbook that this one extends.
    """,
    "P121": """
    A list or a map is written and has no entry: options without an option, a section without a \
    step, a table without a column. Write what belongs there, or leave the field out.
    """,
  ]
}
