import Console
import Facilitation
import Journal
import Outcomes
import Session
import Values

/// What Tab offers at home: commands, their options, and what each of them takes, with descriptions.
struct HomeCompletion {
  let world: World
  private let shell = ShellCompletion(Subcommand.all)

  init(_ world: World) { self.world = world }

  func candidates(_ before: String) -> [Completion] {
    let words = CommandWords.split(before) ?? CommandWords.split(before + "\"") ?? []
    let isNew = before.last?.isWhitespace ?? true
    let typed = isNew ? "" : words.last ?? ""
    let done = isNew ? words : Array(words.dropLast())
    let folded = TextFolding.fold(typed)
    return options(after: done, typed)
      .filter { TextFolding.fold($0.replacement).hasPrefix(folded) }
      .map { quoted($0, replacing: before, typed) }
  }

  /// In quotes where it has spaces, as the line is cut into words again.
  private func quoted(_ completion: Completion, replacing before: String, _ typed: String)
    -> Completion
  {
    let hasQuote = before.dropLast(typed.count).last == "\""
    var completion = completion
    completion.replacedCount = typed.count + (hasQuote ? 1 : 0)
    if completion.replacement.contains(" ") || hasQuote {
      completion.replacement = "\"\(completion.replacement)\""
    }
    return completion
  }

  private func options(after done: [String], _ typed: String) -> [Completion] {
    guard let name = done.first, let command = Subcommand.all.first(where: { $0.name == name })
    else {
      guard done.isEmpty else { return [] }
      return Subcommand.all.map { Completion($0.name, $0.summary) } + [Completion("quit", "leave")]
    }
    if typed.hasPrefix("-") { return command.options.map { Completion($0.name, $0.help) } }
    if let last = done.last, let option = command.options.first(where: { $0.name == last }),
      option.value != nil
    {
      return values(option, typed)
    }
    return operands(command, done, typed)
  }

  // MARK: - What follows an option

  private func values(_ option: Subcommand.Option, _ typed: String) -> [Completion] {
    switch option.name {
    case "--project": projects
    case "--owner", "--as": owners
    default: offered(ShellCompletion.offer(option), typed)
    }
  }

  private func operands(_ command: Subcommand, _ done: [String], _ typed: String) -> [Completion] {
    let taken = done.dropFirst().filter { !$0.hasPrefix("-") }
    let offer = shell.offer(command)
    // A list of files goes on; of anything else there is one.
    let isList = command.operands.hasSuffix("…")
    guard taken.isEmpty || isList || done.last == "show" else { return [] }
    if command.operands.contains("PROJECT") { return sessions.map(\.completion) + projects }
    if command.name == "resume" { return sessions.filter(\.isOpen).map(\.completion) }
    if offer == .playbooks { return playbooks + files(typed, ending: ".yaml") }
    if command.name == "help" { return Subcommand.all.map { Completion($0.name, $0.summary) } }
    if done.last == "show", command.name == "playbooks" { return playbooks }
    return offered(offer, typed)
  }

  private func offered(_ offer: ShellCompletion.Offer, _ typed: String) -> [Completion] {
    switch offer {
    case .nothing: []
    case .words(let words): words.map { Completion($0) }
    case .files: files(typed)
    case .folders: files(typed, ending: "/")
    case .sessions: sessions.map(\.completion)
    case .playbooks: playbooks
    }
  }

  // MARK: - What there is

  private var playbooks: [Completion] {
    PlaybookShelf(world).entries.map { Completion($0.id, $0.summary) }
  }

  private var sessions: [(completion: Completion, isOpen: Bool)] {
    entries.map { entry in
      let state = entry.closed == nil ? "open" : "closed"
      return (
        Completion(
          String(entry.name.dropLast(6)), "\(state) · \(entry.project) · \(entry.playbookTitle)"),
        entry.closed == nil
      )
    }
  }

  private var entries: [LibraryEntry] {
    let listing = try? SessionStore(world).library.listing()
    return (listing?.entries ?? []).sorted { ($1.last, $1.name) < ($0.last, $0.name) }
  }

  private var projects: [Completion] {
    var counts: [String: Int] = [:]
    for entry in entries { counts[entry.project, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map {
      Completion($0.key, $0.value.counted("session"))
    }
  }

  /// Whoever owns something that was settled.
  private var owners: [Completion] {
    let settled = (try? SessionStore(world).library.outcomes())?.settled ?? []
    return Set(settled.flatMap(\.outcomes).compactMap(\.owner)).sorted().map { Completion($0) }
  }

  /// The files and folders that a typed path may go on with.
  private func files(_ typed: String, ending: String = "") -> [Completion] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    return Files.names(in: folder.isEmpty ? "." : folder).compactMap { name in
      guard !name.hasPrefix(".") || typed.dropFirst(folder.count).hasPrefix(".") else { return nil }
      // What no key can type is not offered either.
      guard TerminalText.visibleLine(name) == name else { return nil }
      let path = folder + name
      if Files.isFolder(path) { return Completion(path + "/") }
      return path.hasSuffix(ending) ? Completion(path) : nil
    }
  }
}
