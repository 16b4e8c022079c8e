import Outcomes
import PlaybookLanguage
import Session
import Values

// What the meeting came to, as tables.
extension DocumentBuilder {
  /// `outcomes: actions` and the like, by the list's name.
  func outcomeBlocks(_ list: String) -> [Block] {
    switch list {
    case "actions": actionBlocks
    case "agreements": agreementBlocks
    case "decisions": decisionBlocks
    case "risks": riskBlocks
    case "milestones": table(summary.milestones, milestoneColumns)
    case "events": table(byDate(summary.events), eventColumns)
    case "metrics": table(summary.metrics, metricColumns)
    case "deferred": openBlocks
    case "warnings": bullets(summary.warnings.map { .words($0.singleLine) })
    default: []
    }
  }

  var actionBlocks: [Block] { table(summary.actions, actionColumns) + flawBlocks }

  /// What the table itself does not show of an action that nobody can be held to.
  private var flawBlocks: [Block] {
    let lines = summary.actions.flatMap { action in
      action.flaws.filter { $0 != .noOwner && $0 != .noDate }.map { flaw -> [Inline] in
        [.text("\(action.calledBy ?? action.text.singleLine): \(flaw.words)")]
      }
    }
    return lines.isEmpty ? [] : [.paragraph([.strong("To be mended")])] + bullets(lines)
  }

  /// A table of decisions; of which more is known than a row has room for, lines for each.
  var decisionBlocks: [Block] {
    let blocks = table(summary.decisions, decisionColumns)
    guard case .table(let table)? = blocks.first, table.columns.count > 6 else { return blocks }
    return table.rows.map { .table(table.upright($0, named: "Decision")) }
  }

  var riskBlocks: [Block] { table(risksByScore, riskColumns) }

  /// The worst first; what was not rated stands last, all else in order of entry.
  var risksByScore: [Outcome] {
    summary.risks.enumerated().sorted { a, b in
      (b.element.score ?? .zero, a.offset) < (a.element.score ?? .zero, b.offset)
    }.map(\.element)
  }

  var agreementBlocks: [Block] {
    bullets(
      summary.agreements.map { agreement in
        let by = field("by", agreement)
        return .words(agreement.text) + (by.isEmpty ? [] : .words(" (\(by.plain))"))
          + disputeMark(agreement)
      })
  }

  /// The next first; what has no date yet stands last, all else in order of entry.
  private func byDate(_ outcomes: [Outcome]) -> [Outcome] {
    outcomes.enumerated().sorted { a, b in
      guard let first = a.element.date else { return b.element.date == nil && a.offset < b.offset }
      guard let second = b.element.date else { return true }
      return (first, a.offset) < (second, b.offset)
    }.map(\.element)
  }

  func table(_ outcomes: [Outcome], _ columns: [OutcomeColumn]) -> [Block] {
    outcomes.isEmpty ? [Self.none] : [.table(TextTable(outcomes, columns))]
  }

  func bullets(_ lines: [[Inline]]) -> [Block] {
    lines.isEmpty ? [Self.none] : [.list(TextList(.bulleted, lines.map { .init($0) }))]
  }

  static let none = Block.paragraph([.emphasis("None.")])
}

// MARK: - Columns

extension DocumentBuilder {
  /// What it is called by; the name of a playbook's rule is none that people use.
  private var id: OutcomeColumn {
    OutcomeColumn("", isOptional: true) { $0.calledBy.map { [.text($0)] } ?? [] }
  }

  private func optional(_ header: String, _ name: String) -> OutcomeColumn {
    OutcomeColumn(header, isOptional: true) { self.field(name, $0) }
  }

  /// Who doubts it, and why, beside cells that stay as they are.
  private var disputed: OutcomeColumn {
    OutcomeColumn("Disputed", isOptional: true) { outcome in
      self.doubts(about: outcome).map { [.strong($0)] } ?? []
    }
  }

  private var actionColumns: [OutcomeColumn] {
    [
      id,
      OutcomeColumn("Owner") { $0.owner.map { .words($0.name) } ?? [.strong("nobody")] },
      OutcomeColumn("Action") { .words($0.text) },
      OutcomeColumn("Due") { $0.due.map { [.text(self.day($0))] } ?? [.strong("no date")] },
      OutcomeColumn("Done when") { .words($0.doneWhen ?? "–") },
      OutcomeColumn("Owner said") { self.ownerSaid($0) },
      optional("State", "state"),
    ]
  }

  /// `yes`, or what keeps it from being a yes.
  private func ownerSaid(_ action: Outcome) -> [Inline] {
    if let dispute = disputeWords(action) { return [.strong(dispute)] }
    switch action.read?.verdict {
    case .agreed: return [.text("yes")]
    case .toConfirm: return [.strong("to confirm")]
    default: return [.strong("not asked")]
    }
  }

  /// What stands behind something disputed that has no column for it.
  func disputeMark(_ outcome: Outcome) -> [Inline] {
    disputeWords(outcome).map { [.text(" "), .strong("(\($0))")] } ?? []
  }

  /// `disputed by Dee: spec was late; by Bo: not mine (Ana, Friday)`; nil where nobody disputes it.
  ///
  /// Who said no at the read-back stands beside who had doubts before.
  func disputeWords(_ outcome: Outcome) -> String? {
    doubts(about: outcome).map { "disputed \($0)" }
  }

  /// The same under a heading that says “disputed”.
  func doubts(about outcome: Outcome) -> String? {
    outcome.disputeWords(session.state.name)
  }

