import Values

/// Confluence's storage format: XHTML with its macros for tasks and for a status.
package enum ConfluenceWriter {
  /// The body of a page; the title is the page's own and stands outside.
  package static func write(_ document: Document) -> String {
    var taskCount = 0
    return document.blocks.map { block($0, &taskCount) }.joined(separator: "\n") + "\n"
  }

  private static func block(_ block: Block, _ taskCount: inout Int) -> String {
    switch block {
    case .heading(let level, let words): return "<h\(level)>\(inlines(words))</h\(level)>"
    case .paragraph(let words): return "<p>\(inlines(words))</p>"
    case .list(let list):
      return list.style == .tasks ? tasks(list, &taskCount) : self.list(list)
    case .table(let table): return self.table(table)
    case .chart(let chart):
      return "<p><strong>\(HTMLText.escape(chart.title))</strong></p>\n" + table(chart.table)
    case .canvas(let fields): return canvas(fields)
    case .signatures(let signatures): return table(signatures.table)
    case .rule: return "<hr />"
    }
  }

  private static func list(_ list: TextList) -> String {
    let tag = list.style == .numbered ? "ol" : "ul"
    let entries = list.entries.map { "<li>\(inlines($0.words))</li>" }
    return "<\(tag)>\(entries.joined())</\(tag)>"
  }

  /// Ids count on through the page, as Confluence wants them.
  private static func tasks(_ list: TextList, _ count: inout Int) -> String {
    var tasks = ""
    for entry in list.entries {
      count += 1
      tasks +=
        "<ac:task><ac:task-id>\(count)</ac:task-id><ac:task-status>"
        + (entry.isDone ? "complete" : "incomplete")
        + "</ac:task-status><ac:task-body>\(inlines(entry.words))</ac:task-body></ac:task>"
    }
    return "<ac:task-list>\(tasks)</ac:task-list>"
  }

  private static func table(_ table: TextTable) -> String {
    let head = table.columns.map { "<th>\(HTMLText.escape($0.header))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.map { "<td>\(inlines($0))</td>" }.joined() + "</tr>"
    }
    return "<table><tbody><tr>\(head)</tr>\(rows.joined())</tbody></table>"
  }

  private static func canvas(_ fields: [CanvasField]) -> String {
    fields.map { field in
      let lines = field.lines.map { "<li>\(inlines($0))</li>" }.joined()
      return "<h3>\(HTMLText.escape(field.title))</h3><ul>\(lines)</ul>"
    }.joined(separator: "\n")
  }

  private static func inlines(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .lineBreak: "<br />"
      // Confluence shows the day itself, and takes it for the task's.
      case .day(let day, _): "<time datetime=\"\(day.iso)\" />"
      case .status(let words, let isGood): status(words, isGood)
      default: HTMLText.inlines([inline])
      }
    }.joined()
  }

  /// The words up to the colon as a coloured status, what follows in bold.
  private static func status(_ words: String, _ isGood: Bool) -> String {
    let head = words.prefix { $0 != ":" && $0 != "." }
    let rest = words.dropFirst(head.count)
    return "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">"
      + (isGood ? "Green" : "Yellow") + "</ac:parameter><ac:parameter ac:name=\"title\">"
      + HTMLText.escape(String(head)) + "</ac:parameter></ac:structured-macro><strong>"
      + HTMLText.escape(String(rest)) + "</strong>"
  }
}
