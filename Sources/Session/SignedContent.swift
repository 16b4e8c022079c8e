import PlaybookLanguage
import Values

/// What a signature stands for: the recorded answers and items before the sign-off, and nothing
/// that is worked out from them, so that an evaluator mended later cannot void it.
///
/// Parking, notes, times and further signatures do not touch it; one more action voids it.
package struct SignedContent: Sendable {
  /// SHA-256, in hex, over the RFC 8785 form of the content.
  package let sha256: String

  package init(_ session: MeetingSession, before signoff: Address) {
    let state = session.state
    let questions = Self.questions(before: signoff.question, session.index)
    let content = JSONValue.object([
      .init("playbook", .string(session.playbookSHA256)),
      .init("people", .object(state.people.map { .init($0.id, .string($0.name)) })),
      .init("answers", Self.answers(state, questions)),
      .init("ballots", Self.ballots(state, questions)),
      .init("items", Self.items(state)),
    ])
    sha256 = Digest.sha256(content.canonical)
  }

  /// The first eight digits in two groups, for the printed page: `41be-9c07`.
  package var short: String { Self.short(sha256) }

  package static func short(_ sha256: String) -> String {
    "\(sha256.prefix(4))-\(sha256.dropFirst(4).prefix(4))"
  }

  private static func questions(before id: String, _ index: PlaybookIndex) -> Set<String> {
    Set(index.order.prefix { $0 != id })
  }

  private static func answers(_ state: SessionState, _ questions: Set<String>) -> JSONValue {
    .object(
      state.answers.filter { questions.contains($0.key.question) }
        .sorted { $0.key < $1.key }
        .map { .init($0.key.description, $0.value.value) })
  }

  private static func ballots(_ state: SessionState, _ questions: Set<String>) -> JSONValue {
    var members = state.ballots.filter { questions.contains($0.key.question) }
      .sorted { $0.key < $1.key }
      .map { address, ballots in
        JSONValue.Member(
          address.description,
          .object(
            ballots.sorted { $0.person < $1.person }.map { .init($0.person, $0.value) }))
      }
    members += state.counts.filter { questions.contains($0.key.question) }
      .sorted { $0.key < $1.key }
      .map { address, counts in
        .init(
          address.description + "#",
          .object(counts.map { .init($0.item, .number(Number($0.votes))) }))
      }
    return .object(members)
  }

  private static func items(_ state: SessionState) -> JSONValue {
    let uncovered = [Address.Room.parked.address, Address.Room.notes.address]
    return .array(
      state.items.filter { !uncovered.contains($0.list) }.map { item in
        .object([
          .init("id", .string(item.id)), .init("list", .string(item.list.description)),
          .init("text", .string(item.text)), .init("by", .array(item.by.map { .string($0) })),
          .init("row", .object(item.row)),
          .init("group", item.group.map { .string($0) } ?? .null),
          .init("into", item.into.map { .string($0) } ?? .null),
          .init("gone", .bool(item.isGone)),
        ])
      })
  }
}
