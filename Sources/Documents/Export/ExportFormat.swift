/// A format that huddle exports to: one row of the table from which help and completions come.
package enum ExportFormat: String, Sendable, CaseIterable {
  case markdown, text, html, json, tree
  case csv, jira, asana, gitlab, github, trello, todotxt
  case icalendar, slack, notion, confluence, mermaid, madr, docx

  /// What a format is made from.
  package enum Scope: Sendable {
    /// One file for each document.
    case documents
    /// One file for the meeting's actions and days.
    case actions
    /// One file for each kind of outcome that there is.
    case outcomes
    /// One file for the whole session.
    case session
  }

  package var scope: Scope {
    switch self {
    case .markdown, .text, .html, .tree, .slack, .notion, .confluence, .docx: .documents
    case .jira, .asana, .gitlab, .github, .trello, .todotxt, .icalendar: .actions
    case .csv, .madr: .outcomes
    case .json, .mermaid: .session
    }
  }

  /// Without the dot.
  package var fileExtension: String {
    switch self {
    case .markdown, .notion, .madr: "md"
    case .text, .slack, .trello, .todotxt: "txt"
    case .html: "html"
    case .confluence: "xhtml"
    case .json, .tree: "json"
    case .csv, .jira, .asana, .gitlab: "csv"
    case .github: "sh"
    case .icalendar: "ics"
    case .mermaid: "mmd"
    case .docx: "docx"
    }
  }

  /// What stands between the document's name and the extension, so that no two files are one.
  var infix: String {
    switch self {
    case .markdown, .text, .html, .json, .csv, .icalendar, .docx: ""
    case .todotxt: ".todo"
    default: "." + rawValue
    }
  }

  /// One line of help.
  package var help: String {
    switch self {
    case .markdown: "Markdown for GitHub, GitLab and most wikis"
    case .text: "Plain text, 80 columns wide, for mail and terminals"
    case .html: "One page with its style and pictures in it, for reading and printing"
    case .json: "The whole session: people, answers, items, outcomes, ballots, signatures"
    case .tree: "A document's parts as JSON, for programs that lay it out themselves"
    case .csv: "A table for each kind of outcome, for spreadsheets"
    case .jira: "Actions for Jira's import; choose the date pattern yyyy-MM-dd in its wizard"
    case .asana: "Actions for Asana's import"
    case .gitlab: "Actions for GitLab's import of issues"
    case .github: "A shell script that makes issues with gh"
    case .trello: "A line for each action, to paste into a list of a board"
    case .todotxt: "Actions as todo.txt"
    case .icalendar: "Actions and dates for a calendar; a second import changes, and adds nothing"
    case .slack: "A document for a Slack message"
    case .notion: "Markdown as Notion imports it, actions as boxes to tick"
    case .confluence: "Confluence's storage format, actions as tasks"
    case .mermaid: "The plan as a Gantt chart of Mermaid"
    case .madr: "A MADR 4 record for each decision"
    case .docx: "A Word document, by pandoc where it is installed"
    }
  }
}
