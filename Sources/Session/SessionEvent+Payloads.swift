package import Values

package struct SessionOpened: Sendable, Equatable {
  /// A UUID, version 7 (by time) or 8 (by content, under `--answers`).
  package var session: String
  package var title: String
  package var project: String
  /// IANA name of the zone in which the meeting takes place.
  package var zone: String
  /// Seconds east of UTC when it was opened.
  package var offset: Int
  /// The recorded date that `today` reads.
  package var today: CalendarDate
  package var app: String
  /// Who began it, by the name that a machine has in a library; nil where that was not recorded.
  package var writer: String?

  package init(
    session: String, title: String, project: String, zone: String, offset: Int,
    today: CalendarDate, app: String, writer: String? = nil
  ) {
    self.session = session
    self.title = title
    self.project = project
    self.zone = zone
    self.offset = offset
    self.today = today
    self.app = app
    self.writer = writer
  }
}

package struct PlaybookPinned: Sendable, Equatable {
  package var id: String
  package var version: String
  /// SHA-256 of the body's canonical JSON.
  package var sha256: String
  package var body: JSONValue

  package init(id: String, version: String, sha256: String, body: JSONValue) {
    self.id = id
    self.version = version
    self.sha256 = sha256
    self.body = body
  }

  /// `private: yes`, as playbooks of every version write it.
  var isPrivate: Bool {
    body["private"] == true || ["yes", "true"].contains(body["private"]?.string?.lowercased())
  }

  /// SHA-256 of the body as it stands here, which may have been edited by hand since.
  package var bodySHA256: String { Digest.sha256(body.canonical) }
}

package struct PlaybookChanged: Sendable, Equatable {
  package var id: String
  package var version: String
  package var sha256: String
  package var body: JSONValue
  /// Old question id → new one.
  package var renamed: [String: String]
  /// Answers that were given to a question of another kind, as the new kind writes them.
  package var converted: [Address: JSONValue]

  package init(
    id: String, version: String, sha256: String, body: JSONValue, renamed: [String: String],
    converted: [Address: JSONValue] = [:]
  ) {
    self.id = id
    self.version = version
    self.sha256 = sha256
    self.body = body
    self.renamed = renamed
    self.converted = converted
  }

  /// The playbook that it brings, as if it had been pinned.
  package var pinned: PlaybookPinned {
    PlaybookPinned(id: id, version: version, sha256: sha256, body: body)
  }
}

package struct PersonJoined: Sendable, Equatable {
  package var person: String
  package var name: String
  /// Names of the playbook's roles; nil leaves them as they are.
  package var roles: [String]?
  package var function: String?
  package var isRemote: Bool?
  /// Where they are reached, and what trackers know them by.
  package var email: String?

  package init(
    person: String, name: String, roles: [String]? = nil, function: String? = nil,
    isRemote: Bool? = nil, email: String? = nil
  ) {
    self.person = person
    self.name = name
    self.roles = roles
    self.function = function
    self.isRemote = isRemote
    self.email = email
  }
}

/// How an answer came to be.
package enum AnswerSource: String, Sendable, CaseIterable {
  case typed, offered = "default", carried, scripted, pasted, imported
}

package struct AnswerSet: Sendable, Equatable {
  package var address: Address
  /// As the kind writes it; null for "taken back" and for "asked, none".
  package var value: JSONValue
  package var via: AnswerSource
  /// Whose words they are; nil for the room's.
  package var by: String?
  /// Why there is none: `asked, none`, or the open point that stands for it.
  package var why: String?

  package init(
    address: Address, value: JSONValue, via: AnswerSource = .typed, by: String? = nil,
    why: String? = nil
  ) {
    self.address = address
    self.value = value
    self.via = via
    self.by = by
    self.why = why
  }
}

