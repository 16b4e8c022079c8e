import Facilitation
import Journal
import PlaybookLanguage
import Values

/// The drafts of one meeting, kept beside its session so that it can be resumed with them.
struct Preparation {
  let drafts: DraftedAnswers
  private let text: String

  /// Reads a file of drafts, which is a file of answers by question.
  init(_ file: String, for playbook: Playbook, _ world: World) throws {
    let bytes = try Files.read(file)
    let (read, diagnostics) = AnswerFile.read(bytes, file: file, for: playbook)
    guard let read else {
      PlaybookShelf(world).show(diagnostics, .init(bytes: bytes, file: file))
      throw Failure("\(file) has \(PlaybookShelf.count(diagnostics)).", .badData)
    }
    guard case .answers(let answers) = read else {
      throw Failure(
        "\(file) holds typed lines. Drafts are written by question, such as goal: Replace billing.",
        .badData)
    }
    drafts = DraftedAnswers(answers)
    text = String(decoding: bytes, as: UTF8.self)
  }

  private static func path(_ world: World, _ session: String) -> String {
    StateFolder(world.stateFolder).folder(session: session) + "/prepared.yaml"
  }

  func keep(_ world: World, session: String) throws {
    try Files.makeFolder(StateFolder(world.stateFolder).folder(session: session))
    try Files.write(text, to: Self.path(world, session), replacing: true)
  }

  /// The drafts that a session was begun with; nil for a session that was not prepared.
  static func kept(_ world: World, session: String, for playbook: Playbook) -> Preparation? {
    let path = path(world, session)
    guard Files.exists(path) else { return nil }
    return try? Preparation(path, for: playbook, world)
  }
}
