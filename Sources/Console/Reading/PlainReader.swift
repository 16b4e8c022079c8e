#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The reader for pipes, files and dumb terminals: lines as they come, and nothing steered.
///
/// An empty line means what stands in the line already, as it does at a terminal: the prefill.
package final class PlainReader: LineReader {
  private let descriptor: Int32
  private let output: Output
  private let showsPrompts: Bool
  private let external: ExternalEditor
  private let columns: Int
  private let signals: SignalRelay?
  private var bytes: [UInt8] = []
  private var hasEnded = false
  private var announced: Set<Deadline> = []
  private var lineNumber = 0

  /// - Parameters:
  ///   - descriptor: where lines come from; 0 is standard input.
  ///   - showsPrompts: whether to write prompts: for a person, not for a pipe.
  package init(
    descriptor: Int32 = 0, output: Output, showsPrompts: Bool, environment: [String: String] = [:]
  ) {
    self.descriptor = descriptor
    self.output = output
    self.showsPrompts = showsPrompts
    external = ExternalEditor(environment: environment)
    columns = Terminal(descriptor: output.descriptor, environment: environment).columns
    signals = isatty(descriptor) == 1 ? SignalRelay() : nil
  }

  package func readLine(_ request: ReadRequest) -> ReadOutcome {
    showPrompt(request)
    let outcome = next(request)
    echo(outcome, request)
    return outcome
  }

  private func next(_ request: ReadRequest) -> ReadOutcome {
    while true {
      if let line = takeLine() { return outcome(line, request) }
      if bytes.count > LineRefusal.longestLine { return tooLong() }
      if let end = due(request) ?? signalled(request) { return end }
      if hasEnded { return lastLine(request) }
      wait(request)
    }
  }

  /// Where no terminal shows what was typed, the line goes after its prompt, unless it is secret.
  private func echo(_ outcome: ReadOutcome, _ request: ReadRequest) {
    guard showsPrompts, isatty(descriptor) == 0 else { return }
    guard case .line(let line, _) = outcome else { return output.line() }
    output.line(request.isHidden || request.isSecret ? "" : StyledText(line))
  }

  package var wordsOnPrefill: String { "Enter keeps it; what is typed takes its place." }

  package func announce(_ text: StyledText) {
    output.line(text)
  }

  package func editText(_ text: String) -> EditedText {
    guard isatty(descriptor) == 1 else {
      return .unavailable(reason: "There is no terminal here to start an editor on.")
    }
    return external.edit(text)
  }

  private func showPrompt(_ request: ReadRequest) {
    guard showsPrompts else { return }
    if !request.prefill.isEmpty {
      let lines = wrap("Now: \(TerminalText.visible(request.prefill))", width: columns, hanging: 2)
      output.lines(lines.map { StyledText($0) })
    }
    output.write(request.prompt)
  }

  // MARK: - Lines

  private func takeLine() -> [UInt8]? {
    guard let end = bytes.firstIndex(of: 0x0a) else { return nil }
    let line = Array(bytes[..<end])
    bytes.removeFirst(end + 1)
    return line
  }

  private func outcome(_ line: [UInt8], _ request: ReadRequest) -> ReadOutcome {
    lineNumber += 1
    if line.count > LineRefusal.longestLine { return refusal(.tooLong) }
    let line = line.last == 0x0d ? line.dropLast() : line[...]
    if let problem = LineRefusal.Problem(line) { return refusal(problem, draft: Self.text(line)) }
    return .line(line.isEmpty ? request.prefill : Self.text(line), pasted: false)
  }

  private func refusal(_ problem: LineRefusal.Problem, draft: String = "") -> ReadOutcome {
    .refused(draft: draft, LineRefusal(line: lineNumber, problem: problem))
  }

  /// What has no end would fill the memory: nothing more of it is read.
  private func tooLong() -> ReadOutcome {
    lineNumber += 1
    bytes = []
    return refusal(.tooLong)
  }

  /// A last line without a newline is a line; after it there is nothing.
  private func lastLine(_ request: ReadRequest) -> ReadOutcome {
    guard !bytes.isEmpty else { return .endOfInput(draft: request.prefill) }
    defer { bytes = [] }
    return outcome(bytes, request)
  }

  /// What stands after the last newline; where that is nothing, what stood in the line before.
  private func takeRest(_ request: ReadRequest) -> String {
    defer { bytes = [] }
    return bytes.isEmpty ? request.prefill : Self.text(bytes[...])
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.filter { $0 != 0 }, as: UTF8.self)
  }

  // MARK: - Waiting

  private func due(_ request: ReadRequest) -> ReadOutcome? {
    let now = MonotonicTime.now
    for deadline in request.deadlines where deadline.at <= now {
      if announced.insert(deadline).inserted {
        announce(StyledText(deadline.message, deadline.style))
      }
    }
    return (request.expiresAt.map { $0 <= now } ?? false) ? .expired(draft: takeRest(request)) : nil
  }

  private func signalled(_ request: ReadRequest) -> ReadOutcome? {
    for signal in signals?.take() ?? [] {
      switch signal {
      case SIGINT: return .interrupted(draft: takeRest(request))
      case SIGTERM, SIGQUIT: return .terminated(draft: takeRest(request))
      case SIGHUP: return .hungUp(draft: takeRest(request))
      case SIGTSTP: signals?.stop()
      default: break
      }
    }
    return nil
  }

  private func wait(_ request: ReadRequest) {
    let moments =
      request.deadlines.filter { !announced.contains($0) }.map(\.at)
      + (request.expiresAt.map { [$0] } ?? [])
    let now = MonotonicTime.now
    let timeout = moments.min().map { max(0, min($0.milliseconds(since: now), 3_600_000)) } ?? -1
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&polled, nfds_t(polled.count), Int32(timeout)) > 0, polled[0].revents != 0 else {
      return
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    }
  }
}
