import Session
import Values

// Answers, votes, and their taking back.
extension WireTable {
  static let answerReaders: [String: Read] = [
    "answer.set": { fields throws(RecordFault) in .answerSet(try AnswerSet(reading: &fields)) },
    "ballot.cast": { fields throws(RecordFault) in
      .ballotsCast(address: try fields.address("q"), ballots: try ballots(&fields))
    },
    "ballot.counted": { fields throws(RecordFault) in
      .ballotCounted(address: try fields.address("q"), counts: try counts(&fields))
    },
    "events.undone": { fields throws(RecordFault) in
      .eventsUndone(targets: try targets(&fields))
    },
  ]

  static func writeAnswer(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .answerSet(let answer):
      answer.write(to: &fields)
      return "answer.set"
    case .ballotsCast(let address, let ballots):
      fields.put("q", address)
      fields.put("ballots", ballots) { ballot, entry in
        entry.put("person", ballot.person)
        entry.put("value", ballot.value)
      }
      return "ballot.cast"
    case .ballotCounted(let address, let counts):
      fields.put("q", address)
      fields.put("counts", counts) { count, entry in
        entry.put("item", count.item)
        entry.put("votes", count.votes)
      }
      return "ballot.counted"
    case .eventsUndone(let targets):
      fields.put("targets", .array(targets.map { .number(Number($0)) }))
      return "events.undone"
    default: return "events.undone"
    }
  }

  private static func ballots(
    _ fields: inout WireReader
  ) throws(RecordFault) -> [SessionEvent.Ballot] {
    try fields.entries("ballots") { entry throws(RecordFault) in
      .init(person: try entry.string("person"), value: try entry.value("value"))
    }
  }

  private static func counts(
    _ fields: inout WireReader
  ) throws(RecordFault) -> [SessionEvent.ItemCount] {
    try fields.entries("counts") { entry throws(RecordFault) in
      .init(item: try entry.string("item"), votes: try entry.int("votes", in: 0...1_000_000))
    }
  }

  private static func targets(_ fields: inout WireReader) throws(RecordFault) -> [Int] {
    try fields.ints("targets", of: "records' numbers")
  }
}

extension AnswerSet: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      address: try fields.address("q"), value: try fields.value("value"),
      via: try fields.choiceIfAny("via") ?? .typed, by: try fields.stringIfAny("by"),
      why: try fields.stringIfAny("why"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("q", address)
    fields.put("value", value)
    fields.put("via", via.rawValue)
    fields.put("by", by)
    fields.put("why", why)
  }
}
