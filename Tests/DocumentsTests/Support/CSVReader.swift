/// Reads comma-separated values as RFC 4180 says.
enum CSVReader {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell += "\""
        scalars = scalars.dropFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: close(&cell, &rows)
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        close(&cell, &rows)
        rows.append([])
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows.filter { !$0.isEmpty }
  }

  private static func close(_ cell: inout String, _ rows: inout [[String]]) {
    rows[rows.count - 1].append(cell)
    cell = ""
  }
}
