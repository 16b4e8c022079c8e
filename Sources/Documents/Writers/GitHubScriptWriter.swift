import Values

/// A shell script that makes one issue of each action with GitHub's own `gh`.
///
/// Every word that people said stands in single quotes; none is ever read by the shell.
package enum GitHubScriptWriter {
  package static func write(_ sheet: ActionSheet) -> String {
    let head = """
      #!/bin/sh
      # Makes one issue for each open action. Run it in a clone of the repository; it needs gh.
      set -eu

      """
    let calls = sheet.open.map { action in
      "gh issue create --title=\(ShellText.quoted(PrintableText.line(sheet.title(of: action)))) \\\n"
        + "  --body=\(ShellText.quoted(body(action, sheet)))\n"
    }
    return head + "\n" + calls.joined(separator: "\n")
  }

  /// The owner's name is words: it may not be the name of an account.
  private static func body(_ action: ActionSheet.Action, _ sheet: ActionSheet) -> String {
    let due = action.due.map { "Due: \($0.display)\n" } ?? ""
    let lines = (due + sheet.description(of: action)).split(separator: "\n")
    return lines.map { unmentioned(readable(MarkdownText.escape(String($0)))) }
      .joined(separator: "\n\n")
  }

  /// No word that people said calls anybody: an empty comment behind `@` keeps GitHub from it, which
  /// a backslash does not.
  private static func unmentioned(_ markdown: String) -> String {
    var text = ""
    var last: Character?
    for sign in markdown {
      if last == "@", sign.isLetter || sign.isNumber { text += "<!-- -->" }
      text.append(sign)
      last = sign
    }
    return text
  }

  /// GitHub takes a backslash away as it does an entity, and the script and its mails read better.
  private static func readable(_ markdown: String) -> String {
    [("&lt;", "\\<"), ("&amp;", "\\&")].reduce(markdown) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
  }
}
