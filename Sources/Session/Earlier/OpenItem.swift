package import Values

/// Something that earlier sessions of the project left open: an action, a risk, what was parked.
///
/// All of them are copied into a new session's file when it is opened, as one link named `open`, so
/// that the session stays readable by itself.
package struct OpenItem: Sendable, Equatable {
  package enum List: String, Sendable, CaseIterable { case actions, risks, decisions, parked }

  /// The name of the link that holds them.
  package static let link = "open"

  package let list: List
  package let session: String
  /// Its id in its own session: `A1`.
  package let id: String
  package let text: String
  /// A name, as the earlier session had it.
  package let owner: String?
  package let due: CalendarDate?
  /// The highest revision that anybody had written when it was read.
  package let revision: Int
  /// The title of the session that it comes from.
  package let from: String
  /// The other fields of the outcome: `done_when`, `likelihood`.
  package let fields: [JSONValue.Member]

  package init(
    list: List, session: String, id: String, text: String, owner: String?, due: CalendarDate?,
    revision: Int = 0, from: String, fields: [JSONValue.Member] = []
  ) {
    self.list = list
    self.session = session
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.revision = revision
    self.from = from
    self.fields = fields
  }

  /// What it is called outside its own session: `k7f3q-A1`.
  package var name: String { "\(Identifier.shortTag(of: session))-\(id)" }
}

// MARK: - In a link

extension OpenItem {
  /// The body of the link: each list by its name.
  package static func body(_ items: [OpenItem]) -> JSONValue {
    .object(
      List.allCases.compactMap { list in
        let own = items.filter { $0.list == list }
        return own.isEmpty ? nil : .init(list.rawValue, .array(own.map(\.json)))
      })
  }

  private var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("session", .string(session)), .init("id", .string(id)), .init("text", .string(text)),
    ]
    if let owner { members.append(.init("owner", .string(owner))) }
    if let due { members.append(.init("due", .string(due.iso))) }
    members += [.init("rev", .number(Number(revision))), .init("from", .string(from))]
    return .object(members + fields)
  }

  private static let ownNames = ["session", "id", "text", "owner", "due", "rev", "from"]

  /// The items of a link's body; what is no item is left out.
  static func items(in body: JSONValue) -> [OpenItem] {
    List.allCases.flatMap { list in
      (body[list.rawValue]?.array ?? []).compactMap { OpenItem($0, in: list) }
    }
  }

  private init?(_ json: JSONValue, in list: List) {
    guard let session = json["session"]?.string, let id = json["id"]?.string,
      let text = json["text"]?.string
    else { return nil }
    self.init(
      list: list, session: session, id: id, text: text, owner: json["owner"]?.string,
      due: json["due"]?.string.flatMap { CalendarDate(iso: $0) }, revision: json["rev"]?.int ?? 0,
      from: json["from"]?.string ?? "",
      fields: (json.object ?? []).filter { !Self.ownNames.contains($0.name) })
  }
}
