import Session
import Values

// People, steps, turns and time.
extension WireTable {
  static let peopleReaders: [String: Read] = [
    "person.joined": { fields throws(RecordFault) in
      .peopleJoined(try fields.entries("people", PersonJoined.init(reading:)))
    },
    "person.left": { fields throws(RecordFault) in
      .personLeft(
        person: try fields.string("person"), isAway: try fields.boolIfAny("away") ?? false)
    },
    "step.entered": { fields throws(RecordFault) in
      .stepEntered(step: try fields.string("step"))
    },
    "step.left": { fields throws(RecordFault) in
      .stepLeft(step: try fields.address("step"), how: try fields.choice("how"))
    },
    "step.reopened": { fields throws(RecordFault) in
      .stepReopened(step: try fields.address("step"))
    },
    "turn.ended": { fields throws(RecordFault) in
      .turnEnded(list: try fields.address("q"), person: try fields.string("person"))
    },
    "time.changed": { fields throws(RecordFault) in
      .timeChanged(
        step: try fields.string("step"),
        minutes: try fields.int("minutes", in: SessionState.minutes))
    },
  ]

  static func writePeople(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .peopleJoined(let people):
      fields.put("people", people) { person, entry in person.write(to: &entry) }
      return "person.joined"
    case .personLeft(let person, let isAway):
      fields.put("person", person)
      if isAway { fields.put("away", true) }
      return "person.left"
    case .stepEntered(let step):
      fields.put("step", step)
      return "step.entered"
    case .stepLeft(let step, let how):
      fields.put("step", step)
      fields.put("how", how.rawValue)
      return "step.left"
    case .turnEnded(let list, let person):
      fields.put("q", list)
      fields.put("person", person)
      return "turn.ended"
    case .timeChanged(let step, let minutes):
      fields.put("step", step)
      fields.put("minutes", minutes)
      return "time.changed"
    case .stepReopened(let step):
      fields.put("step", step)
      return "step.reopened"
    default: return "step.reopened"
    }
  }
}

extension PersonJoined: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      person: try fields.string("person"), name: try fields.string("name"),
      roles: try fields.stringsIfAny("roles"), function: try fields.stringIfAny("function"),
      isRemote: try fields.boolIfAny("remote"), email: try fields.stringIfAny("email"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("person", person)
    fields.put("name", name)
    fields.put("roles", roles)
    fields.put("function", function)
    fields.put("remote", isRemote)
    fields.put("email", email)
  }
}
