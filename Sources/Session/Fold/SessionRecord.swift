package import Values

/// A fact before it has a place in the journal: what happened and what it settles or asks again.
package struct Fact: Sendable, Equatable {
  package var event: SessionEvent
  package var done: [Address]
  package var again: [Address]

  package init(_ event: SessionEvent, done: [Address] = [], again: [Address] = []) {
    self.event = event
    self.done = done
    self.again = again
  }
}

/// One line of a journal: a fact with its number and the moment it was written.
package struct SessionRecord: Sendable, Equatable {
  /// 1 for the first line, without gaps.
  package let number: Int
  package let at: Instant
  package let fact: Fact
  /// Members that this huddle does not know, kept as they were.
  package let extra: [JSONValue.Member]

  package init(number: Int, at: Instant, fact: Fact, extra: [JSONValue.Member] = []) {
    self.number = number
    self.at = at
    self.fact = fact
    self.extra = extra
  }
}
