import Session
import Values

/// The document's tree as JSON: every block with its kind, every run of words with its weight.
///
/// `{"document":"agreement","title":"…","blocks":[{"kind":"paragraph","words":[{"text":"…"}]}]}`
package enum JSONWriter {
  package static func write(_ document: Document) -> String {
    JSONValue.object([
      .init("document", .string(document.id)), .init("title", .string(document.title)),
      .init("blocks", .array(document.blocks.map(block))),
    ]).printable + "\n"
  }

  private static func block(_ block: Block) -> JSONValue {
    switch block {
    case .heading(let level, let inlines):
      return ["kind": "heading", "level": .number(Number(level)), "words": words(inlines)]
    case .paragraph(let inlines): return ["kind": "paragraph", "words": words(inlines)]
    case .list(let list): return self.list(list)
    case .table(let table): return self.table(table, kind: "table")
    case .chart(let chart): return JSONChart.chart(chart)
    case .canvas(let fields):
      return ["kind": "canvas", "fields": .array(fields.map(field))]
    case .signatures(let signatures):
      return ["kind": "signatures", "lines": .array(signatures.lines.map(signature))]
    case .rule: return ["kind": "rule"]
    }
  }

  private static func list(_ list: TextList) -> JSONValue {
    let entries = list.entries.map { entry -> JSONValue in
      list.style == .tasks
        ? ["words": words(entry.words), "done": .bool(entry.isDone)]
        : ["words": words(entry.words)]
    }
    return ["kind": "list", "style": .string(list.style.rawValue), "entries": .array(entries)]
  }

  static func table(_ table: TextTable, kind: String) -> JSONValue {
    let columns = table.columns.map { column -> JSONValue in
      ["header": .string(column.header), "alignment": .string(column.alignment.rawValue)]
    }
    let rows = table.rows.map { row in JSONValue.array(row.map(words)) }
    return ["kind": .string(kind), "columns": .array(columns), "rows": .array(rows)]
  }

  private static func field(_ field: CanvasField) -> JSONValue {
    ["title": .string(field.title), "lines": .array(field.lines.map(words))]
  }

  static func signature(_ line: SignatureTable.Line) -> JSONValue {
    [
      "party": .string(line.party), "name": .string(line.name),
      "verdict": .orNull(line.verdict?.rawValue), "condition": .orNull(line.condition),
      "by": .orNull(line.by?.iso), "given": .orNull(line.given), "void": .bool(line.isVoid),
    ]
  }

  static func words(_ inlines: [Inline]) -> JSONValue { .array(inlines.map(inline)) }

  private static func inline(_ inline: Inline) -> JSONValue {
    switch inline {
    case .text(let words): ["text": .string(words)]
    case .strong(let words): ["strong": .string(words)]
    case .emphasis(let words): ["emphasis": .string(words)]
    case .code(let words): ["code": .string(words)]
    case .link(let words, let address): ["link": .string(words), "address": .string(address)]
    case .status(let words, let isGood): ["status": .string(words), "good": .bool(isGood)]
    case .day(let day, let words): ["text": .string(words), "day": .string(day.iso)]
    case .footnote(let number): ["footnote": .number(Number(number))]
    case .lineBreak: ["break": true]
    }
  }
}

extension JSONValue {
  /// JSON in which also the marks that turn the direction of writing are escaped: they can only
  /// stand within strings, where `\u202e` means the same.
  var printable: String {
    encoded().replacing { scalar in
      switch scalar.value {
      case 0x061C: "\\u061c"
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        "\\u" + String(scalar.value, radix: 16)
      default: nil
      }
    }
  }

  static func orNull(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
