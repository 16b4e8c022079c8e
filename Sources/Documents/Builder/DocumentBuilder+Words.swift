import PlaybookLanguage
import Session
import Values

// Prose of a playbook and values of a session, as runs of words.
extension DocumentBuilder {
  /// A written field's paragraphs.
  ///
  /// `**words**` stand out; no other mark means anything. The marks count only where the playbook
  /// writes them: two asterisks in an answer stay two asterisks. A single new line goes on with the
  /// paragraph, an empty line ends it. What was not answered says so; words that are only about
  /// several such things are left out.
  func paragraphs(_ template: Template, _ bindings: Bindings) -> [[Inline]] {
    guard case .prose(let segments) = template.content else {
      let text = scope.render(template, bindings)
      return text.isEmpty ? [] : [.words(text)]
    }
    var prose = ProseReader()
    let blanks = segments.map { isBlank($0, bindings) }
    let holes = segments.count { if case .hole = $0 { true } else { false } }
    guard holes < 2 || blanks.count(where: { $0 }) < holes else { return [] }
    for (segment, isBlank) in zip(segments, blanks) {
      switch segment {
      case .text(let words): prose.read(words)
      case .hole where isBlank: prose.insertAbsence("not answered")
      case .hole:
        prose.insert(scope.render(Template(.prose([segment]), at: template.span), bindings))
      }
    }
    return prose.finished
  }

  private func isBlank(_ segment: Template.Segment, _ bindings: Bindings) -> Bool {
    guard case .hole(let expression) = segment else { return false }
    let value = scope.evaluate(expression, bindings)
    return value == .blank || value == .list([]) || value == .text("")
  }

  /// A title, up to the first thing in it that was not answered.
  func title(_ template: Template) -> String? {
    guard case .prose(let segments) = template.content else {
      return scope.render(template).singleLine
    }
    let known = segments.prefix { !isBlank($0, []) }
    let words = scope.render(Template(.prose(Array(known)), at: template.span)).singleLine
    guard known.count < segments.count else { return words }
    let kept = words.reversed().drop { ":,;–— ".contains($0) }.reversed()
    return kept.isEmpty ? nil : String(kept)
  }

  /// A written field on one line.
  func line(_ template: Template, _ bindings: Bindings) -> [Inline] {
    Array(paragraphs(template, bindings).joined(separator: [.text(" ")]))
  }

  /// A value as it stands in a cell: rows of a table one to a line, nothing as `–`.
  func cell(_ value: Value) -> [Inline] {
    switch value {
    case .blank: [.text("–")]
    case .text(let words) where words.isEmpty: []
    case .item(let item): .words(words(of: item)) + disputeMark(item.id)
    case .list(let values) where values.isEmpty: [.text("–")]
    case .list(let values) where values.contains(where: Self.isItem):
      .lines(values.map(cell))
    default: .words(text(of: value))
    }
  }

  func text(of value: Value) -> String { Evaluator.text(of: value, scope: scope.binding([])) }

  private static func isItem(_ value: Value) -> Bool {
    if case .item = value { true } else { false }
  }

  /// An item's words; a row of a table with its people and dates: `name an owner (Bo, Fri 27 Nov)`.
  func words(of item: ItemValue) -> String {
    let text = scope.text(of: item)
    guard let table = scope.index.questions[item.list]?.content, table.kind != .raci else {
      return text
    }
    let details = table.columns.dropFirst().compactMap { column -> String? in
      guard case .asked(let question) = column.cell,
        [.person, .people, .date].contains(question.kind)
      else { return nil }
      let value = scope.member(column.name, of: item)
      return value == .blank ? nil : self.text(of: value)
    }
    return details.isEmpty ? text : "\(text) (\(details.joined(separator: ", ")))"
  }
}

/// Reads prose with `**bold**` marks into paragraphs, with values set in as they are.
struct ProseReader {
  private var paragraphs: [[Inline]] = [[]]
  private var isStrong = false
  private var asterisks = 0

  /// Text that the playbook's author wrote.
  mutating func read(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      if place > 0 {
        endLine(nextIsEmpty: line.allSatisfy(\.isWhitespace), isLast: place == lines.count - 1)
      }
      readMarks(line)
    }
  }

  private mutating func endLine(nextIsEmpty: Bool, isLast: Bool) {
    if nextIsEmpty && !isLast {
      if !(paragraphs.last ?? []).isEmpty { paragraphs.append([]) }
    } else {
      append(" ")
    }
  }

  private mutating func readMarks(_ line: Substring) {
    var rest = line
    while let mark = Self.mark(in: rest) {
      append(String(rest[..<mark.lowerBound]))
      isStrong.toggle()
      rest = rest[mark.upperBound...]
    }
    append(String(rest))
  }

  private static func mark(in text: Substring) -> Range<Substring.Index>? {
    var start = text.startIndex
    while let star = text[start...].firstIndex(of: "*") {
      let next = text.index(after: star)
      if next < text.endIndex, text[next] == "*" { return star..<text.index(after: next) }
      start = next
    }
    return nil
  }

  /// What stands where there is no value.
  mutating func insertAbsence(_ words: String) { add(.emphasis(words)) }

  /// A value: every mark in it is only a character.
  mutating func insert(_ value: String) {
    let lines = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (place, line) in lines.enumerated() {
      if place > 0 { add(.lineBreak) }
      append(String(line))
    }
  }

  private mutating func append(_ words: String) {
    guard !words.isEmpty else { return }
    let isOpening = paragraphs.last?.isEmpty ?? true
    if isOpening && words.allSatisfy(\.isWhitespace) { return }
    if let last = paragraphs.last?.last, let joined = last.joined(words, isStrong) {
      paragraphs[paragraphs.count - 1].removeLast()
      add(joined)
    } else {
      add(isStrong ? .strong(words) : .text(words))
    }
  }

  private mutating func add(_ inline: Inline) { paragraphs[paragraphs.count - 1].append(inline) }

  /// The paragraphs read so far, without empty ones and without spaces at their ends.
  var finished: [[Inline]] {
    paragraphs.map { $0.trimmedAtEnd }.filter { !$0.isEmpty }
  }
}

extension Inline {
  /// This run with more words of the same weight; nil for another weight.
  fileprivate func joined(_ words: String, _ isStrong: Bool) -> Inline? {
    switch self {
    case .text(let own) where !isStrong: .text(own + words)
    case .strong(let own) where isStrong: .strong(own + words)
    default: nil
    }
  }
}

extension [Inline] {
  fileprivate var trimmedAtEnd: [Inline] {
    guard let last else { return self }
    switch last {
    case .text(let words):
      let kept = words.droppingTrailingSpace
      return dropLast() + (kept.isEmpty ? [] : [.text(kept)])
    case .lineBreak: return Array(dropLast())
    default: return self
    }
  }
}

extension String {
  fileprivate var droppingTrailingSpace: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
