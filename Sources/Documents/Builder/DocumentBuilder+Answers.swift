import Outcomes
import PlaybookLanguage
import Session
import Values

/// Why there is no answer.
enum Absence: Equatable {
  /// Somebody asked, and there is none.
  case none
  case notAsked
  /// It was on the screen, and the room went on without an answer.
  case passedOver
  /// Nobody knew; an open point stands for it.
  case open(String)

  var words: String {
    switch self {
    case .none: "asked, none"
    case .notAsked: "not asked"
    case .passedOver: "passed over"
    case .open(let point): "open: \(point)"
    }
  }

  var sentence: String { words.prefix(1).uppercased() + words.dropFirst() + "." }
}

// Answers to questions, by the question's name.
extension DocumentBuilder {
  func named(_ name: String) -> Expression {
    Expression(.name(name), at: scope.index.questions[name]?.content.span ?? Self.nowhere)
  }

  private static let nowhere = SourceSpan(file: "", line: 1, column: 1)

  /// Names with their answers; a computed value stands under its name.
  func answerTable(_ names: [String], _ bindings: Bindings) -> [Block] {
    let rows = names.flatMap { answerRows($0, bindings) }
    guard !rows.isEmpty else { return [] }
    return [.table(TextTable([.init("About"), .init("Agreed")], rows))]
  }

  private func answerRows(_ name: String, _ bindings: Bindings) -> [[[Inline]]] {
    guard let question = scope.index.questions[name]?.content else {
      let label = Self.words(ofName: name)
      return [[.words(label), cell(scope.evaluate(named(name), bindings))]]
    }
    let places = self.places(of: name, bindings)
    return places.map { place in
      let item = place.bindings.count > bindings.count ? place.bindings.last : nil
      let about = item.map { text(of: $0.value) + ": " } ?? ""
      return [
        .words(about + label(of: question, place.bindings)),
        .lines(answerLines(question, place.bindings)),
      ]
    }
  }

  /// Where a question stands among what is visible, within the loops at hand.
  func places(of name: String, _ bindings: Bindings) -> [Place] {
    agenda.places.filter { place in
      place.question?.id == name
        && place.bindings.map(\.key).starts(with: bindings.map(\.key).prefix(place.bindings.count))
    }
  }

  /// The question itself where it is short, else its name in words.
  func label(of question: Question, _ bindings: Bindings) -> String {
    let prompt = scope.render(question.prompt, bindings).singleLine
    return prompt.count <= 40 ? prompt : Self.words(ofName: question.id)
  }

