package import Outcomes
import PlaybookLanguage
import Session
import Values

/// Outcomes of one kind as a table for a spreadsheet: every field of the kind, dates as 2026-12-03.
package enum CSVWriter {
  package static func write(_ kind: Outcome.Kind, _ builder: DocumentBuilder) -> String {
    let names = fields[kind] ?? []
    let header = ["Id", kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()]
    let outcomes = kind == .risk ? builder.risksByScore : builder.summary.outcomes(kind)
    let chart = kind == .risk ? builder.riskChart : nil
    let rows = outcomes.map { outcome in
      [outcome.id, outcome.text]
        + names.map { name in
          switch name {
          case "score": outcome.score?.description ?? ""
          case "band": chart?.band(of: outcome) ?? ""
          case "source": builder.source(of: outcome) ?? ""
          case "state" where outcome[name] == .blank: "open"
          default: cell(outcome[name], builder)
          }
        }
        + (kind == .action ? [outcome.read?.verdict.rawValue ?? "not asked"] : [])
        + [builder.doubts(about: outcome) ?? ""]
    }
    let titles = names.map(DocumentBuilder.words(ofName:))
    return CSVText.table(
      [header + titles + (kind == .action ? ["Owner said"] : []) + ["Disputed"]] + rows)
  }

  private static let fields: [Outcome.Kind: [String]] = [
    .action: ["owner", "due", "done_when", "state", "source"],
    .decision: [
      "question", "context", "drivers", "options", "pros", "cons", "chosen", "because", "by",
      "against", "consulted", "informed", "easier", "harder", "consequences", "confirm", "review",
    ],
    .risk: [
      "likelihood", "impact", "score", "band", "owner", "category", "sign", "prevention",
      "contingency",
      "treatment", "review", "state",
    ],
    .agreement: ["by"], .milestone: ["start", "date", "owner", "after"],
    .event: ["date", "every", "owner"], .metric: ["value", "target", "unit"],
  ]

  /// Figures without grouping and dates by ISO 8601, so that a spreadsheet can reckon with them.
  private static func cell(_ value: Value, _ builder: DocumentBuilder) -> String {
    switch value {
    case .blank: ""
    case .date(let date): date.iso
    case .number(let number), .percent(let number), .rating(let number, _): number.description
    case .list(let values):
      values.map { cell($0, builder) }.joined(separator: "; ")
    default: builder.cell(value).plainLine
    }
  }
}

/// Actions as Jira's import reads them; choose the date pattern `yyyy-MM-dd` in its wizard.
package enum JiraCSV {
  /// Jira takes at most so many rows at once.
  private static let mostRows = 1_500

  private static let header = [
    "Summary", "Issue Type", "Priority", "Assignee", "Reporter", "Due Date", "Labels", "Labels",
    "Description", "Issue ID", "Parent",
  ]

  /// One text for each 1,500 actions; at least one.
  package static func write(_ sheet: ActionSheet) -> [String] {
    let rows = sheet.open.enumerated().map { place, action in
      [
        sheet.title(of: action), "Task", "Medium", action.email ?? "", "", action.due?.iso ?? "",
        Slug.make(sheet.project), sheet.playbook, sheet.description(of: action),
        String(place + 1), "",
      ]
    }
    return stride(from: 0, to: max(1, rows.count), by: mostRows).map { start in
      CSVText.table([header] + rows[start..<min(start + mostRows, rows.count)])
    }
  }
}

/// Actions as Asana's import reads them: one assignee, by e-mail.
package enum AsanaCSV {
  package static func write(_ sheet: ActionSheet) -> String {
    let header = [
      "Name", "Description", "Section", "Assignee", "Collaborators", "Start Date", "Due Date",
    ]
    return CSVText.table(
      [header]
        + sheet.open.map { action in
          [
            sheet.title(of: action), sheet.description(of: action), sheet.title.singleLine,
            action.email ?? "", "", action.start?.iso ?? "", action.due?.iso ?? "",
          ]
        })
  }
}

/// Actions as GitLab's import of issues reads them.
package enum GitLabCSV {
  package static func write(_ sheet: ActionSheet) -> String {
    CSVText.table(
      [["title", "description", "due_date"]]
        + sheet.open.map { action in
          [sheet.title(of: action), sheet.description(of: action), action.due?.iso ?? ""]
        })
  }
}
