/// Commands and what they print, as a page of Markdown shows them to its readers.
///
///     ```console
///     $ huddle list
///     2026-11-20-apollo-pre-mortem-…  closed  Apollo · Pre-mortem · 4 people
///     ```
///
/// A line that begins with `$ ` is run by a shell in which `huddle` is the program; the lines up to
/// the next one are what it prints. `…` alone on a line stands for any lines, and within a line for
/// any words. `[status 64]` at the end says how the command ends where that is not 0. A block of
/// another kind whose first line is `# name.yaml` is a file of that name.
struct Transcript {
  struct Command: Equatable {
    /// The number of its line in the page, from 1.
    let number: Int
    let line: String
    let output: [String]
    let status: Int32
  }

  /// A file that a page shows.
  struct File: Equatable {
    let name: String
    let text: String
  }

  let commands: [Command]
  let files: [File]

  init(_ page: String) {
    files = Self.files(page)
    var commands: [Command] = []
    var open: (number: Int, line: String, output: [String])?
    var isInside = false
    func close() {
      if let open { commands.append(Self.command(open.number, open.line, open.output)) }
      open = nil
    }
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        close()
        isInside = !isInside && line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        close()
        open = (index + 1, String(line.dropFirst(2)), [])
      } else if isInside {
        open?.output.append(String(line))
      }
    }
    close()
    self.commands = commands
  }

  private static func files(_ page: String) -> [File] {
    var files: [File] = []
    var block: [String]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !line.hasPrefix("```") {
        block?.append(line)
      } else if let lines = block {
        if let first = lines.first, first.hasPrefix("# "), first.hasSuffix(".yaml"),
          !first.dropFirst(2).contains(" ")
        {
          files.append(
            File(name: String(first.dropFirst(2)), text: lines.joined(separator: "\n") + "\n"))
        }
        block = nil
      } else {
        block = []
      }
    }
    return files
  }

  private static func command(_ number: Int, _ line: String, _ output: [String]) -> Command {
    var output = output
    var status: Int32 = 0
    if let last = output.last, last.hasPrefix("[status "), last.hasSuffix("]"),
      let number = Int32(last.dropFirst(8).dropLast())
    {
      status = number
      output.removeLast()
    }
    return Command(number: number, line: line, output: output, status: status)
  }

  /// The first line of the page's that the printed lines do not show; nil where they do.
  static func missing(_ expected: [String], in printed: [String]) -> String? {
    var rest = printed[...]
    var mayMiss = false
    for line in expected {
      if line == "…" {
        mayMiss = true
        continue
      }
      let found =
        mayMiss
        ? rest.firstIndex { matches($0, line) }
        : rest.first.flatMap { matches($0, line) ? rest.startIndex : nil }
      guard let found else { return line }
      rest = rest[(found + 1)...]
      mayMiss = false
    }
    return mayMiss || rest.isEmpty ? nil : "(nothing more; it went on: \(rest.first ?? ""))"
  }

  /// Whether a line is as it is shown, `…` within it standing for any words.
  static func matches(_ line: String, _ shown: String) -> Bool {
    let pieces = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
      return line == shown
    }
    guard line.hasPrefix(first), line.count >= first.count + last.count, line.hasSuffix(last) else {
      return false
    }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
