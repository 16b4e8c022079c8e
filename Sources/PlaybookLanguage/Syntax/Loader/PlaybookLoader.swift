package import Values

/// Loads playbooks: text in, a checked playbook and every mistake of its files out.
package enum PlaybookLoader {
  /// Finds the bytes of a part (`common/opening`) and the name under which people know its file.
  package typealias Parts = (String) -> (bytes: [UInt8], file: String)?

  /// Loads a playbook with all its parts inlined; nil where there is an error in it.
  ///
  /// The diagnostics stand in the order of the file, warnings among them. `parts` is asked for
  /// what `use` and `extends` name, once each time; it is the only way to other files.
  package static func load(
    text: String, file: String, parts: Parts = { _ in nil }
  ) -> (Playbook?, [Diagnostic]) {
    load(bytes: Array(text.utf8), file: file, parts: parts)
  }

  /// As `load(text:file:parts:)`, for bytes that may not be text at all.
  package static func load(
    bytes: [UInt8], file: String, parts: Parts = { _ in nil }
  ) -> (Playbook?, [Diagnostic]) {
    let (node, diagnostics) = YAMLReader.read(bytes, file: file)
    guard let node else { return (nil, diagnostics) }
    return withoutActuallyEscaping(parts) { parts in
      var expander = PlaybookExpander(parts: parts)
      expander.diagnostics = diagnostics
      let expanded = expander.expand(node, from: [])
      expander.checkDepth(expanded)
      return finish(expanded, expander.diagnostics)
    }
  }

  /// Reads the expanded playbook that a session has pinned; no other file is needed.
  ///
  /// It was checked when the session opened, so names and types are not checked again: a huddle
  /// that checks more must not refuse a meeting that has begun. nil where it is not a playbook.
  package static func load(
    body: JSONValue, file: String = "the pinned playbook"
  ) -> (Playbook?, [Diagnostic]) {
    let decoder = PlaybookDecoder.decode(YAMLNode(json: body, file: file))
    let isSound = !decoder.diagnostics.contains {
      $0.severity == .error && !refusedSinceSessionsExist.contains($0.rule)
    }
    return (isSound ? decoder.playbook : nil, decoder.diagnostics)
  }

  /// What an earlier huddle let pass reads as if it were not written, and the meeting goes on.
  private static let refusedSinceSessionsExist: Set<DiagnosticRule> = [
    .emptyField, .badNumber, .misplacedField, .missingField, .anonymousRoundRobin,
  ]

  /// What a session pins of a playbook, in bytes: all of it stands in one line of the file.
  private static let longestBody = 512 << 10

  private static func finish(
    _ node: YAMLNode, _ before: [Diagnostic]
  ) -> (Playbook?, [Diagnostic]) {
    let decoder = PlaybookDecoder.decode(node)
    var diagnostics = before + decoder.diagnostics
    let found = PlaybookChecker.check(decoder)
    let isBroken = before.contains { $0.severity == .error }
    diagnostics += isBroken ? found.filter { $0.severity == .error } : found
    if !diagnostics.contains(where: { $0.severity == .error }),
      case let size = decoder.playbook.body.canonical.count, size > longestBody
    {
      diagnostics.append(
        Diagnostic(
          .tooLarge, at: node.span,
          "with its parts, this playbook is \(size >> 10) KiB, and a session takes \(longestBody >> 10)",
          notes: ["make two playbooks of it, or take a part out that is used many times"]))
    }
    diagnostics = tidied(diagnostics, yaml: before)
    let isSound = !diagnostics.contains { $0.severity == .error }
    return (isSound ? decoder.playbook : nil, diagnostics)
  }

  /// Each mistake once, in the order of the file; what only follows from a slip of YAML's is left out.
  private static func tidied(_ diagnostics: [Diagnostic], yaml: [Diagnostic]) -> [Diagnostic] {
    struct Place: Hashable {
      let file: String
      let line: Int
      let column: Int
      let rule: String
    }
    struct Line: Hashable {
      let file: String
      let line: Int
    }
    let slips = Set(yaml.map { Line(file: $0.span.file, line: $0.span.line) })
    var seen: Set<Place> = []
    var files: [String: Int] = [:]
    var kept: [Diagnostic] = []
    for (index, diagnostic) in diagnostics.enumerated() {
      let span = diagnostic.span
      if files[span.file] == nil { files[span.file] = files.count }
      let place = Place(
        file: span.file, line: span.line, column: span.column, rule: diagnostic.rule.code)
      // Those of YAML stand first.
      let follows =
        index >= yaml.count && slips.contains(Line(file: span.file, line: span.line))
      if !follows, seen.insert(place).inserted { kept.append(diagnostic) }
    }
    return kept.sorted { a, b in
      let order = { (span: SourceSpan) in
        (files[span.file] ?? 0, span.line, span.column)
      }
      return order(a.span) < order(b.span)
    }
  }
}