package struct ItemsAdded: Sendable, Equatable {
  package var list: Address
  package var items: [NewItem]
  package var via: AnswerSource
  /// Whose turn in a round this took; nil out of turn.
  package var turn: String?

  package init(
    list: Address, items: [NewItem], via: AnswerSource = .typed, turn: String? = nil
  ) {
    self.list = list
    self.items = items
    self.via = via
    self.turn = turn
  }

  package struct NewItem: Sendable, Equatable {
    package var id: String
    package var text: String
    /// Who said it.
    package var by: [String]
    /// A table row's (or captured action's) columns by name, as their kinds write them.
    package var row: [JSONValue.Member]
    /// The theme that it joins at once.
    package var group: String?
    /// A new theme's members.
    package var members: [String]
    /// The item of an earlier session that it was carried over from.
    package var source: String?

    package init(
      id: String, text: String, by: [String] = [], row: [JSONValue.Member] = [],
      group: String? = nil, members: [String] = [], source: String? = nil
    ) {
      self.id = id
      self.text = text
      self.by = by
      self.row = row
      self.group = group
      self.members = members
      self.source = source
    }
  }
}

package struct ItemEdited: Sendable, Equatable {
  package var item: String
  package var text: String?
  package var by: [String]?
  /// Columns to replace; null clears one.
  package var row: [JSONValue.Member]
  package var turn: String?

  package init(
    item: String, text: String? = nil, by: [String]? = nil, row: [JSONValue.Member] = [],
    turn: String? = nil
  ) {
    self.item = item
    self.text = text
    self.by = by
    self.row = row
    self.turn = turn
  }
}

package struct OutcomeRead: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case agreed, disputed, toConfirm = "to confirm"
  }

  /// The outcome's id: `A1`, `G1`.
  package var outcome: String
  package var verdict: Verdict
  /// The words as they were read.
  package var text: String
  package var by: String?
  /// Who settles a dispute, and when, in words.
  package var note: String?

  package init(
    outcome: String, verdict: Verdict, text: String, by: String? = nil, note: String? = nil
  ) {
    self.outcome = outcome
    self.verdict = verdict
    self.text = text
    self.by = by
    self.note = note
  }
}

package struct OutcomeSettled: Sendable, Equatable {
  package var kind: String
  package var id: String
  package var text: String
  package var owner: String?
  package var due: CalendarDate?
  package var doneWhen: String?
  package var state: String

  package init(
    kind: String, id: String, text: String, owner: String? = nil, due: CalendarDate? = nil,
    doneWhen: String? = nil, state: String
  ) {
    self.kind = kind
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.doneWhen = doneWhen
    self.state = state
  }
}

package struct SignoffGiven: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case agree, reservation, decline, later, absent
  }

  package enum Manner: String, Sendable, CaseIterable { case aloud, signed }

  /// The sign-off question.
  package var address: Address
  package var person: String
  package var role: String?
  package var verdict: Verdict
  /// The condition, or why not.
  package var note: String?
  /// For `later`: by when.
  package var by: CalendarDate?
  package var given: Manner
  /// How an answer came that was not said in the room: `mail 9 Dec`.
  package var how: String?
  /// SHA-256 of the content that was signed (see `SignedContent`).
  package var contentSHA256: String

  package init(
    address: Address, person: String, role: String? = nil, verdict: Verdict, note: String? = nil,
    by: CalendarDate? = nil, given: Manner = .aloud, how: String? = nil, contentSHA256: String
  ) {
    self.address = address
    self.person = person
    self.role = role
    self.verdict = verdict
    self.note = note
    self.by = by
    self.given = given
    self.how = how
    self.contentSHA256 = contentSHA256
  }

  /// Binds the party to the text that it saw.
  package var isPromise: Bool { verdict == .agree || verdict == .reservation }

  /// Says yes or no to the text that it saw.
  package var isAboutText: Bool { isPromise || verdict == .decline }
}

package struct ActionUpdated: Sendable, Equatable {
  package var session: String
  package var action: String
  /// 1 + the highest revision seen for the action.
  package var revision: Int
  package var status: String?
  package var owner: String?
  package var due: CalendarDate?
  package var text: String?
  package var why: String?

  package init(
    session: String, action: String, revision: Int, status: String? = nil, owner: String? = nil,
    due: CalendarDate? = nil, text: String? = nil, why: String? = nil
  ) {
    self.session = session
    self.action = action
    self.revision = revision
    self.status = status
    self.owner = owner
    self.due = due
    self.text = text
    self.why = why
  }
}
