package import PlaybookLanguage
package import Session

/// Something that huddle says: what it is, so that a terminal, a wall or a log can show it its way.
package enum Utterance: Sendable, Equatable {
  /// A section begins: its number of how many, its title, and when it ends by the clock.
  case section(number: Int, of: Int, title: String, time: String?)
  /// The playbook's words, to be said aloud.
  case words(String)
  /// The question at hand.
  case question(String)
  /// For the facilitator's eyes.
  case tip(String)
  /// What was just recorded: `A1 Ana · get a signed SLA · due Fri 27 Nov 2026`.
  case noted(String)
  /// Something to know or to type next.
  case hint(String)
  /// A warning of the playbook or about an outcome.
  case warning(String)
  /// What was typed does not fit: why, and what would.
  case problem(String)
  /// Entries with what they are called by.
  case entries([Entry])
  /// Labels with a count each.
  case bars([Bar])
  /// A part of a document, shown on the screen.
  case part(DocumentPart, Bindings)
  /// A list of commands or places in two columns.
  case table([Entry])
  /// Who has which part in what: columns of names, rows of letters.
  case grid(columns: [String], rows: [GridRow])

  package struct Entry: Sendable, Equatable {
    package let label: String
    package let text: String

    package init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  package struct GridRow: Sendable, Equatable {
    package let label: String
    /// One for each column; empty where there is no part.
    package let cells: [String]
  }

  package struct Bar: Sendable, Equatable {
    package let label: String
    package let count: Int

    package init(_ label: String, _ count: Int) {
      self.label = label
      self.count = count
    }
  }
}
