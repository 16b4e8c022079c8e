import Session
package import Values

/// A session as a list of them shows it.
package struct LibraryEntry: Sendable, Equatable {
  package let path: String
  /// The session's id.
  package let session: String
  package let title: String
  package let project: String
  /// The playbook's id; empty where none was pinned yet.
  package let playbook: String
  package let playbookTitle: String
  package let opened: Instant
  /// When the last record was written.
  package let last: Instant
  /// nil while it is open.
  package let closed: Instant?
  /// How many different people joined.
  package let people: Int
  package let byteCount: Int
  /// Whether it is in no report over several sessions.
  package let isPrivate: Bool

  /// The file's name.
  package var name: String { Folder.name(of: path) }
}

extension LibraryEntry {
  /// nil where the look found no `session.opened` with an id and a moment.
  init?(_ look: SessionLook, path: String) {
    guard let opened = look.opened, let session = look.text("session", in: opened),
      let moment = look.moment(in: opened)
    else { return nil }
    self.path = path
    self.session = session
    self.opened = moment
    let naming = look.naming ?? opened
    title = look.text("title", in: naming) ?? ""
    project = look.text("project", in: naming) ?? ""
    playbook = look.pinned.flatMap { look.text("id", in: $0) } ?? ""
    let body = look.pinned.flatMap { look.member("body", in: $0) }
    playbookTitle = body.flatMap { look.text("title", in: $0) } ?? playbook
    last = look.last.flatMap { look.moment(in: $0) } ?? moment
    closed = look.closed.flatMap { look.moment(in: $0) }
    people = Self.people(look)
    byteCount = look.bytes.count
    isPrivate = look.isPrivate
  }

  private static func people(_ look: SessionLook) -> Int {
    let dead = look.dead
    var people: Set<String> = []
    for line in look.joined where !dead.contains(line.number) {
      guard case .peopleJoined(let joined)? = look.record(line.range)?.fact.event else { continue }
      people.formUnion(joined.map(\.person))
    }
    return people.count
  }
}
