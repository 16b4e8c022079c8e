#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The program that shows what is taller than the window: `$PAGER`, or `less` where that is not set.
///
/// Only for a person at a terminal. An empty `PAGER`, or `cat`, means none.
package struct Pager {
  private let output: Output
  private let terminal: Terminal
  private let environment: [String: String]

  package init(output: Output, environment: [String: String]) {
    self.output = output
    self.environment = environment
    terminal = Terminal(descriptor: output.descriptor, environment: environment)
  }

  /// Runs work that writes, and shows what it wrote a window at a time where it is taller.
  ///
  /// What was written before the work failed is shown as well.
  package func show<Result>(_ work: () throws -> Result) rethrows -> Result {
    guard terminal.isSmart, Terminal(descriptor: 0, environment: environment).isTerminal,
      let size = terminal.windowSize, let command
    else { return try work() }
    output.collect()
    defer {
      let text = output.collected()
      if Self.rows(of: text, columns: size.columns) < size.rows || !page(text, command) {
        output.send(text)
      }
    }
    return try work()
  }

  private var command: String? {
    let wanted = (environment["PAGER"] ?? "less").drop { $0.isWhitespace }
    return wanted.isEmpty || wanted == "cat" ? nil : String(wanted)
  }

  /// Whether the pager took the text; it may have been left before its end.
  private func page(_ text: String, _ command: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // What Ctrl-C means is the pager's business while it runs.
    let interrupt = signal(SIGINT, SIG_IGN)
    let pipeBreak = signal(SIGPIPE, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGPIPE, pipeBreak)
    }
    let settings = ["LESS": "FRX", "LV": "-c"].merging(environment) { $1 }
    let process = ShellCommand(command, environment: settings).start(input: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return false
    }
    Output(descriptor: ends[1], depth: .none).send(text)
    close(ends[1])
    return ![126, 127].contains(ShellCommand.wait(process))
  }

  /// The rows that a text takes in a window of so many columns; its codes take no room.
  static func rows(of text: String, columns: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .reduce(0) { sum, line in
        let width = DisplayWidth.of(withoutCodes(line))
        return sum + max(1, (width + columns - 1) / columns)
      }
  }

  private static func withoutCodes(_ line: Substring) -> String {
    var kept = ""
    var isCode = false
    for character in line {
      if character == "\u{1b}" { isCode = true }
      if !isCode { kept.append(character) }
      if isCode, character == "m" { isCode = false }
    }
    return kept
  }
}
