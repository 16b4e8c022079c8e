import Console
import PlaybookLanguage
import Playbooks
import Values

/// Where playbooks are found: a file, the library's own folder, or those that huddle brings along.
struct PlaybookShelf {
  let world: World

  init(_ world: World) { self.world = world }

  /// The library's own playbooks: a file here shadows one that huddle brings along.
  var folder: String { "\(world.sessionsFolder)/playbooks" }

  struct Source {
    /// As they are in the file: whether they are text is for the language to say.
    let bytes: [UInt8]
    let file: String

    /// For showing lines of it; what is no text shows as a mark.
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Loads a playbook by id or path.
  ///
  /// Mistakes are shown, and end the command with 65.
  func load(_ name: String) throws(Failure) -> Playbook {
    let source = try source(of: name)
    let (playbook, diagnostics) = check(source)
    guard let playbook else {
      show(diagnostics, source)
      throw Failure(
        "\(name) cannot be run: \(Self.count(diagnostics)). huddle check \(name) shows them.",
        .badData)
    }
    return playbook
  }

  /// A playbook by id, without a word where there is none or it has mistakes.
  func find(_ id: String) -> Playbook? { shelved(id).flatMap { check($0).0 } }

  func check(_ source: Source) -> (Playbook?, [Diagnostic]) {
    PlaybookLoader.load(bytes: source.bytes, file: source.file) { part in
      self.part(part, beside: source.file).map { ($0.bytes, $0.file) }
    }
  }

  static func count(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.count { $0.severity == .error }.counted("mistake")
  }

  // MARK: Finding

  func source(of name: String) throws(Failure) -> Source {
    if name == "-" { return Source(bytes: try Files.read("-"), file: "standard input") }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/") && !isPart(name) {
      return Source(bytes: try Files.read(name), file: name)
    }
    if let source = shelved(name) { return source }
    let near = NearestWord.find(name, in: ids)
    throw Failure(
      "There is no playbook “\(name)”"
        + (near.map { ": did you mean \($0)?" } ?? "; huddle playbooks lists them."),
      .missingFile)
  }

  private func isPart(_ name: String) -> Bool { name.hasPrefix("common/") }

  private func shelved(_ id: String) -> Source? {
    guard Self.isSafe(id) else { return nil }
    let path = "\(folder)/\(id).yaml"
    if Files.exists(path), let bytes = try? Files.read(path) {
      return Source(bytes: bytes, file: path)
    }
    return Catalogue.entry(named: id).map {
      Source(bytes: $0.bytes, file: "\(id).yaml")
    }
  }

  /// A part stands beside the file that uses it, in the library, or among huddle's own.
  private func part(_ name: String, beside file: String) -> Source? {
    guard Self.isSafe(name) else { return nil }
    if let slash = file.lastIndex(of: "/") {
      let path = "\(file[..<slash])/\(name).yaml"
      if Files.exists(path), let bytes = try? Files.read(path) {
        return Source(bytes: bytes, file: path)
      }
    } else if file.hasSuffix(".yaml"), Files.exists("\(name).yaml"), Files.exists(file),
      let bytes = try? Files.read("\(name).yaml")
    {
      return Source(bytes: bytes, file: "\(name).yaml")
    }
    return shelved(name)
  }

  /// No part of a name climbs out of its folder.
  static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 128
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { piece in
        !piece.isEmpty
          && piece.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
          }
      }
  }

  // MARK: Listing

  struct Shelved {
    let id: String
    let title: String
    let summary: String
    let time: TimeSpan?
    /// `built in`, or the path.
    let place: String
    /// One of the library's that stands in place of one that huddle brings along.
    let shadowsOwn: Bool
    let isSound: Bool
  }

  /// What can be run: huddle's own, then the library's; one of the library's shadows huddle's.
  var entries: [Shelved] { ids.compactMap { id in shelved(id).map { entry(id, $0) } } }

  private var ids: [String] {
    let own = Catalogue.meetings.map(\.name)
    let added = Files.names(in: folder).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.filter(Self.isSafe)
    return own + added.filter { !own.contains($0) }
  }

  private func entry(_ id: String, _ source: Source) -> Shelved {
    // huddle's own are sound: a test checks them, and nobody waits for it at each start.
    if !source.file.contains("/"), let head = PlaybookHead(bytes: source.bytes) {
      return Shelved(
        id: id, title: head.title, summary: head.summary, time: head.time, place: "built in",
        shadowsOwn: false, isSound: true)
    }
    let playbook = check(source).0
    return Shelved(
      id: id, title: playbook?.title ?? id, summary: playbook?.summary ?? "has mistakes",
      time: playbook?.time, place: source.file.contains("/") ? source.file : "built in",
      shadowsOwn: source.file.contains("/") && Catalogue.entry(named: id) != nil,
      isSound: playbook != nil)
  }

  // MARK: Showing mistakes

  func show(_ diagnostics: [Diagnostic], _ source: Source) {
    guard !diagnostics.isEmpty else { return }
    var sources = [source.file: source.text]
    for file in Set(diagnostics.map(\.span.file)) where sources[file] == nil {
      sources[file] = try? self.source(of: file).text
    }
    let renderer = DiagnosticRenderer(sources: sources)
    for diagnostic in diagnostics.prefix(Self.mostShown) {
      for line in renderer.lines(diagnostic) {
        world.errors.line(
          StyledText(spans: line.map { .init(Self.shown($0), Self.style($0.role)) }))
      }
      world.errors.line()
    }
    let rest = diagnostics.count - Self.mostShown
    if rest > 0 {
      world.errors.line("… and \(rest) more: mend these first, and look again.")
    }
  }

  /// A file's name stays on its line, whatever is in it.
  private static func shown(_ piece: DiagnosticRenderer.Run) -> String {
    piece.role == .place ? TerminalText.visibleLine(piece.text) : piece.text
  }

  /// A screen or two is what anybody reads before mending.
  private static let mostShown = 50

  private static func style(_ role: DiagnosticRenderer.Role) -> Style {
    switch role {
    case .error: .bad
    case .warning: .warn
    case .caret: .accent
    case .message: .bold
    case .gutter: .dim
    case .place, .source, .note: .plain
    }
  }
}
