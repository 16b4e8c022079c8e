import Console
import Journal
import PlaybookLanguage
import Session
import Values

/// A newer playbook for a session that goes on: what would change, and the change itself.
struct SessionUpgrade {
  let world: World
  let open: SessionStore.Open

  init(_ open: SessionStore.Open, _ world: World) {
    self.world = world
    self.open = open
  }

  private var pinned: Playbook { open.session.playbook }

  /// Says that a newer version is there; nothing where there is none.
  func tellOfNewer() {
    guard let newer = PlaybookShelf(world).find(pinned.id),
      Self.isNewer(newer.version, than: pinned.version)
    else { return }
    world.say(
      "\(newer.title) \(newer.version) is there; this session keeps \(pinned.version). "
        + "huddle resume --upgrade shows what would change.", .dim)
  }

  /// Shows what would change, asks, and records it; the session as it goes on from here.
  func offer(from file: String?, confirms: (String) -> Bool) throws -> SessionStore.Open {
    let newer = try PlaybookShelf(world).load(file ?? pinned.id)
    guard newer.id == pinned.id else {
      throw Failure(
        "\(file ?? newer.id) is the playbook \(newer.id); this session runs \(pinned.id).", .usage)
    }
    guard newer.body.canonical != pinned.body.canonical else {
      world.say("\(pinned.title) \(pinned.version) is what this session has already.", .dim)
      return open
    }
    let now = world.now()
    let upgrade = PlaybookUpgrade(
      of: open.session, to: newer, at: now, offset: world.offset(at: now))
    world.say("\(pinned.title) \(pinned.version) → \(newer.version)", .bold)
    world.output.lines(UpgradePlan(upgrade).lines(columns: world.listColumns))
    guard confirms("Take it over? /undo takes it back.") else {
      world.say("It stays with \(pinned.version).", .dim)
      return open
    }
    return try record(upgrade.fact, at: now)
  }

  private func record(_ fact: Fact, at now: Instant) throws -> SessionStore.Open {
    let records = try Failure.from { () throws(JournalError) in
      try open.journal.append([fact], at: now)
    }
    var session = open.session
    for record in records { session.append(record) }
    return SessionStore.Open(
      journal: open.journal, session: session, isResumed: open.isResumed,
      hasToldOfDrafts: open.hasToldOfDrafts, comesFromElsewhere: open.comesFromElsewhere)
  }

  /// By the numbers in it, as 1.10 comes after 1.9.
  static func isNewer(_ version: String, than other: String) -> Bool {
    func numbers(_ text: String) -> [Int] { text.split { !$0.isNumber }.compactMap { Int($0) } }
    return numbers(other).lexicographicallyPrecedes(numbers(version))
  }
}

/// What an upgrade would change, in words.
struct UpgradePlan {
  private let changes: [PlaybookUpgrade.Change]

  init(_ upgrade: PlaybookUpgrade) { changes = upgrade.changes }

  func lines(columns: Int) -> [StyledText] {
    guard !changes.isEmpty else {
      return ["   No question is another one; what was answered stays."]
    }
    return changes.flatMap { change -> [StyledText] in
      let (what, words) = Self.words(change)
      let line = TerminalText.visible("   \(DisplayText.padded(what, to: 11))  \(words)")
      if DisplayWidth.of(line) <= columns { return [StyledText(line)] }
      return wrap(TerminalText.visible("\(what): \(words)"), width: columns, indent: 3, hanging: 2)
        .map { StyledText($0) }
    }
  }

  private static func words(_ change: PlaybookUpgrade.Change) -> (String, String) {
    switch change {
    case .added(let id, let words):
      ("new", "\(id): \(words)")
    case .renamed(let from, let to):
      ("renamed", "\(from) is \(to) now; its answer moves along")
    case .reworded(let id, let from, let to):
      ("reworded", "\(id): “\(from)” is “\(to)” now; its answer stays")
    case .converted(let address, let from, let to):
      ("converted", "\(address): “\(from)” becomes “\(to)”")
    case .askedAgain(let address, let words, let why):
      ("asked again", "\(address)\(words.isEmpty ? "" : ", “\(words)”"): \(Self.words(why))")
    case .removed(let id, let answers):
      ("gone", "\(id): no longer asked" + (answers == 0 ? "" : "; what was said stays in the file"))
    }
  }

  private static func words(_ why: PlaybookUpgrade.Why) -> String {
    switch why {
    case .refused(let words): words
    case .check(let words): words
    case .kind(let from, let to): "a \(from.rawValue) before, a \(to.rawValue) now"
    case .column(let name): "the column \(name) is new or another"
    }
  }
}
