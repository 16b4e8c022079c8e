/// The kinds of answer, in the order in which the reference lists them.
extension LanguageTable {
  package static let kinds: [KindRow] = [
    KindRow(.text, .cell, "One line of words"),
    KindRow(.note, .cell, "Several lines of words"),
    KindRow(.number, .cell, "A number", [unit, least, most]),
    KindRow(.money, .cell, "An amount in a currency", [least, most]),
    KindRow(.percent, .cell, "Typed as 12 %, read as 0.12", [least, most]),
    KindRow(.date, .cell, "A day, also as a phrase: next friday"),
    KindRow(.duration, .cell, "A length of time: 2 weeks"),
    KindRow(.choice, .cell, "One of several options", [options, choiceOf]),
    KindRow(.choices, .cell, "Any of several options", [options, choiceOf, least, most]),
    KindRow(.yesno, .cell, "Yes or no"),
    KindRow(.scale, .cell, "A point on a scale of 1 to 5, or one of your own", [options]),
    KindRow(.person, .cell, "One of the people present"),
    KindRow(.people, .cell, "Several of the people present", [least, most]),
    KindRow(.list, .rounds, "Entries, one a line", [least, most, addTo] + round),
    KindRow(.group, .rounds, "A list's entries put together into themes", [of.required, headings]),
    KindRow(
      .vote, .rounds, "Dots for the entries of a list",
      [of.required, LanguageField("votes", .count, "Dots a person has; 3 if left away")] + round),
    KindRow(.fist, .rounds, "Fist of five: 0 blocks, 5 supports", [of] + round),
    KindRow(
      .rank, .line,
      "A list's entries or options put in order, best first: 3 1 2; each has its rank",
      [of, options]),
    KindRow(
      .matrix, .line, "Every row rated with one of the options",
      [
        LanguageField("rows", .words, "What is rated, where there is no 'of'"),
        options.required, of,
        LanguageField("across", .logic, "A second list: one rating for each pair"),
      ]),
    KindRow(
      .table, .rounds, "Rows with columns",
      [
        LanguageField("columns", .columns, "Each with its kind of answer", isRequired: true), of,
        least, most, addTo,
      ]),
    KindRow(
      .schedule, .rounds,
      "Tasks with owner, duration and what they come after; start, end, slack and critical follow",
      [
        LanguageField("of", .logic, "The tasks, where a list has them already"), least,
      ]),
    KindRow(
      .raci, .rounds,
      "Who is responsible, accountable, consulted and informed for each task, as four lists",
      [
        LanguageField("of", .logic, "The list of tasks"),
        LanguageField("rows", .words, "The tasks, where there is no 'of'"),
        LanguageField("across", .logic, "The list of roles or people; those present if left away"),
      ]),
    KindRow(
      .review, .rounds,
      "Each entry of an earlier list: done, dropped or still open, with its new day or owner",
      [LanguageField("of", .logic, "The earlier list: open.actions", isRequired: true)]),
    KindRow(.readback, .rounds, "What was agreed, read out line by line and confirmed", [of]),
    KindRow(
      .signoff, .rounds, "Each party's answer to a document",
      [LanguageField("of", .slug, "The document's id", isRequired: true)]),
  ]

  private static let unit = LanguageField("unit", .plain, "What is counted: tickets a day")
  private static let least = LanguageField("min", .number, "The least, or the fewest")
  private static let most = LanguageField("max", .number, "The most")
  private static let options = LanguageField("options", .options, "What may be chosen")
  private static let of = LanguageField("of", .logic, "The list that it is about")
  private static let choiceOf = LanguageField("of", .logic, "The list whose items may be chosen")
  private static let headings = LanguageField(
    "headings", .writtenOrConstant, "Categories that are read out if nobody named them")
  private static let addTo = LanguageField("add_to", .logic, "The list that takes the answers")

  /// How several people answer one question.
  private static let round: [LanguageField] = [
    LanguageField(
      "style", .word(Question.Style.allCases.map(\.rawValue)), "How the round is held"),
    LanguageField("alone", .duration, "Silent writing before the round"),
    LanguageField("starts", .logic, "The person with whom a round robin starts"),
    LanguageField("anonymous", .yesno, "Nobody can tell whose words they are"),
  ]

  /// The kinds that a table's column may have.
  static let kindsOfCells = kinds.filter { $0.entry == .cell }.map(\.kind)

  /// The kinds that everyone may answer for themselves.
  static let kindsForEveryone: [Question.Kind] = [.list, .vote, .fist]
}
