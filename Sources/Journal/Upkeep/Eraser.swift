import Session
import Values

/// Rewrites lines without the words that are to go.
struct Eraser {
  let path: String
  let targets: Set<Redaction.Target>

  static let mark: JSONValue = "[redacted]"

  /// The file without the words, and the lines that lost them with what they lost.
  func rewrite(
    _ bytes: [UInt8], on date: CalendarDate
  ) throws(JournalError) -> ([UInt8], [LineGist]) {
    var rewritten: [UInt8] = []
    var taken: [LineGist] = []
    for (index, line) in JournalRewrite.lines(bytes).enumerated() {
      let members = (try? RecordCodec.members(line)) ?? []
      let object = JSONValue.object(members)
      if let number = object["n"]?.int, let erased = erased(object, number) {
        rewritten += try sealed(erased, number, date)
        taken.append(LineGist(line: index + 1, members, only: targets))
      } else {
        rewritten += line + [UInt8(ascii: "\n")]
      }
    }
    return (rewritten, taken)
  }

  /// The redacted line, proved to be readable.
  private func sealed(
    _ members: [JSONValue.Member], _ number: Int, _ date: CalendarDate
  ) throws(JournalError) -> [UInt8] {
    let type = JSONValue.object(members)["type"]?.string ?? ""
    if type.hasPrefix("playbook.") {
      let why = "a session cannot be read without its playbook"
      throw JournalError(path, .cannotRedact(number: number, why: why))
    }
    let dated = members.filter { $0.name != "redacted" } + [.init("redacted", .string(date.iso))]
    let line = RecordCodec.line(.object(dated))
    do throws(RecordFault) {
      _ = try RecordCodec.record(line.dropLast())
    } catch {
      throw JournalError(path, .cannotRedact(number: number, why: error.description))
    }
    return line
  }

  // MARK: What goes

  /// A record's members without their words; nil where nothing in it is meant.
  func erased(_ object: JSONValue, _ number: Int) -> [JSONValue.Member]? {
    guard let members = object.object else { return nil }
    if targets.contains(.record(number))
      || Self.itemMembers.contains(where: { isMeant(object[$0]) })
    {
      return members.map { Self.erased($0, of: object["type"]?.string) }
    }
    guard let items = object["items"]?.array, items.contains(where: { isMeant($0["id"]) }) else {
      return nil
    }
    let kept = items.map { isMeant($0["id"]) ? Self.erasedEntry($0) : $0 }
    return members.map { $0.name == "items" ? .init("items", .array(kept)) : $0 }
  }

  /// Members that name the one item a record is about.
  private static let itemMembers = ["item", "outcome", "action", "id"]

  private func isMeant(_ id: JSONValue?) -> Bool {
    id?.string.map { targets.contains(.item($0)) } ?? false
  }

  private static func erased(_ member: JSONValue.Member, of type: String?) -> JSONValue.Member {
    if WireWords.isStructural(member.name, of: type) { return member }
    // The one member that is written as a text and is none: a date.
    if member.name == "due" { return .init("due", .null) }
    guard WireWords.entryLists.contains(member.name), let entries = member.value.array else {
      return .init(member.name, erased(member.value))
    }
    return .init(member.name, .array(entries.map(erasedEntry)))
  }

  /// An entry of `people`, `items`, `ballots` or `counts`; a bare id stays.
  private static func erasedEntry(_ entry: JSONValue) -> JSONValue {
    guard let members = entry.object else { return entry }
    return .object(
      members.map {
        WireWords.structuralInside.contains($0.name) ? $0 : .init($0.name, erased($0.value))
      })
  }

  /// Texts become the mark, everything else null; the shape of lists and objects stays.
  private static func erased(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string: mark
    case .array(let values): .array(values.map(erased))
    case .object(let members): .object(members.map { .init($0.name, erased($0.value)) })
    case .null, .bool, .number: .null
    }
  }
}
