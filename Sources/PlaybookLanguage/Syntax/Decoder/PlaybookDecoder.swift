import Values

/// Reads a tree, every `use` inlined, as a playbook, and reports every mistake of it in one run.
///
/// What is mistaken reads as if it were not written, so that reading goes on; the playbook is sound
/// only where no error was reported.
final class PlaybookDecoder {
  var diagnostics: [Diagnostic] = []
  var scope: NameScope
  /// Where each full name was first declared.
  var nameSpans: [String: SourceSpan] = [:]
  var sectionSpans: [String: SourceSpan] = [:]
  var documentSpans: [String: SourceSpan] = [:]
  var partSpans: [String: SourceSpan] = [:]
  var outcomeSpans: [String: SourceSpan] = [:]
  /// Loops around the place where a part's constant was filled, which it may read.
  var givenVariables: [String: [String]] = [:]
  /// Names that no loop of their own file stands around: they are read bare.
  private(set) var readable: Set<String> = []
  /// Questions and columns of which nobody can say what kind they are.
  var unsure: Set<String> = []
  /// Where the meeting's length stands.
  var timeSpan = SourceSpan(file: "", line: 1, column: 1)
  /// Questions that documents name outside expressions, for the checker.
  var mentions: [Mention] = []
  var playbook: Playbook

  /// A question's name as a document's part writes it.
  struct Mention {
    let name: String
    let written: String
    let span: SourceSpan
    let part: DocumentPart.Kind
  }

  /// More mistakes than this are one: it is another file than was meant.
  static let mostMistakes = 100
  /// Names in one map or words in one list: nobody reads more, and some are compared with each other.
  static let mostNames = 500

  /// True where nothing more is read, since enough is wrong already.
  var isFull: Bool { diagnostics.count >= Self.mostMistakes }

  private init(_ node: YAMLNode) {
    scope = NameScope(prefix: "", declared: Declarations(of: node))
    playbook = Playbook(id: "", version: "", title: "")
  }

  /// The playbook as far as it can be read, and what is wrong with it.
  static func decode(_ node: YAMLNode) -> PlaybookDecoder {
    let decoder = PlaybookDecoder(node)
    decoder.readPlaybook(node)
    decoder.playbook.source = node
    return decoder
  }

  func isReadable(_ name: String) -> Bool { readable.contains(name) }

  func noteReadable(_ name: String) { readable.insert(name) }

  func report(
    _ rule: DiagnosticRule, at span: SourceSpan, _ message: String, label: String? = nil,
    notes: [String] = []
  ) {
    guard !isFull else { return }
    diagnostics.append(Diagnostic(rule, at: span, message, label: label, notes: notes))
  }

  private func readPlaybook(_ node: YAMLNode) {
    let fields = fields(node, LanguageTable.playbook)
    checkVersion(fields)
    playbook.id = slug(fields, "id")?.text ?? ""
    playbook.version = plain(fields, "version") ?? ""
    playbook.title = plain(fields, "title") ?? ""
    playbook.summary = plain(fields, "summary") ?? ""
    playbook.time = duration(fields, "time")
    timeSpan = fields.keySpan("time")
    playbook.currency = plain(fields, "currency")
    playbook.isPrivate = yesno(fields, "private")
    readRoles(fields)
    readEarlier(fields)
    readGivens(fields, filledBy: [:])
    playbook.sections = sections(fields) + sectionOfPart(fields)
    playbook.outcomes += items(fields, "outcomes").compactMap(outcome)
    playbook.documents += items(fields, "documents").map(document)
  }

  /// A part of plain steps can be checked and tried by itself, as one section.
  private func sectionOfPart(_ fields: Fields) -> [Section] {
    if fields["steps"] != nil {
      let title = Template(.prose([.text(playbook.title)]), at: fields.keySpan("title"))
      let steps = steps(fields, "steps", in: playbook.id)
      return [Section(id: playbook.id, title: title, time: playbook.time, steps: steps)]
    }
    if fields["sections"] == nil, fields.node.entries?.isEmpty == false {
      report(
        .missingField, at: fields.span, "a playbook needs 'sections'",
        notes: ["a section has an id, a title and steps"])
    }
    return []
  }

  func checkVersion(_ fields: Fields) {
    guard let version = count(fields, "huddle"), version != LanguageTable.version else { return }
    report(
      .languageVersion, at: fields["huddle"]?.span ?? fields.span,
      "this huddle reads version \(LanguageTable.version) of the language",
      label: "the file says \(version)",
      notes: [version > 1 ? "a newer huddle reads it" : "write huddle: 1"])
  }

  func readRoles(_ fields: Fields) {
    guard let node = fields["roles"] else { return }
    for entry in entries(node, called: "roles", of: "roles") {
      guard let source = source(of: entry.value, called: entry.name),
        let word = word(source, called: "way to hold a role", among: ["person", "people"])
      else { continue }
      checkRoleName(entry)
      scope.roles.insert(entry.name)
      if !playbook.roles.contains(where: { $0.name == entry.name }) {
        playbook.roles.append(.init(name: entry.name, isMany: word == "people"))
      }
    }
  }

  private func checkRoleName(_ entry: YAMLEntry) {
    guard playbook.roles.allSatisfy({ $0.name != entry.name }) else { return }
    let outer = scope
    scope = NameScope(prefix: "", declared: outer.declared)
    _ = declare(entry.key)
    scope = outer
  }

  private func readEarlier(_ fields: Fields) {
    guard let node = fields["earlier"] else { return }
    for entry in entries(node, called: "earlier", of: "names") {
      _ = declare(entry.key)
      scope.earlier.insert(entry.name)
      playbook.earlier[entry.name] = source(of: entry.value, called: entry.name)?.text
    }
  }

  /// Reads the constants of a file; where it is a part, `with` fills them.
  func readGivens(_ fields: Fields, filledBy with: [String: Template]) {
    guard let node = fields["given"] else { return }
    for entry in entries(node, called: "given", of: "constants") {
      let name = declare(entry.key)
      let value = with[entry.name] ?? given(entry.value, called: entry.name)
      guard let value else { continue }
      if with[entry.name] != nil { givenVariables[name] = scope.hidden }
      playbook.givens.append(.init(name: name, value: value))
    }
  }
}
