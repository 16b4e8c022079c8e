#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import Console
import Values

/// Everything that comes from outside: arguments, environment, clock, randomness, descriptors.
///
/// The pure rooms get the little that they need of it as values.
package struct World {
  package let arguments: [String]
  package let environment: [String: String]
  /// The moment, in milliseconds since 1970.
  let now: () -> Instant
  let random: (Int) -> [UInt8]
  let outputs: Outputs

  /// The process's own world.
  package static func real() -> World {
    openStandardDescriptors()
    return World(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: realEnvironment(),
      now: realNow, random: realRandom, outputs: Outputs())
  }

  /// The first argument of the process that is no text; as text its bytes would be others.
  package static var brokenArgument: String? {
    CommandLine.arguments.indices.lazy.compactMap { index -> String? in
      guard let bytes = CommandLine.unsafeArgv[index],
        String(validatingCString: bytes) == nil
      else { return nil }
      return CommandLine.arguments[index]
    }.first
  }

  var output: Output { outputs.output(1, environment) }
  var errors: Output { outputs.output(2, environment) }

  /// A descriptor that was closed would be taken by the first file that is opened.
  ///
  /// Reading then gives nothing, and writing fails, as it should.
  private static func openStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  var hasTerminal: Bool { isatty(0) == 1 }

  /// With a fixed clock, for runs that are the same to the byte (`SOURCE_DATE_EPOCH`).
  func fixed() -> World {
    guard let epoch = environment["SOURCE_DATE_EPOCH"].flatMap({ Int64($0) }),
      (0...253_402_300_799).contains(epoch)
    else { return self }
    return World(
      arguments: arguments, environment: environment,
      now: { Instant(milliseconds: epoch * 1000) }, random: random, outputs: outputs)
  }

  var hasFixedClock: Bool { environment["SOURCE_DATE_EPOCH"] != nil }

  // MARK: The screen

  /// The columns to write in.
  var columns: Int { Terminal(descriptor: 1, environment: environment).columns }

  /// The columns of a list, whose entries stay on a line each where a program reads them.
  var listColumns: Int {
    let asked = environment["COLUMNS"].flatMap { Int($0) } ?? 0
    return isatty(1) == 1 || asked > 0 ? columns : 10_000
  }

  /// Says something in lines that fit.
  func say(_ words: String, _ style: Style = .plain, indent: Int = 0) {
    output.lines(wrap(words, width: columns, indent: indent).map { StyledText($0, style) })
  }

  /// Says on standard error why something was not done, in lines that fit a terminal.
  func complain(_ words: String, _ style: Style = .plain) {
    let terminal = Terminal(descriptor: 2, environment: environment)
    guard terminal.isTerminal else { return errors.line(StyledText(words, style)) }
    errors.lines(wrap(words, width: terminal.columns).map { StyledText($0, style) })
  }

  /// Whether standard input is closed, `/dev/null` or the like: nothing will ever come from it.
  var hasNobody: Bool {
    var input = stat()
    guard fstat(0, &input) == 0 else { return true }
    return input.st_mode & S_IFMT == S_IFCHR && isatty(0) == 0
  }

  // MARK: The zone

  /// Seconds east of UTC in the person's zone at a moment; 0 under a fixed clock without `TZ`.
  func offset(at instant: Instant) -> Int {
    if hasFixedClock && environment["TZ"] == nil { return 0 }
    var seconds = time_t(instant.milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return Int(parts.tm_gmtoff)
  }

  /// The zone's IANA name, from `TZ` or the link that the system keeps; `UTC` where neither tells.
  var zone: String {
    if let name = environment["TZ"], !name.isEmpty {
      return name.hasPrefix(":") ? String(name.dropFirst()) : name
    }
    if hasFixedClock { return "UTC" }
    var buffer = [CChar](repeating: 0, count: 1024)
    let count = readlink("/etc/localtime", &buffer, buffer.count - 1)
    guard count > 0 else { return "UTC" }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pieces = path.split(separator: "/").map(String.init)
    guard let folder = pieces.lastIndex(of: "zoneinfo") else { return "UTC" }
    return pieces[(folder + 1)...].joined(separator: "/")
  }

  // MARK: Folders, by the XDG base directory specification

  private func folder(_ variable: String, _ fallback: String) -> String {
    let given = environment[variable] ?? ""
    return (given.hasPrefix("/") ? given : "\(home)/\(fallback)") + "/huddle"
  }

  var dataFolder: String { folder("XDG_DATA_HOME", ".local/share") }
  var stateFolder: String { folder("XDG_STATE_HOME", ".local/state") }

  /// Where sessions live: `HUDDLE_FOLDER`, else a folder of the person's own data.
  var sessionsFolder: String {
    let given = environment["HUDDLE_FOLDER"] ?? ""
    return given.isEmpty ? "\(dataFolder)/sessions" : given
  }

  var historyPath: String { "\(stateFolder)/history.jsonl" }
}

/// The outputs that were made, so that no failed write is overlooked in the end.
final class Outputs {
  private var made: [Output] = []
  private var told: Set<String> = []

  /// Whether these words are said for the first time.
  func isNews(_ words: String) -> Bool { told.insert(words).inserted }

  func output(_ descriptor: Int32, _ environment: [String: String]) -> Output {
    let output = Output(descriptor: descriptor, environment: environment)
    let known = made.first { $0.descriptor == descriptor && $0.depth == output.depth }
    if let known { return known }
    made.append(output)
    return output
  }

  /// Why standard output could not be written to; nil while it could, or when its reader left.
  var failure: String? {
    let numbers = made.filter { $0.descriptor == 1 }.compactMap(\.failure)
    return numbers.first { $0 != EPIPE }.map { String(cString: strerror($0)).lowercased() }
  }
}

private func realNow() -> Instant {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

private func realRandom(_ count: Int) -> [UInt8] {
  var generator = SystemRandomNumberGenerator()
  return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

private func realEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  var next = environ
  while let entry = next.pointee {
    let text = String(cString: entry)
    if let equals = text.firstIndex(of: "=") {
      variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    next += 1
  }
  return variables
}