  /// `closing.stop_rule` → `Stop rule`.
  static func words(ofName name: String) -> String {
    let words = (name.split(separator: ".").last ?? "").split(separator: "_")
      .joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// An answer line by line, or why there is none.
  func answerLines(_ question: Question, _ bindings: Bindings) -> [[Inline]] {
    let value = scope.evaluate(named(question.id), bindings)
    switch (question.kind, value) {
    case (.fist, .record): return [.words(fistWords(address(question, bindings)))]
    case (.vote, .record): return votingLines(question, bindings)
    case (.raci, .list(let rows)) where !rows.isEmpty: return dutyLines(question, bindings)
    case (.group, .list(let themes)) where !themes.isEmpty: return themes.map(themeLine)
    case (_, .blank), (_, .list([])):
      return [[.emphasis(absence(of: question.id, bindings).words)]]
    case (.table, .list(let rows)) where question.columns.count > 1:
      return rows.map { rowLine($0, question) }
    case (_, .list(let values)) where question.isListed: return values.map(cell)
    default: return [.words(shown(question, value, bindings))]
    }
  }

  /// A row with every cell that has something: `Support calls · Vera Holt · not allowed`.
  private func rowLine(_ value: Value, _ table: Question) -> [Inline] {
    guard case .item(let item) = value else { return cell(value) }
    let text = scope.text(of: item).singleLine
    let cells = table.columns.compactMap { column -> String? in
      let value = scope.member(column.name, of: item)
      guard value != .blank, value != .text("") else { return nil }
      let shown = self.shown(value, column, of: item)
      return Self.needsName(column)
        ? "\(Self.words(ofName: column.name).lowercased()) \(shown)" : shown
    }
    // A row may stand for an item of another list, whose words are no column of its own.
    let words = (text.isEmpty ? [] : [text]) + cells.map(\.singleLine).filter { $0 != text }
    return .words(words.joined(separator: " · ")) + disputeMark(item.id)
  }

  /// As the column's kind shows it: an option by its word and not by its number.
  private func shown(_ value: Value, _ column: Question.Column, of item: ItemValue) -> String {
    guard case .asked(let question) = column.cell, let row = session.state.item(item.id) else {
      return text(of: value)
    }
    return AnswerKinds.show(row[column.name], of: question, context)
  }

  /// A figure or a rating says nothing without what it measures.
  private static func needsName(_ column: Question.Column) -> Bool {
    guard case .asked(let question) = column.cell else { return true }
    switch question.kind {
    case .number, .percent, .money, .scale: return true
    case .choice: return question.options.contains { $0.key != $0.label }
    default: return false
    }
  }

  /// A single answer as its kind shows it: with the unit, the option's word, the ratings by name.
  private func shown(_ question: Question, _ value: Value, _ bindings: Bindings) -> String {
    guard let answer = session.state.answers[address(question, bindings)],
      question.of == nil
    else { return text(of: value) }
    if question.kind == .matrix { return MatrixKind.words(answer.value, question) }
    return AnswerKinds.show(answer.value, of: question, context)
  }

  /// `Label data: R Dan, A Rosa`.
  private func dutyLines(_ question: Question, _ bindings: Bindings) -> [[Inline]] {
    let table = scope.duties(question, at: address(question, bindings))
    return table.rows.filter { !$0.isEmpty }.map { row in
      let parts = DutyKind.allCases.compactMap { duty -> String? in
        let names = table.names(row, duty)
        return names.isEmpty ? nil : "\(duty.letter) \(names.joined(separator: ", "))"
      }
      return .words("\(row.task): \(parts.joined(separator: " · "))")
    }
  }

  func address(_ question: Question, _ bindings: Bindings) -> Address {
    Address(question.id, items: bindings.suffix(question.loops.count).map(\.key))
  }

  /// A theme with what is in it: `Vendor: no contract (Ana); slow API (Bo)`.
  private func themeLine(_ value: Value) -> [Inline] {
    guard case .item(let theme) = value, case .list(let items) = scope.member("items", of: theme)
    else { return cell(value) }
    let members = items.compactMap { item -> String? in
      guard case .item(let item) = item, item.id != theme.id else { return nil }
      return entryWords(item)
    }
    guard !members.isEmpty else { return .words(entryWords(theme)) }
    return [.strong(scope.text(of: theme)), .text(": " + members.joined(separator: "; "))]
  }

  /// An entry with who said it: `the API slipped (Ana and Bo)`.
  func entryWords(_ item: ItemValue) -> String {
    let by = scope.member("by", of: item)
    guard by != .blank, by != .list([]) else { return words(of: item) }
    return "\(words(of: item)) (\(text(of: by)))"
  }

  /// `disputed by Dee: spec was late`; nil where nobody disputes it.
  func dispute(of item: String) -> String? { doubt(about: item).map { "disputed \($0)" } }

  /// `by Dee: spec was late`.
  func doubt(about item: String) -> String? {
    Dispute(of: item, session.state)?.words(session.state.name)
  }

  /// A table of rows about entries, whose cells stay as they are: a dispute stands in a column.
  func table(_ columns: [TextTable.Column], _ rows: [(item: String?, cells: [[Inline]])])
    -> TextTable
  {
    let doubts = rows.map { $0.item.flatMap(doubt) }
    guard doubts.contains(where: { $0 != nil }) else {
      return TextTable(columns, rows.map(\.cells))
    }
    return TextTable(
      columns + [.init("Disputed")],
      zip(rows, doubts).map { row, doubt in row.cells + [doubt.map { [.strong($0)] } ?? []] })
  }

  /// What stands behind something disputed.
  func disputeMark(_ item: String?) -> [Inline] {
    item.flatMap(dispute).map { [.text(" "), .strong("(\($0))")] } ?? []
  }
}

// MARK: - What is missing

extension DocumentBuilder {
  func absence(of name: String, _ bindings: Bindings) -> Absence {
    guard let question = scope.index.questions[name]?.content else { return .none }
    let address = address(question, bindings)
    if let point = openPoint(about: address) { return point }
    if session.state.answers[address]?.value == .null || !askedInVain(address).isEmpty {
      return .none
    }
    if wasAsked(question, address) { return .none }
    return session.state.endings[address] == .skipped ? .passedOver : .notAsked
  }

  /// A round in which every seat passed ends without a word of its own: all of them were asked.
  private func wasAsked(_ question: Question, _ address: Address) -> Bool {
    guard let ending = session.state.endings[address] else {
      return question.respondent == .everyone && session.state.settled.contains(address)
    }
    return ending == .done
  }

  /// Who was asked in a round and had nothing, in order of seats.
  func askedInVain(_ address: Address) -> [String] {
    session.state.people.filter { person in
      let own = Address(address.question, items: address.items, person: person.id)
      return session.state.answers[own]?.value == .null
    }.map(\.name)
  }

  /// The open point that stands for an answer, as `??` notes it.
  private func openPoint(about address: Address) -> Absence? {
    summary.openPoints.first { point in
      session.state.item(point.id)?["about"].string == address.description
    }.map { point in
      .open(([point.text] + [settler(of: point)].compactMap { $0 }).joined(separator: " · "))
    }
  }
}

extension Question {
  /// Answered by entries and not by one value.
  var isListed: Bool {
    [.list, .table, .schedule, .raci, .rank, .review, .group].contains(kind)
  }
}
