import Console
import PlaybookLanguage
import Values

/// Checks files, and those in folders, and shows what is wrong with them, all in one run.
struct PlaybookCheck {
  let world: World

  init(_ world: World) { self.world = world }

  func run(_ names: [String], asJSON: Bool) throws(Failure) -> Int32 {
    let shelf = PlaybookShelf(world)
    var found: [Diagnostic] = []
    var missing: Failure?
    var unread: [JSONValue] = []
    for name in names.flatMap(files) {
      do {
        let source = try shelf.source(of: name)
        let diagnostics = shelf.check(source).1
        found += diagnostics
        if !asJSON { show(diagnostics, source, name) }
      } catch {
        // The others are checked all the same.
        world.errors.line("huddle: \(error.words)")
        unread.append(
          ["file": .string(name), "severity": "error", "message": .string(error.words)])
        missing = missing ?? error
      }
    }
    if asJSON {
      world.output.document(JSONValue.array(unread + found.map(\.json)).encoded() + "\n")
    }
    if found.contains(where: { $0.severity == .error }) { return ExitStatus.badData.rawValue }
    return missing?.status ?? 0
  }

  private func show(_ diagnostics: [Diagnostic], _ source: PlaybookShelf.Source, _ name: String) {
    if diagnostics.isEmpty {
      world.output.line("\(TerminalText.visibleLine(source.file)): no problems")
    }
    PlaybookShelf(world).show(diagnostics, source)
  }

  /// A folder stands for the playbooks in it, those in its folders too.
  private func files(_ name: String) -> [String] {
    guard name != "-", Files.isFolder(name) else { return [name] }
    var found: [String] = []
    var folders = [name]
    while let folder = folders.popLast() {
      for entry in Files.names(in: folder) where !entry.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)"
        if Files.isFolder(path) {
          folders.append(path)
        } else if entry.hasSuffix(".yaml") || entry.hasSuffix(".yml") {
          found.append(path)
        }
      }
    }
    let others = found.filter { !Self.isPlaybook($0) }.sorted()
    for other in others {
      world.errors.line("\(other): not looked at, since no line of it begins with 'huddle:'")
    }
    return found.filter { !others.contains($0) }.sorted()
  }

  /// Answers and other people's files lie beside playbooks; what cannot be read is told of later.
  private static func isPlaybook(_ path: String) -> Bool {
    guard let text = try? Files.text(path) else { return true }
    return text.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("huddle") || line.hasPrefix("sections:") || line.hasPrefix("extends:")
    }
  }
}
