import Session
import Values

// What was agreed: read back, settled, signed, followed up.
extension WireTable {
  static let outcomeReaders: [String: Read] = [
    "outcome.read": { fields throws(RecordFault) in
      .outcomeRead(try OutcomeRead(reading: &fields))
    },
    "outcome.settled": { fields throws(RecordFault) in
      .outcomeSettled(try OutcomeSettled(reading: &fields))
    },
    "signoff.given": { fields throws(RecordFault) in
      .signoffGiven(try SignoffGiven(reading: &fields))
    },
    "action.updated": { fields throws(RecordFault) in
      .actionUpdated(try ActionUpdated(reading: &fields))
    },
  ]

  static func writeOutcome(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .outcomeRead(let read):
      read.write(to: &fields)
      return "outcome.read"
    case .outcomeSettled(let settled):
      settled.write(to: &fields)
      return "outcome.settled"
    case .signoffGiven(let given):
      given.write(to: &fields)
      return "signoff.given"
    case .actionUpdated(let updated):
      updated.write(to: &fields)
      return "action.updated"
    default: return "action.updated"
    }
  }
}

extension OutcomeRead: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      outcome: try fields.string("outcome"), verdict: try fields.choice("verdict"),
      text: try fields.string("text"), by: try fields.stringIfAny("by"),
      note: try fields.stringIfAny("note"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("outcome", outcome)
    fields.put("verdict", verdict.rawValue)
    fields.put("text", text)
    fields.put("by", by)
    fields.put("note", note)
  }
}

extension OutcomeSettled: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      kind: try fields.string("kind"), id: try fields.string("id"),
      text: try fields.string("text"), owner: try fields.stringIfAny("owner"),
      due: try fields.dateIfAny("due"), doneWhen: try fields.stringIfAny("done_when"),
      state: try fields.string("state"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("kind", kind)
    fields.put("id", id)
    fields.put("text", text)
    fields.put("owner", owner)
    fields.put("due", due)
    fields.put("done_when", doneWhen)
    fields.put("state", state)
  }
}

extension SignoffGiven: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      address: try fields.address("q"), person: try fields.string("person"),
      role: try fields.stringIfAny("role"), verdict: try fields.choice("verdict"),
      note: try fields.stringIfAny("note"), by: try fields.dateIfAny("due"),
      given: try fields.choice("given"), how: try fields.stringIfAny("how"),
      contentSHA256: try fields.string("content_sha256"))
    // In follow-ups, where it says which of several answers counts.
    try fields.checkInt("rev", in: FollowUp.revisions)
  }

  /// `by` is on disk whose words a record holds, so the date of a `later` is `due` there.
  func write(to fields: inout WireWriter) {
    fields.put("q", address)
    fields.put("person", person)
    fields.put("role", role)
    fields.put("verdict", verdict.rawValue)
    fields.put("note", note)
    fields.put("due", by)
    fields.put("given", given.rawValue)
    fields.put("how", how)
    fields.put("content_sha256", contentSHA256)
  }
}

extension ActionUpdated: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      session: try fields.string("session"), action: try fields.string("action"),
      revision: try fields.int("rev", in: FollowUp.revisions),
      status: try fields.stringIfAny("status"),
      owner: try fields.stringIfAny("owner"), due: try fields.dateIfAny("due"),
      text: try fields.stringIfAny("text"), why: try fields.stringIfAny("why"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("session", session)
    fields.put("action", action)
    fields.put("rev", revision)
    fields.put("status", status)
    fields.put("owner", owner)
    fields.put("due", due)
    fields.put("text", text)
    fields.put("why", why)
  }
}
