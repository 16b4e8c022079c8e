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
    while true {
      let request = ReadRequest(
        prompt: StyledText("huddle> ", .accent), historyKind: "command",
        completions: HomeCompletion(world).candidates)
      switch reader.readLine(request) {
      case .line(let line, _):
        guard let words = CommandWords.split(line) else {
          world.errors.line("A quotation mark is not closed.")
          continue
        }
        if let status = perform(words, reader) { return status }
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
      for entry in open.prefix(5) { world.output.lines(SessionList(world).lines(entry, indent: 2)) }
      world.output.line("Or start one:")
    }
    world.output.lines(PlaybookRow.lines(PlaybookShelf(world).entries, prefix: "run ", world))
    world.say("help lists the commands, Tab completes them, quit leaves.", .dim)
  }

  /// Runs one line; gives a status where it ends the REPL.
  private func perform(_ words: [String], _ reader: any LineReader) -> Int32? {
    guard let first = words.first else { return nil }
    if ["quit", "exit", "q"].contains(first) { return 0 }
    do {
      let invocation = try CommandParser.parse(words)
      let world = self.world.adjusted(to: invocation)
      if !invocation.has("--help"), let status = try meeting(invocation, world, reader) {
        // A window that was closed ends everything.
        let endings: [ExitStatus] = [.terminated, .hungUp, .badData]
        if endings.contains(where: { $0.rawValue == status }) { return status }
      } else {
        reader.release()
        _ = try Tool.perform(invocation, world)
      }
    } catch let failure as Failure {
      world.errors.line(StyledText(failure.words, .bad))
    } catch {
      world.errors.line(StyledText(String(describing: error), .bad))
    }
    return nil
  }

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

/// A typed line in words, as a shell would cut it: quotes keep spaces.
enum CommandWords {
  /// Nil where a quotation mark is not closed.
  static func split(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return quote == nil ? words : nil
  }
}

/// What Tab offers at home: commands, their options, playbooks, sessions, formats.
struct HomeCompletion {
  let world: World

  init(_ world: World) { self.world = world }

  func candidates(_ before: String) -> [Completion] {
    let words = CommandWords.split(before) ?? []
    let isNew = before.last?.isWhitespace ?? true
    let typed = isNew ? "" : words.last ?? ""
    let done = isNew ? words : Array(words.dropLast())
    return options(after: done, typed).filter { $0.replacement.hasPrefix(typed) }
  }

  private func options(after done: [String], _ typed: String) -> [Completion] {
    guard let name = done.first, let command = Subcommand.all.first(where: { $0.name == name })
    else {
      guard done.isEmpty else { return [] }
      return Subcommand.all.map { Completion($0.name, $0.summary) } + [Completion("quit", "leave")]
    }
    if typed.hasPrefix("-") { return command.options.map { Completion($0.name, $0.help) } }
    switch name {
    case "run": return done.count == 1 ? playbooks : []
    case "resume", "show", "export", "verify": return done.count == 1 ? sessions : []
    case "help": return Subcommand.all.map { Completion($0.name, $0.summary) }
    case "playbooks": return done.count == 1 ? [Completion("show")] : playbooks
    default: return []
    }
  }

  private var playbooks: [Completion] {
    PlaybookShelf(world).entries.map { Completion($0.id, $0.summary) }
  }

  private var sessions: [Completion] {
    ((try? SessionList(world).entries()) ?? []).map { entry in
      Completion(String(entry.name.dropLast(6)), "\(entry.project) · \(entry.playbookTitle)")
    }
  }
}
