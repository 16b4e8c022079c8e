package import PlaybookLanguage
package import Session
package import Values

/// What a meeting came to, one line of it: an agreement, an action item, a decision, a risk.
package struct Outcome: Sendable, Equatable {
  package typealias Kind = OutcomeRule.Kind

  /// The innermost item's id (`A1`, `T3`), or the id that the playbook gives.
  package let id: String
  package let kind: Kind
  package let text: String
  /// Fields of the outcome table that have a value: `owner`, `due`, `done_when`, `because`.
  package let fields: [Value.Field]
  /// The item that it stands for, where there is one: what `/edit` and the read-back change.
  package let item: String?
  /// What the read-back found, unless the words have changed since.
  package internal(set) var read: OutcomeRead?
  /// Who says no to it, and why: to its entry, then at the read-back.
  package internal(set) var disputes: [Dispute] = []

  package init(id: String, kind: Kind, text: String, fields: [Value.Field], item: String?) {
    self.id = id
    self.kind = kind
    self.text = text
    self.fields = fields
    self.item = item
  }

  /// What was read counts as long as the line is still the one that was read.
  init(_ entry: OutcomeEntry, _ state: SessionState) {
    self.init(
      id: entry.id, kind: entry.kind, text: entry.text, fields: entry.fields, item: entry.item)
    read = state.read[id]?.last { $0.text == readingLine }
    disputes = [item.flatMap { Dispute(of: $0, state) }, read.flatMap { Dispute($0, state) }]
      .compactMap { $0 }
  }

  package subscript(field: String) -> Value {
    fields.first { $0.name == field }?.value ?? .blank
  }

  /// A person of the room, or the name of somebody outside; nil where nobody was named.
  package var owner: PersonValue? {
    if case .person(let person) = self["owner"] { return person }
    return nil
  }

  package var due: CalendarDate? {
    if case .date(let date) = self["due"] { return date }
    return nil
  }

  package var date: CalendarDate? {
    if case .date(let date) = self["date"] { return date }
    return nil
  }

  package func words(_ field: String) -> String? {
    if case .text(let words) = self[field], !words.isEmpty { return words }
    return nil
  }

  package var doneWhen: String? { words("done_when") }

  package func number(_ field: String) -> Number? {
    if case .number(let number) = self[field].plain { return number }
    return nil
  }

  /// Likelihood times impact, where both are known.
  package var score: Number? {
    guard let likelihood = number("likelihood"), let impact = number("impact") else { return nil }
    return likelihood.multiplied(by: impact)
  }

  /// The line as it is read back: what, who, by when.
  package var readingLine: String {
    ([text] + [owner?.name, due?.display].compactMap { $0 }).joined(separator: " · ")
  }

  /// How it was left: `disputed`, whatever else was said of it; `agreed`, or `to confirm` by an owner
  /// who was not there; `open` where nobody was asked.
  package var standing: String {
    isDisputed ? OutcomeRead.Verdict.disputed.rawValue : read?.verdict.rawValue ?? "open"
  }

  /// What keeps it from being a promise, for a place that has only its words: `disputed` or
  /// `to confirm`; nil for anything else.
  package var doubt: String? { Self.isDoubt(standing) ? standing : nil }

  /// Whether whoever was left so has promised nothing.
  package static func isDoubt(_ standing: String) -> Bool {
    [OutcomeRead.Verdict.disputed, .toConfirm].map(\.rawValue).contains(standing)
  }

  /// `by Dee: spec was late; by Bo: not mine (Ana by Fri 27 Nov 2026)`; nil where nobody disputes it.
  package func disputeWords(_ name: (String) -> String) -> String? {
    disputes.isEmpty ? nil : disputes.map { $0.words(name) }.joined(separator: "; ")
  }

  /// What people call it by: `A1`; nil where the id is a playbook's own word for a rule.
  package var calledBy: String? { id.last?.isNumber == true ? id : nil }

  package var isDisputed: Bool { !disputes.isEmpty }
  package var isAgreed: Bool { read?.verdict == .agreed && !isDisputed }
}
