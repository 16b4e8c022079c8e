package import PlaybookLanguage
package import Session
import Values

// A playbook's own documents, part by part.
extension DocumentBuilder {
  func document(from template: DocumentTemplate) -> Document {
    let standing = signoff(for: template.id)
    var blocks = [headLines(standing)]
    blocks += Self.withoutOrphans(Self.nested(self.blocks(template.body, [], level: 2)))
    if let standing, !blocks.contains(where: \.isSignatures) { blocks += signatureBlocks(standing) }
    return Document(
      id: template.id, title: title(template.title) ?? Self.words(ofName: template.id),
      blocks: blocks)
  }

  /// The blocks of a part that a playbook shows on the screen with `show:`.
  package func blocks(of part: DocumentPart, _ bindings: Bindings) -> [Block] {
    blocks([part], bindings, level: 2)
  }

  /// No heading stands more than one level below the one before it.
  private static func nested(_ blocks: [Block]) -> [Block] {
    var deepest = 1
    return blocks.map { block in
      guard case .heading(let level, let words) = block else { return block }
      deepest = min(level, deepest + 1)
      return .heading(level: deepest, words)
    }
  }

  /// “None.” stands alone under its heading: beside something it would say that there is nothing.
  private static func withoutOrphans(_ blocks: [Block]) -> [Block] {
    var kept: [Block] = []
    var section: [Block] = []
    func close() {
      let others = section.filter { $0 != none }
      kept += others.isEmpty ? Array(section.prefix(1)) : others
      section = []
    }
    for block in blocks {
      if case .heading = block {
        close()
        kept.append(block)
      } else {
        section.append(block)
      }
    }
    close()
    return kept
  }

  private func blocks(_ parts: [DocumentPart], _ bindings: Bindings, level: Int) -> [Block] {
    parts.flatMap { part in
      scope.expand(part.each, bindings).flatMap { inner -> [Block] in
        if let condition = part.condition, scope.condition(condition, inner) != true { return [] }
        return blocks(part, inner, level)
      }
    }
  }

  private func blocks(_ part: DocumentPart, _ bindings: Bindings, _ level: Int) -> [Block] {
    switch part.kind {
    case .heading:
      return part.text.map { [.heading(level: level, line($0, bindings))] } ?? []
    case .text: return part.text.map { paragraphs($0, bindings).map { .paragraph($0) } } ?? []
    case .answers: return answerTable(part.names, bindings)
    case .table: return table(part, bindings)
    case .list: return list(part, bindings)
    case .bars, .heatmap, .pareto, .quadrant, .gantt, .trend: return chart(part, bindings)
    case .canvas: return [.canvas(part.names.map { canvasField($0, bindings) })]
    case .outcomes: return part.names.flatMap { outcomeBlocks($0) }
    case .signoff: return signoff(named: part.names.first).map(signatureBlocks) ?? []
    case .group: return blocks(part.body, bindings, level: min(level + 1, 4))
    }
  }

  private func table(_ part: DocumentPart, _ bindings: Bindings) -> [Block] {
    let turns = scope.expand(part.rows, bindings)
    let rows = turns.map { inner in part.columns.map { scope.evaluate($0.value, inner) } }
    guard !rows.isEmpty else { return [nothing(in: part, bindings)] }
    let columns = part.columns.enumerated().map { place, column in
      TextTable.Column(column.header, Self.alignment(of: rows.map { $0[place] }))
    }
    let cells = zip(turns, rows).map { inner, values in
      let item = Self.item(inner)
      return (item: item?.id, cells: values.map { cell($0, ofRowAbout: item) })
    }
    return [.table(table(columns, cells))] + silent(in: part, bindings)
  }

  /// What a turn of the innermost loop is about, where that is an entry.
  private static func item(_ turn: Bindings) -> ItemValue? {
    if case .item(let item)? = turn.last?.value { item } else { nil }
  }

  /// The row's own entry without its dispute, which has a column.
  private func cell(_ value: Value, ofRowAbout item: ItemValue?) -> [Inline] {
    if case .item(let own) = value, own.id == item?.id { return .words(words(of: own)) }
    return cell(value)
  }

  /// Who was asked for the rows of a round and had none: silence is not consent.
  private func silent(in part: DocumentPart, _ bindings: Bindings) -> [Block] {
    guard part.rows.count == 1,
      let root = part.rows.last.flatMap({ scope.index.root(of: $0.list) }),
      let question = scope.index.questions[root]?.content
    else { return [] }
    return silent(address(question, bindings))
  }

  func silent(_ address: Address) -> [Block] {
    let names = askedInVain(address)
    return names.isEmpty
      ? [] : [.paragraph([.emphasis("Asked, none: \(DisplayText.joined(names)).")])]
  }

  /// Figures stand to the right, words to the left.
  private static func alignment(of values: [Value]) -> TextTable.Alignment {
    let known = values.filter { $0 != .blank }
    let areFigures = known.allSatisfy { value in
      switch value {
      case .number, .percent, .money: true
      default: false
      }
    }
    return areFigures && !known.isEmpty ? .trailing : .leading
  }

  private func list(_ part: DocumentPart, _ bindings: Bindings) -> [Block] {
    let lines = scope.expand(part.rows, bindings).map { inner -> [Inline] in
      if let text = part.text { return line(text, inner) + disputeMark(Self.item(inner)?.id) }
      return inner.last.map { cell($0.value) } ?? []
    }
    guard !lines.isEmpty else { return [nothing(in: part, bindings)] }
    return [.list(TextList(.bulleted, lines.map { .init($0) }))] + silent(in: part, bindings)
  }

  /// What stands in place of rows that are not there: whether somebody asked.
  private func nothing(in part: DocumentPart, _ bindings: Bindings) -> Block {
    let roots = part.rows.compactMap { scope.index.root(of: $0.list) }
    guard let root = roots.last, scope.index.questions[root] != nil else {
      return .paragraph([.emphasis("None.")])
    }
    return .paragraph([.emphasis(absence(of: root, bindings).sentence)])
  }

  private func canvasField(_ name: String, _ bindings: Bindings) -> CanvasField {
    let question = scope.index.questions[name]?.content
    return CanvasField(
      title: Self.words(ofName: name),
      lines: question.map { answerLines($0, bindings) }
        ?? [cell(scope.evaluate(named(name), bindings))])
  }
}

extension Block {
  var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  var isSignatures: Bool {
    if case .signatures = self { true } else { false }
  }
}
