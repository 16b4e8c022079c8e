#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import Console
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  static let showWall = Subcommand(
    "wall", "[SESSION]", most: 1,
    summary: "follow a running meeting in a second window, for everybody to see",
    example: "huddle wall", options: [.noNames]
  ) { invocation, world in
    try WallWindow(
      world, session: invocation.operands.first, showsNames: !invocation.has("--no-names")
    ).run()
  }
}

/// Follows a session's file without a lock, and redraws whenever it has grown.
struct WallWindow {
  let world: World
  let name: String?
  /// False where the wall may be seen by those who were not there.
  let showsNames: Bool

  init(_ world: World, session name: String?, showsNames: Bool) {
    self.world = world
    self.name = name
    self.showsNames = showsNames
  }

  /// Until Ctrl-C; without a terminal the wall is shown once.
  func run() throws -> Int32 {
    let path = try SessionStore(world).read(name, namesPeople: showsNames).path
    let output = world.output
    let steering = try WallSteering(world, session: sessionID(path))
    var shown: [Int] = []
    var changesAt: Instant?
    while true {
      let state = [Files.size(path), steering.view.hashValue, world.columns, rows]
      if state != shown || changesAt.map({ $0 <= world.now() }) == true {
        let (lines, until) = try page(path, steering.view)
        draw(lines, output)
        changesAt = until
      }
      shown = state
      guard isatty(1) == 1, output.failure == nil else { return 0 }
      usleep(300_000)
    }
  }

  private func sessionID(_ path: String) throws -> String {
    try SessionStore(world).look(at: path).session.state.opened?.session ?? ""
  }

  private func page(_ path: String, _ view: Wall.View) throws -> ([StyledText], Instant?) {
    let read = try SessionStore(world).read(path, namesPeople: showsNames).session
    let session = showsNames ? read : NamelessSession(read).session
    let now = world.now()
    let wall = Wall(session, view, Moment(now: now, offset: world.offset(at: now)))
    let printer = UtterancePrinter(
      output: world.output, columns: world.columns, isPlain: world.isPlain)
    let heads = wall.utterances.flatMap { said -> [StyledText] in
      if case .entries = said { [] } else { printer.lines([said], session) }
    }
    let lists = wall.utterances.count { if case .entries = $0 { true } else { false } }
    let foot = foot(wall)
    let room = max(3, (rows - 2 - heads.count - foot.count) / max(1, lists))
    let lines = wall.utterances.flatMap { said -> [StyledText] in
      guard case .entries(let entries) = said, !world.isPlain else {
        return printer.lines([said], session)
      }
      return EntryColumns(entries, width: world.columns, rows: room).lines
    }
    return ([StyledText(wall.title, .bold)] + lines + foot, wall.changesAt)
  }

  /// The last line: whether the meeting is over, and how whoever opened the window leaves it.
  private func foot(_ wall: Wall) -> [StyledText] {
    let leaving = isatty(1) == 1 ? "Ctrl-C leaves the wall." : nil
    let words = [wall.footing, leaving].compactMap { $0 }.joined(separator: " ")
    return words.isEmpty ? [] : [StyledText(words, .dim)]
  }

  private var rows: Int {
    Terminal(descriptor: 1, environment: world.environment).windowSize?.rows ?? 24
  }

  /// The newest lines win where the window is too low for all.
  private func draw(_ lines: [StyledText], _ output: Output) {
    guard isatty(1) == 1 else { return output.lines(lines) }
    let room = max(3, rows - 1)
    let kept = lines.count <= room ? lines : Array(lines.prefix(4) + lines.suffix(room - 4))
    output.page(kept)
  }
}

/// What the console asks the wall to show, in a small file of the state folder.
struct WallSteering {
  private let folder: String
  private var path: String { folder + "/wall" }

  init(_ world: World, session: String) {
    folder = StateFolder(world.stateFolder).folder(session: session)
  }

  var view: Wall.View {
    let word = (try? Files.text(path))?.trimmed ?? ""
    return Wall.View(rawValue: word) ?? .list
  }

  func write(_ view: Wall.View) throws(Failure) {
    try Files.makeFolder(folder)
    try Files.write(view.rawValue + "\n", to: path, replacing: true)
  }
}
