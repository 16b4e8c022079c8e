package import Values

/// A checked playbook, every `use` inlined: what one kind of meeting asks, in order.
package struct Playbook: Sendable, Equatable {
  /// Kebab-case, the file's name: `pre-mortem`.
  package var id: String
  package var version: String
  package var title: String
  package var summary: String
  /// Planned length of the whole meeting.
  package var time: TimeSpan?
  package var roles: [Role]
  /// Constants by full name (`kinds`, `closing.proposal`), in order; evaluated when they are read.
  package var givens: [Given]
  package var currency: String?
  package var isPrivate: Bool
  /// Name in expressions → id of the playbook whose last closed session it means.
  package var earlier: [String: String]
  package var sections: [Section]
  package var outcomes: [OutcomeRule]
  package var documents: [DocumentTemplate]
  /// The expanded source that it was read from.
  package var source: YAMLNode?

  package init(
    id: String, version: String, title: String, summary: String = "", time: TimeSpan? = nil,
    roles: [Role] = [], givens: [Given] = [], currency: String? = nil, isPrivate: Bool = false,
    earlier: [String: String] = [:], sections: [Section] = [], outcomes: [OutcomeRule] = [],
    documents: [DocumentTemplate] = []
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.summary = summary
    self.time = time
    self.roles = roles
    self.givens = givens
    self.currency = currency
    self.isPrivate = isPrivate
    self.earlier = earlier
    self.sections = sections
    self.outcomes = outcomes
    self.documents = documents
  }

  /// The expanded source as JSON, which the decoder reads back: what a session pins.
  ///
  /// Worked out where it is asked for, since checking a playbook needs none.
  package var body: JSONValue { source?.json ?? .null }

  /// A role that people hold in the meeting: `lead: person`, `reviewers: people`.
  package struct Role: Sendable, Equatable {
    package let name: String
    package let isMany: Bool

    package init(name: String, isMany: Bool) {
      self.name = name
      self.isMany = isMany
    }
  }

  package struct Given: Sendable, Equatable {
    package let name: String
    package let value: Template

    package init(name: String, value: Template) {
      self.name = name
      self.value = value
    }
  }
}
