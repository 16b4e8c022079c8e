import Session
import Values

// Facts about the file itself: opened, pinned, linked, resumed, closed, changed.
extension WireTable {
  static let openingReaders: [String: Read] = [
    "session.opened": { fields throws(RecordFault) in
      .sessionOpened(try SessionOpened(reading: &fields))
    },
    "playbook.pinned": { fields throws(RecordFault) in
      .playbookPinned(try PlaybookPinned(reading: &fields))
    },
    "session.linked": { fields throws(RecordFault) in
      .sessionLinked(
        session: try fields.string("session"), name: try fields.string("name"),
        body: try fields.value("body"))
    },
    "session.resumed": { fields throws(RecordFault) in
      .sessionResumed(writer: try fields.string("writer"))
    },
    "session.renamed": { fields throws(RecordFault) in
      .sessionRenamed(project: try fields.string("project"), title: try fields.string("title"))
    },
    "session.closed": { _ throws(RecordFault) in .sessionClosed },
    "playbook.changed": { fields throws(RecordFault) in
      .playbookChanged(try PlaybookChanged(reading: &fields))
    },
  ]

  static func writeOpening(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .sessionOpened(let opened):
      opened.write(to: &fields)
      return "session.opened"
    case .playbookPinned(let pinned):
      pinned.write(to: &fields)
      return "playbook.pinned"
    case .sessionLinked(let session, let name, let body):
      fields.put("session", session)
      fields.put("name", name)
      fields.put("body", body)
      return "session.linked"
    case .sessionResumed(let writer):
      fields.put("writer", writer)
      return "session.resumed"
    case .sessionRenamed(let project, let title):
      fields.put("project", project)
      fields.put("title", title)
      return "session.renamed"
    case .playbookChanged(let changed):
      changed.write(to: &fields)
      return "playbook.changed"
    default: return "session.closed"
    }
  }
}

extension SessionOpened: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    let version = try fields.int("huddle")
    guard version == RecordCodec.version else { throw .newerFormat(version) }
    self.init(
      session: try fields.string("session"), title: try fields.string("title"),
      project: try fields.string("project"), zone: try fields.string("tz"),
      offset: try fields.intIfAny("offset", in: -86_400...86_400) ?? 0,
      today: try fields.date("today"),
      app: try fields.string("app"), writer: try fields.stringIfAny("writer"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("huddle", RecordCodec.version)
    fields.put("session", session)
    fields.put("title", title)
    fields.put("project", project)
    fields.put("tz", zone)
    fields.put("offset", offset)
    fields.put("today", today)
    fields.put("app", app)
    fields.put("writer", writer)
  }
}

extension PlaybookPinned: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    self.init(
      id: try fields.string("id"), version: try fields.string("version"),
      sha256: try fields.string("sha256"), body: try fields.value("body"))
  }

  func write(to fields: inout WireWriter) {
    fields.put("id", id)
    fields.put("version", version)
    fields.put("sha256", sha256)
    fields.put("body", body)
  }
}

extension PlaybookChanged: WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault) {
    var renamed: [String: String] = [:]
    for member in try fields.membersIfAny("renamed") {
      guard let name = member.value.string else {
        throw .wrong(field: "renamed", expected: "a list of old names and new ones")
      }
      renamed[member.name] = name
    }
    var converted: [Address: JSONValue] = [:]
    for member in try fields.membersIfAny("converted") {
      guard let address = Address(text: member.name) else {
        throw .wrong(field: "converted", expected: "a list of addresses and answers")
      }
      converted[address] = member.value
    }
    self.init(
      id: try fields.string("id"), version: try fields.string("version"),
      sha256: try fields.string("sha256"), body: try fields.value("body"), renamed: renamed,
      converted: converted)
  }

  func write(to fields: inout WireWriter) {
    fields.put("id", id)
    fields.put("version", version)
    fields.put("sha256", sha256)
    fields.put("body", body)
    let names = renamed.sorted { $0.key < $1.key }
    fields.put("renamed", ifAny: names.map { .init($0.key, .string($0.value)) })
    let answers = converted.sorted { $0.key < $1.key }
    fields.put("converted", ifAny: answers.map { .init($0.key.description, $0.value) })
  }
}
