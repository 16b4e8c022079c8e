import Console
import Values

/// Help texts, made from the table of commands: an example first.
enum Help {
  static func overview(columns: Int) -> [StyledText] {
    let rows = Subcommand.all.map { (CommandParser.usage($0), $0.summary) }
    return example("huddle run pre-mortem --project Apollo --with \"Ana, Bo, Cy, Dee\"", columns)
      + [""]
      + wrapped(
        "Runs workshops from scripted playbooks, keeps every answer, makes the minutes.", .bold,
        columns)
      + wrapped("Without a command it waits for one: huddle", .plain, columns) + [""]
      + LabelledRows.lines(rows, columns: columns) + [""]
      + wrapped("huddle help COMMAND says more of one.", .plain, columns)
  }

  static func page(_ command: Subcommand, columns: Int) -> [StyledText] {
    let rows = command.options.map { option in
      ([option.name, option.value].compactMap { $0 }.joined(separator: " "), option.help)
    }
    return example(command.example, columns) + [""]
      + wrapped(command.summary.capitalizedFirst.asSentence, .bold, columns) + [""]
      + wrapped("huddle \(CommandParser.usage(command)) [OPTIONS]", .plain, columns) + [""]
      + LabelledRows.lines(rows, columns: columns)
  }

  private static func example(_ words: String, _ columns: Int) -> [StyledText] {
    wrap(words, width: columns, indent: 2, hanging: 2).map { StyledText($0) }
  }

  private static func wrapped(_ words: String, _ style: Style, _ columns: Int) -> [StyledText] {
    wrap(words, width: columns).map { StyledText($0, style) }
  }
}

/// Short labels in a column of their own, what they mean beside them, wrapped under itself.
///
/// Where that leaves too little room, the meaning stands under its label.
enum LabelledRows {
  private static let leastRoom = 24

  static func lines(_ rows: [(label: String, words: String)], columns: Int) -> [StyledText] {
    let widest = rows.map { DisplayText.width(of: $0.label) }.max() ?? 0
    let indent = widest + 4
    guard columns - indent >= leastRoom else { return rows.flatMap { stacked($0, columns) } }
    return rows.flatMap { row -> [StyledText] in
      let lines = wrap(row.words, width: columns, indent: indent)
      let head = StyledText("  " + DisplayText.padded(row.label, to: widest + 2), .accent)
      return [head + StyledText(lines.first?.trimmed ?? "")]
        + lines.dropFirst().map { StyledText($0) }
    }
  }

  private static func stacked(_ row: (label: String, words: String), _ columns: Int)
    -> [StyledText]
  {
    wrap(row.label, width: columns, indent: 2).map { StyledText($0, .accent) }
      + wrap(row.words, width: columns, indent: 6).map { StyledText($0) }
  }
}

extension String {
  /// With a full stop, unless it ends with a mark of its own.
  var asSentence: String { hasSuffix("…") || hasSuffix(".") ? self : self + "." }
}