  private var decisionColumns: [OutcomeColumn] {
    [
      id,
      OutcomeColumn("Decided") { .words($0.text) },
      OutcomeColumn("Because") { self.dashed("because", $0) },
      OutcomeColumn("By") { self.dashed("by", $0) },
      OutcomeColumn("Against") { self.dashed("against", $0) },
      optional("Question", "question"), optional("Why now", "context"),
      optional("What counts", "drivers"), optional("Options", "options"),
      optional("Easier", "easier"), optional("Harder", "harder"),
      optional("Consequences", "consequences"), optional("Confirmed by", "confirm"),
      optional("Heard", "consulted"), optional("Told", "informed"),
      optional("Review", "review"), disputed,
    ]
  }

  private var riskColumns: [OutcomeColumn] {
    let chart = riskChart
    return [
      id, OutcomeColumn("Risk") { .words($0.text) },
      OutcomeColumn("Likelihood", .trailing) { self.dashed("likelihood", $0) },
      OutcomeColumn("Impact", .trailing) { self.dashed("impact", $0) },
      OutcomeColumn("Score", .trailing) { risk in
        .words(
          [risk.score?.display, chart?.band(of: risk)].compactMap { $0 }.joined(separator: " ")
            .dashed)
      },
      optional("Category", "category"), optional("Owner", "owner"),
      optional("Prevention", "prevention"), optional("Early warning sign", "sign"),
      optional("Contingency", "contingency"), optional("Treatment", "treatment"),
      optional("Next look", "review"), optional("State", "state"), disputed,
    ]
  }

  private var milestoneColumns: [OutcomeColumn] {
    [
      id, OutcomeColumn("Milestone") { .words($0.text) }, optional("Start", "start"),
      OutcomeColumn("Date") { self.dashed("date", $0) }, optional("Owner", "owner"),
      optional("After", "after"), disputed,
    ]
  }

  private var eventColumns: [OutcomeColumn] {
    [
      OutcomeColumn("Date") { self.dashed("date", $0) }, OutcomeColumn("What") { .words($0.text) },
      optional("Every", "every"), optional("Called by", "owner"),
      disputed,
    ]
  }

  private var metricColumns: [OutcomeColumn] {
    [
      OutcomeColumn("Figure") { .words($0.text) },
      OutcomeColumn("Value", .trailing) { self.dashed("value", $0) },
      optional("Target", "target"), optional("Unit", "unit"), disputed,
    ]
  }

  /// A field's words, a near day without its year; empty where there is none.
  func field(_ name: String, _ outcome: Outcome) -> [Inline] {
    switch outcome[name] {
    case .blank: []
    case .date(let date): [.text(day(date))]
    case let value: cell(value)
    }
  }

  private func dashed(_ name: String, _ outcome: Outcome) -> [Inline] {
    let words = field(name, outcome)
    return words.isEmpty ? [.text("–")] : words
  }
}

// MARK: - What is left open

extension DocumentBuilder {
  /// Open points, what was parked, and what was not talked about, each with who settles it.
  var openBlocks: [Block] {
    let rows = openRows
    guard !rows.isEmpty else { return [Self.none] }
    return [.table(TextTable([.init("Open"), .init(""), .init("Settled by")], rows))]
  }

  var openRows: [[[Inline]]] {
    summary.openPoints.map { row($0, id: $0.id, $0.text) } + disputedRows
      + summary.parked.map { row($0, id: $0.id, "Parked: \($0.text)") }
      + setAsideRows
  }

  /// What somebody says no to: nobody has agreed to it yet.
  private var disputedRows: [[[Inline]]] {
    summary.openDisputes.map { outcome, disputes in
      let reasons = disputes.map { $0.reason(session.state.name) }.joined(separator: "; ")
      let settlers = disputes.compactMap { $0.settler?.singleLine }.joined(separator: "; ")
      return [
        .words(outcome.calledBy ?? ""),
        .words("Disputed: \(outcome.text.singleLine) (\(reasons))"), .words(settlers.dashed),
      ]
    }
  }

  /// What was listed and led nowhere, one row each; what was not asked, one row a question,
  /// however many items it stood for.
  private var setAsideRows: [[[Inline]]] {
    var rows: [[[Inline]]] = []
    var counts: [String: Int] = [:]
    for remark in summary.deferred {
      guard session.state.item(remark.id) == nil else {
        rows.append(row(remark, id: remark.id, "Set aside: \(remark.text)"))
        continue
      }
      let question = String(remark.id.prefix { $0 != "@" })
      counts[question, default: 0] += 1
      guard counts[question] == 1 else { continue }
      let others = summary.deferred.count { $0.id.prefix { $0 != "@" } == question } - 1
      let more = others > 0 ? " (and \(others) more like it)" : ""
      rows.append(row(remark, id: "", "Not discussed: \(remark.text)\(more)"))
    }
    return rows
  }

  private func row(_ remark: Summary.Remark, id: String, _ text: String) -> [[Inline]] {
    [.words(id), .words(text.singleLine), .words(settler(of: remark) ?? "–")]
  }

  /// `Leah, Fri 11 Dec`.
  func settler(of remark: Summary.Remark) -> String? {
    let parts = [remark.owner?.name, remark.due.map(day)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension TextTable {
  /// One row as lines: what each column is called, and what stands in it.
  fileprivate func upright(_ row: [[Inline]], named name: String) -> TextTable {
    let hasID = columns.first?.header == ""
    let lines = zip(columns, row).filter { column, cell in
      !column.header.isEmpty && !cell.isEmpty && cell.plain != "–"
    }
    let id = hasID ? row[0].plain : ""
    return TextTable(
      [.init(id.isEmpty ? name : id), .init("")],
      lines.map { [[.text($0.header)], $1] })
  }
}
