import PlaybookLanguage
import Playbooks

/// A playbook's file: a playbook or a mistake comes out, and what is pinned of it can be read.
func playbook(_ bytes: [UInt8]) {
  let (playbook, diagnostics) = PlaybookLoader.load(bytes: bytes, file: "fuzz.yaml") { name in
    Catalogue.entry(named: name).map { ($0.bytes, name + ".yaml") }
  }
  let text = String(decoding: bytes, as: UTF8.self)
  let renderer = DiagnosticRenderer(sources: ["fuzz.yaml": text])
  for diagnostic in diagnostics { _ = renderer.lines(diagnostic) }
  guard let playbook else {
    return precondition(diagnostics.contains { $0.severity == .error }, "refused without a word")
  }
  let pinned = PlaybookLoader.load(body: playbook.body).0
  precondition(pinned != nil, "what is pinned cannot be read")
}

/// A file of answers, for the longest of the shipped playbooks.
func answers(_ bytes: [UInt8]) {
  let (answers, diagnostics) = AnswerFile.read(bytes, file: "fuzz.yaml", for: preMortem)
  precondition(
    answers != nil || diagnostics.contains { $0.severity == .error }, "refused without a word")
}

/// A template, an expression and a loop's clauses.
func expression(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let source = SourceText(text, file: "fuzz", line: 1, column: 1)
  var mistakes: [Diagnostic] = []
  if let template = TemplateParser.parse(source, reporting: &mistakes) {
    var evaluator = Evaluator(scope: NoMeeting())
    _ = evaluator.render(template)
  }
  if let expression = ExpressionParser.parse(source, reporting: &mistakes) {
    var evaluator = Evaluator(scope: NoMeeting())
    _ = evaluator.evaluate(expression)
  }
  _ = EachParser.parse(source, reporting: &mistakes)
  let renderer = DiagnosticRenderer(sources: ["fuzz": text])
  for mistake in mistakes { _ = renderer.lines(mistake) }
}

nonisolated(unsafe) let preMortem: Playbook = {
  let entry = Catalogue.entry(named: "pre-mortem")
  let (playbook, _) = PlaybookLoader.load(bytes: entry?.bytes ?? [], file: "pre-mortem.yaml") {
    name in Catalogue.entry(named: name).map { ($0.bytes, name + ".yaml") }
  }
  guard let playbook else { fatalError("the pre-mortem cannot be read") }
  return playbook
}()
