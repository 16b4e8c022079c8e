package import Session
package import Values

/// A session's records without anybody's name: for what is shown to those who were not there.
///
/// People keep their seats, roles and functions; their names, wherever they stand in what was
/// recorded, become `Participant 1` and so on. The playbook, which knows nobody, stays as it is.
package struct NamelessRecords: Sendable {
  package let records: [SessionRecord]
  package let names: ReplacedNames

  package init(_ records: [SessionRecord]) {
    names = ReplacedNames(people: Self.people(records))
    let names = names
    self.records = records.map { Self.nameless($0, names) }
  }

  /// Each person's names, in the order of first joining.
  private static func people(_ records: [SessionRecord]) -> [[String]] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for case .peopleJoined(let joined) in records.map(\.fact.event) {
      for person in joined {
        if names[person.person] == nil { order.append(person.person) }
        names[person.person, default: []].append(person.name)
      }
    }
    return order.map { names[$0] ?? [] }
  }

  private static func nameless(_ record: SessionRecord, _ names: ReplacedNames) -> SessionRecord {
    if case .playbookPinned = record.fact.event { return record }
    if case .playbookChanged = record.fact.event { return record }
    var fields = WireWriter()
    let type = WireTable.write(record.fact.event, to: &fields)
    var reader = WireReader(fields.members.map { nameless($0, names) })
    guard let read = WireTable.readers[type], let event = try? read(&reader) else {
      return SessionRecord(
        number: record.number, at: record.at, fact: Fact(.unknown(type: "x.unreadable")))
    }
    let fact = Fact(event, done: record.fact.done, again: record.fact.again)
    return SessionRecord(number: record.number, at: record.at, fact: fact)
  }

  private static func nameless(
    _ member: JSONValue.Member, _ names: ReplacedNames
  ) -> JSONValue.Member {
    if WireWords.structural.contains(member.name) { return member }
    guard WireWords.entryLists.contains(member.name), let entries = member.value.array else {
      return .init(member.name, nameless(member.value, names))
    }
    return .init(
      member.name,
      .array(
        entries.map { entry in
          guard let members = entry.object else { return entry }
          return .object(
            members.map {
              WireWords.structuralInside.contains($0.name)
                ? $0 : .init($0.name, nameless($0.value, names))
            })
        }))
  }

  private static func nameless(_ value: JSONValue, _ names: ReplacedNames) -> JSONValue {
    switch value {
    case .string(let text): .string(names.text(text))
    case .array(let values): .array(values.map { nameless($0, names) })
    case .object(let members):
      .object(members.map { .init($0.name, nameless($0.value, names)) })
    case .null, .bool, .number: value
    }
  }
}
