// A small program that reads lines with the console and says what it got, for the tests that type
// into a pseudo-terminal. Arguments are `name=value`; see `Options`.
import Console

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Options {
  private let values: [String: String]

  init(_ arguments: [String]) {
    values = [:].merging(
      arguments.map { argument in
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }
    ) { $1 }
  }

  subscript(name: String) -> String? { values[name] }
  func number(_ name: String) -> Int64? { values[name].flatMap { Int64($0) } }
}

func environment() -> [String: String] {
  var all: [String: String] = [:]
  #if canImport(Glibc)
    var next = environ
  #else
    var next = _NSGetEnviron().pointee
  #endif
  while let entry = next.pointee {
    let parts = String(cString: entry).split(separator: "=", maxSplits: 1).map(String.init)
    all[parts[0]] = parts.count > 1 ? parts[1] : ""
    next += 1
  }
  return all
}

func completions(_ before: String) -> [Completion] {
  let word = before.split(separator: " ").last ?? ""
  let all = [
    Completion("/park", "keep a topic for later"), Completion("/people", "who is in the room"),
    Completion("/undo", "take the last answer back"),
  ]
  return all.filter { $0.replacement.hasPrefix(word) }
}

let options = Options(Array(CommandLine.arguments.dropFirst()))
let settings = environment()
let output = Output(descriptor: 1, environment: settings)
let history = History(path: options["history"])
let reader: any LineReader =
  EditLineReader(output: output, history: history, environment: settings)
  ?? PlainReader(output: output, showsPrompts: isatty(0) == 1, environment: settings)

/// What stands in the line at first: `|` is a new line; with `grow` so many letters more each time.
func prefill(_ read: Int) -> String {
  if let step = options.number("grow") { return String(repeating: "x", count: read * Int(step)) }
  return (options["prefill"] ?? "").split(separator: "|", omittingEmptySubsequences: false)
    .joined(separator: "\n")
}

/// The outcome; with `counts` only its kind and how many letters it has, for very long lines.
func report(_ outcome: ReadOutcome) -> String {
  let words = String(describing: outcome)
  guard options["counts"] != nil else { return words }
  return "\(words.prefix { $0 != "(" }) of \(outcome.text.count)"
}

options["copy"].map { _ = Clipboard(output: output, environment: settings).copy($0) }
if let rows = options.number("page") {
  Pager(output: output, environment: settings).show {
    output.lines((1...rows).map { StyledText("row \($0)", .good) })
  }
}

var count = options.number("reads") ?? .max
var number = 0
while count > 0 {
  count -= 1
  number += 1
  let start = MonotonicTime.now
  let outcome = reader.readLine(
    ReadRequest(
      prompt: StyledText(options["prompt"] ?? "id> ", .accent),
      prefill: prefill(number), historyKind: "test",
      isHidden: options["hidden"] != nil, isWiped: options["wiped"] != nil,
      acceptsNewlines: options["multi"] != nil,
      screensPaste: options["screens"].map { word in
        { text in
          let kept = text.split(separator: "\n").filter { !$0.contains(word) }
          return (kept.joined(separator: "\n"), "not all of it")
        }
      },
      deadlines: options.number("deadline").map {
        [Deadline(at: start.advanced(milliseconds: $0), message: "80 % of the time is over")]
      } ?? [],
      expiresAt: options.number("expires").map { start.advanced(milliseconds: $0) },
      clock: options["clock"].map { text in { StyledText(text, .dim) } },
      reprint: options["reprint"].map { text in
        { rows in (1...max(1, rows)).map { StyledText("\(text) \($0)") } }
      },
      completions: completions,
      onIdle: options["idle"] == nil ? nil : { reader.announce("idle: \($0)") }))
  output.line("\(report(outcome))")
  options.number("busy").map { _ = usleep(UInt32($0) * 1_000) }
  // What the test reads when the terminal is gone.
  options["report"].map { History(path: $0).add(String(describing: outcome), kind: "report") }
  guard case .line = outcome else { break }
}
