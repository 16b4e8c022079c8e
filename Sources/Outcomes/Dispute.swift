package import Session
import Values

/// Somebody's no to an outcome: to the entry that it stands for, or when it was read back.
package struct Dispute: Sendable, Equatable {
  /// A person's id; nil where a line was disputed in nobody's name.
  package let by: String?
  package let why: String?
  /// Who settles it and by when, in words; nil where that was left open, or is an open point.
  package let settler: String?
  /// The open point in which somebody settles it.
  package let point: String?

  /// An entry that somebody disputes, as it stands now; nil where nobody does.
  package init?(of item: String, _ state: SessionState) {
    guard let found = state.survivor(of: item), let person = found["disputed_by"].string else {
      return nil
    }
    by = person
    why = found["disputed"].string
    settler = nil
    point =
      state.liveItems(in: Address.Room.open.address)
      .first { $0[Self.pointsMember].string == found.id }?.id
  }

  /// A no at the read-back; nil for anything else that was read.
  init?(_ read: OutcomeRead, _ state: SessionState) {
    guard read.verdict == .disputed else { return nil }
    by = read.by
    (why, settler) = Self.parts(of: read.note, people: state.people.map(\.name))
    point = nil
  }

  /// `by Dee: spec was late (Bo by Fri 27 Nov 2026)`, with people by their names.
  package func words(_ name: (String) -> String) -> String {
    let note = Self.note(why, settledBy: settler).map { ": " + $0.onOneLine } ?? ""
    return (by.map { "by \(name($0))" } ?? "at the read-back") + note
  }

  /// The same without who settles it: `by Dee: spec was late`.
  package func reason(_ name: (String) -> String) -> String {
    (by.map { "by \(name($0))" } ?? "at the read-back") + (why.map { ": " + $0.onOneLine } ?? "")
  }

  /// What an open point calls the entry whose dispute it settles.
  package static let pointsMember = "disputes"
}

// Why, and who settles it, as one note of what was read.
extension Dispute {
  private static let settled = "settled by "

  /// `the spec was late (Gus by Fri 27 Nov 2026)`; nil for neither.
  package static func note(_ why: String?, settledBy settler: String?) -> String? {
    guard let settler else { return why }
    return why.map { "\($0) (\(settler))" } ?? settled + settler
  }

  /// The note taken apart; brackets that name nobody of the room, and no day, are of the reason.
  private static func parts(of note: String?, people: [String]) -> (why: String?, settler: String?)
  {
    guard let note else { return (nil, nil) }
    if note.hasPrefix(settled) { return (nil, String(note.dropFirst(settled.count))) }
    guard note.hasSuffix(")"), let open = note.lastIndex(of: "("), open > note.startIndex else {
      return (note, nil)
    }
    let settler = String(note[note.index(after: open)...].dropLast())
    let isSettler =
      isDay(settler)
      || people.contains { settler == $0 || settler.hasPrefix("\($0) by ") }
    return isSettler ? (String(note[..<open]).trimmed, settler) : (note, nil)
  }

  /// `by Fri 27 Nov 2026`.
  private static func isDay(_ words: String) -> Bool {
    guard words.hasPrefix("by ") else { return false }
    return DatePhrase.readAskingYear(String(words.dropFirst(3)), today: .epoch) != .none
  }
}
