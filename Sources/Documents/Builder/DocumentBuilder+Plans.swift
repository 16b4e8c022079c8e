import Outcomes
import PlaybookLanguage
import Session
import Values

// Orders, plans, duties, and what became of earlier promises.
extension DocumentBuilder {
  /// Best first, with numbers.
  func rankBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let order = scope.ranking(question, at: address(question, bindings))
    guard !order.isEmpty else { return absenceBlocks(question, bindings) }
    return [.list(TextList(.numbered, order.map { TextList.Entry(cell($0)) }))]
  }

  /// The tasks with their days, then the same as a picture, then what is odd about it.
  func scheduleBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let items = listed(question, bindings)
    guard !items.isEmpty else { return absenceBlocks(question, bindings) }
    let columns = ["task", "owner", "start", "end", "duration", "after", "slack"]
    let rows = items.map { item in
      let cells = columns.map { name -> [Inline] in
        let words = cell(scope.member(name, of: item))
        switch name {
        case "after": return .words(afterWords(item))
        case "slack" where scope.member("critical", of: item) == .yesno(true):
          return [.strong("critical")]
        default: return words
        }
      }
      return (item: item.id, cells: cells)
    }
    let figures = ["duration", "slack"]
    let table = table(
      columns.map {
        .init(
          $0 == "duration" ? "Days" : Self.words(ofName: $0),
          figures.contains($0) ? .trailing : .leading)
      }, rows)
    let picture = chart(
      DocumentPart(kind: .gantt, names: [question.id], span: question.span), bindings)
    let flaws = scope.flaws(ofSchedule: address(question, bindings))
    return [.table(table)] + picture + flawBlocks(flaws)
  }

  /// Names alone: with owners and days a cell would say the whole plan again.
  private func afterWords(_ item: ItemValue) -> String {
    guard case .list(let values) = scope.member("after", of: item), !values.isEmpty else {
      return "–"
    }
    return values.compactMap { value in
      guard case .item(let item) = value else { return nil }
      return scope.text(of: item).singleLine
    }.joined(separator: ", ")
  }

  func dutyBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let table = scope.duties(question, at: address(question, bindings))
    guard table.rows.contains(where: { !$0.isEmpty }) else {
      return absenceBlocks(question, bindings)
    }
    let rows = table.rows.map { row in
      let names = DutyKind.allCases.map { duty -> [Inline] in
        let names = table.names(row, duty)
        return .words(names.isEmpty ? "–" : names.joined(separator: ", "))
      }
      return (item: row.item, cells: [.words(row.task)] + names)
    }
    let headers = ["Task"] + DutyKind.allCases.map { Self.words(ofName: $0.rawValue) }
    return [.table(self.table(headers.map { .init($0) }, rows))] + flawBlocks(table.flaws)
  }

  private func flawBlocks(_ flaws: [String]) -> [Block] {
    flaws.isEmpty ? [] : bullets(flaws.map { [.emphasis($0.singleLine)] })
  }

  /// What earlier sessions left open, and what was said of it now.
  func reviewBlocks(_ question: Question, _ bindings: Bindings) -> [Block] {
    let items = listed(question, bindings)
    guard !items.isEmpty else { return absenceBlocks(question, bindings) }
    let rows = items.map { item -> [[Inline]] in
      let open = scope.openItem(item)
      return [
        .words(text(of: scope.member("owner", of: item)).dashed), .words(scope.text(of: item)),
        .words(open.map(dueWords) ?? "–"), .words(open?.from ?? "–"),
        open.map(stateWords) ?? [.text("–")],
      ]
    }
    let headers = ["Owner", "Promised", "Due", "From", "Now"]
    return [.table(TextTable(headers.map { .init($0) }, rows))]
  }

  /// A day that was moved says from when.
  private func dueWords(_ item: OpenItem) -> String {
    let now = scope.review(of: item)?.due ?? item.due
    guard let now else { return "–" }
    guard let before = item.due, before != now else { return day(now) }
    return "\(day(now)), was \(day(before))"
  }

  private func stateWords(_ item: OpenItem) -> [Inline] {
    guard let review = scope.review(of: item) else { return [.emphasis("not read")] }
    let state = review.status == "open" ? "still open" : review.status ?? "still open"
    return .words(state + (review.why.map { ": \($0)" } ?? ""))
  }

  /// Earlier outcomes that this meeting changed by its own questions.
  var updateBlocks: [Block] {
    bullets(
      summary.updates.map { update in
        let outcome = update.outcome
        let parts = [outcome.owner?.name, outcome.due.map(day), outcome.words("state")]
        let details = parts.compactMap { $0 }.joined(separator: ", ")
        return .words(outcome.text) + (details.isEmpty ? [] : .words(" (\(details))"))
      })
  }
}

extension String {
  var dashed: String { isEmpty || self == "—" ? "–" : self }
}
