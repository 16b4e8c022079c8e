package import Session
package import Values

/// A session's records without anybody's name: for what is shown to those who were not there.
///
/// People keep their seats, roles and functions; their names, wherever they stand in what was
/// recorded, become `Participant 1` and so on. So do the names of those who were not there and own
/// something, and of those of a linked meeting. What the playbook itself says stays as it is.
package struct NamelessRecords: Sendable {
  package let records: [SessionRecord]
  package let names: ReplacedNames
  /// Everybody who is named, with all the names that each went by.
  package let people: [[String]]

  /// `others` are names that only the playbook tells from words: in its columns of people.
  package init(_ records: [SessionRecord], others: [String] = []) {
    people = NamedPeople(records, others: others).people
    names = ReplacedNames(people: people)
    let names = names
    self.records = records.map { Self.nameless($0, names) }
  }

  private static func nameless(_ record: SessionRecord, _ names: ReplacedNames) -> SessionRecord {
    if case .playbookPinned = record.fact.event { return record }
    if case .playbookChanged(var changed) = record.fact.event {
      changed.converted = changed.converted.mapValues { nameless($0, names) }
      let fact = Fact(.playbookChanged(changed), done: record.fact.done, again: record.fact.again)
      return SessionRecord(number: record.number, at: record.at, fact: fact)
    }
    var fields = WireWriter()
    let type = WireTable.write(record.fact.event, to: &fields)
    var reader = WireReader(fields.members.map { nameless($0, of: type, names) })
    guard let read = WireTable.readers[type], let event = try? read(&reader) else {
      return SessionRecord(
        number: record.number, at: record.at, fact: Fact(.unknown(type: "x.unreadable")))
    }
    let fact = Fact(event, done: record.fact.done, again: record.fact.again)
    return SessionRecord(number: record.number, at: record.at, fact: fact)
  }

  private static func nameless(
    _ member: JSONValue.Member, of type: String, _ names: ReplacedNames
  ) -> JSONValue.Member {
    if WireWords.isStructural(member.name, of: type) { return member }
    guard WireWords.entryLists.contains(member.name), let entries = member.value.array else {
      return .init(member.name, nameless(member.value, names))
    }
    return .init(
      member.name,
      .array(
        entries.map { entry in
          guard let members = entry.object?.filter({ $0.name != "email" }) else { return entry }
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
