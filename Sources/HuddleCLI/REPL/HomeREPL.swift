import Console
import Journal
import Values

/// huddle at home: what can be resumed, what can be run, and a prompt for the same commands.
struct HomeREPL {
  let world: World

  init(_ world: World) { self.world = world }

  func run() throws -> Int32 {
    let reader = Readers.make(world)
    try greet()
    var refused = ""
    while true {
      let request = ReadRequest(
        prompt: StyledText("huddle> ", .accent), prefill: refused, historyKind: "command",
        completions: HomeCompletion(world).candidates)
      refused = ""
      switch reader.readLine(request) {
      case .line(let line, _):
        switch perform(line, reader) {
        case .done: break
        // What was typed comes back, to be mended; through a pipe nobody could.
        case .refused: refused = world.hasTerminal ? line : ""
        case .ended(let status): return status
        }
      case .interrupted:
        world.output.line(StyledText("quit leaves, help lists the commands.", .dim))
      case .expired: break
      case .endOfInput: return 0
      case .terminated: return ExitStatus.terminated.rawValue
      case .hungUp: return ExitStatus.hungUp.rawValue
      case .refused(_, let refusal):
        world.errors.line("huddle: \("\(refusal)".capitalizedFirst): it is no command.")
        if !world.hasTerminal { return ExitStatus.badData.rawValue }
      }
    }
  }

  private func greet() throws {
    let open = (try? SessionList(world).entries(onlyOpen: true)) ?? []
    if open.isEmpty {
      world.output.line("Nothing to resume here. Start one:")
    } else {
      world.output.line("To resume:")
      world.output.lines(SessionList(world).lines(Array(open.prefix(5)), indent: 2))
      world.output.line("Or start one:")
    }
    world.output.lines(PlaybookRow.lines(PlaybookShelf(world).entries, prefix: "run ", world))
    world.say("help lists the commands, Tab completes them, quit leaves.", .dim)
  }

  /// What became of a line.
  private enum Outcome {
    case done
    /// It makes no sense as a command.
    case refused
    /// It ends the REPL, with this status.
    case ended(Int32)
  }

  private func perform(_ line: String, _ reader: any LineReader) -> Outcome {
    do {
      guard let words = CommandWords.split(line) else {
        throw Failure("A quotation mark is not closed.", .usage)
      }
      return try perform(words, reader)
    } catch let failure as Failure {
      world.complain(failure.words, .bad)
      return failure.status == ExitStatus.usage.rawValue ? .refused : .done
    } catch {
      world.complain(String(describing: error), .bad)
      return .done
    }
  }

  private func perform(_ typed: [String], _ reader: any LineReader) throws -> Outcome {
    // Somebody may type or paste it as in a shell.
    let words = typed.first == "huddle" ? Array(typed.dropFirst()) : typed
    guard let first = words.first else { return .done }
    if Self.farewells.contains(first) { return .ended(0) }
    if let command = Tool.spelled(first) { return try perform([command], reader) }
    if NearestWord.find(first, in: Subcommand.all.map(\.name) + Self.farewells) == "quit" {
      throw Failure("There is no command “\(first)”: did you mean quit?", .usage)
    }
    let invocation = try CommandParser.parse(words)
    let world = self.world.adjusted(to: invocation)
    if !invocation.has("--help"), let status = try meeting(invocation, world, reader) {
      // A window that was closed ends everything.
      let endings: [ExitStatus] = [.terminated, .hungUp, .badData]
      return endings.contains { $0.rawValue == status } ? .ended(status) : .done
    }
    reader.release()
    _ = try Tool.perform(invocation, world)
    return .done
  }

  private static let farewells = ["quit", "exit", "q"]

  /// Meetings use the REPL's own reader: there is one terminal.
  private func meeting(_ invocation: Invocation, _ world: World, _ reader: any LineReader) throws
    -> Int32?
  {
    let live = LiveMeeting(world, reader: reader)
    switch invocation.subcommand.name {
    case "resume":
      return try live.resume(invocation)
    case "replay": return try live.replay(invocation)
    case "run" where invocation.options["--answers"] == nil:
      guard let name = invocation.operands.first else { return nil }
      return try live.begin(try PlaybookShelf(world).load(name), invocation)
    default: return nil
    }
  }
}
