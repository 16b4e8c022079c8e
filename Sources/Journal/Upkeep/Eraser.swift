import Session
import Values

/// Rewrites lines without the words that are to go.
struct Eraser {
  let path: String
  let targets: Set<Redaction.Target>
  /// The session's own id: an update names an item of this one or of another.
  let session: String?

  static let mark = JSONValue.string(RedactedText.mark)

  /// The file without the words, the lines that lost them with what they lost, and those that say the
  /// same words still.
  func rewrite(
    _ bytes: [UInt8], on date: CalendarDate
  ) throws(JournalError) -> (bytes: [UInt8], taken: [LineGist], elsewhere: [LineGist]) {
    var lines = JournalRewrite.lines(bytes).enumerated().map { Line($0 + 1, $1) }
    for index in lines.indices where !lines[index].isPlaybook {
      let line = lines[index]
      lines[index].rest = erased(line.object, line.number).flatMap { $0 == line.members ? nil : $0 }
      guard lines[index].rest == nil, targets.contains(.record(line.number)) else { continue }
      throw JournalError(
        path, .cannotRedact(number: line.number, why: "there are no words in it to take out"))
    }
    let lost = Lost(lines, session)
    for index in lines.indices where lines[index].isPlaybook {
      lines[index].rest = try converted(lines[index], lost)
    }
    var rewritten: [UInt8] = []
    for line in lines {
      guard let rest = line.rest else {
        rewritten += line.bytes + [UInt8(ascii: "\n")]
        continue
      }
      rewritten += try sealed(rest, line.number, date)
    }
    return (rewritten, lines.compactMap(\.gist), lines.compactMap { lost.gist(of: $0) })
  }

  /// One line, and what is left of it.
  struct Line {
    let place: Int
    let bytes: ArraySlice<UInt8>
    let members: [JSONValue.Member]
    /// nil where it stays as it is.
    var rest: [JSONValue.Member]?

    init(_ place: Int, _ bytes: ArraySlice<UInt8>) {
      self.place = place
      self.bytes = bytes
      members = (try? RecordCodec.members(bytes)) ?? []
    }

    var object: JSONValue { .object(members) }
    var number: Int { object["n"]?.int ?? 0 }
    var isPlaybook: Bool { object["type"]?.string?.hasPrefix("playbook.") ?? false }
    var gist: LineGist? { rest.map { LineGist(line: place, members, without: $0) } }
  }

  /// The redacted line, proved to be readable.
  private func sealed(
    _ members: [JSONValue.Member], _ number: Int, _ date: CalendarDate
  ) throws(JournalError) -> [UInt8] {
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
    if targets.contains(.record(number)) || isAbout(object) {
      return Self.erased(members)
    }
    guard let items = object["items"]?.array, items.contains(where: { isMeant($0["id"]) }) else {
      return nil
    }
    let kept = items.map { isMeant($0["id"]) ? Self.erasedEntry($0) : $0 }
    return members.map { $0.name == "items" ? .init("items", .array(kept)) : $0 }
  }

  /// Whether a record is about one item that is meant, and of this session.
  private func isAbout(_ object: JSONValue) -> Bool {
    if isMeant(object["item"]) || isMeant(object["outcome"]) { return true }
    switch object["type"]?.string {
    case "outcome.settled": return isMeant(object["id"])
    case "action.updated":
      return isMeant(object["action"]) && object["session"]?.string == session
    default: return false
    }
  }

  /// A playbook's line without the answers that it converted, as far as they are to go; nil where none
  /// is.
  ///
  /// The playbook itself stays: without it the session cannot be read.
  private func converted(
    _ line: Line, _ lost: Lost
  ) throws(JournalError) -> [JSONValue.Member]? {
    let isMeant = targets.contains(.record(line.number))
    let answers = line.object["converted"]?.object ?? []
    if isMeant, answers.isEmpty {
      let why = "a session cannot be read without its playbook"
      throw JournalError(path, .cannotRedact(number: line.number, why: why))
    }
    let renamed = line.object["renamed"]?.object ?? []
    let kept = answers.map { answer -> JSONValue.Member in
      guard isMeant || lost.holds(answer, renamed) else { return answer }
      return .init(answer.name, Self.erased(answer.value))
    }
    guard kept != answers else { return nil }
    return line.members.map { $0.name == "converted" ? .init("converted", .object(kept)) : $0 }
  }

  private func isMeant(_ id: JSONValue?) -> Bool {
    id?.string.map { targets.contains(.item($0)) } ?? false
  }

  /// A line’s members without anybody’s words.
  static func erased(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    let type = members.first { $0.name == "type" }?.value.string
    return members.map { erased($0, of: type) }
  }

  private static func erased(_ member: JSONValue.Member, of type: String?) -> JSONValue.Member {
    if WireWords.isStructural(member.name, of: type) { return member }
    // The one member that is written as a text and is none: a date.
    if member.name == "due" { return .init("due", .null) }
    guard WireWords.entryLists.contains(member.name), let entries = member.value.array else {
      return .init(member.name, erased(member.value))
    }
    // Counts of a secret vote are nobody's words, and all that it says.
    if member.name == "counts" { return .init("counts", .array([])) }
    return .init(member.name, .array(entries.map(erasedEntry)))
  }

  /// An entry of `people`, `items` or `ballots`; a bare id stays.
  private static func erasedEntry(_ entry: JSONValue) -> JSONValue {
    guard let members = entry.object else { return entry }
    return .object(
      members.map { member in
        if WireWords.structuralInside.contains(member.name) { return member }
        // A ballot without what it says is an abstention.
        return .init(member.name, member.name == "value" ? .null : erased(member.value))
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

/// What a redaction takes away, to find it again elsewhere.
private struct Lost {
  /// Whose answers went.
  private let questions: Set<String>
  /// Texts long enough to be anybody's words.
  private let texts: Set<String>

  init(_ lines: [Eraser.Line], _ session: String?) {
    let taken = lines.filter { $0.rest != nil }
    questions = Set(
      taken.filter { $0.object["type"]?.string == "answer.set" }.compactMap {
        $0.object["q"]?.string
      })
    let names = Set(lines.filter { $0.rest == nil }.flatMap(Self.names).map(TextFolding.fold))
    texts = Set(taken.compactMap(\.gist).flatMap(\.texts).map(TextFolding.fold)).filter {
      $0.count > 2 && !names.contains($0) && CalendarDate(iso: $0) == nil
    }
  }

  /// Who was there is no secret of an action that somebody owns.
  private static func names(_ line: Eraser.Line) -> [String] {
    (line.object["people"]?.array ?? []).compactMap { $0["name"]?.string }
  }

  /// Whether a converted answer is one that went, or says the same.
  func holds(_ answer: JSONValue.Member, _ renamed: [JSONValue.Member]) -> Bool {
    if questions.contains(answer.name) { return true }
    let wasCalled = renamed.filter { $0.value.string == Self.question(answer.name) }.map(\.name)
    let rest = answer.name.dropFirst(Self.question(answer.name).count)
    if wasCalled.contains(where: { questions.contains($0 + rest) }) { return true }
    return answer.value.string.map(isSaid) ?? false
  }

  private static func question(_ address: String) -> String {
    String(address.prefix { $0 != "@" && $0 != "!" })
  }

  private func isSaid(_ words: String) -> Bool {
    let folded = TextFolding.fold(words)
    return texts.contains { folded.contains($0) }
  }

  /// What a line still says, where it says some of the same words; nil where it does not.
  func gist(of line: Eraser.Line) -> LineGist? {
    guard !texts.isEmpty else { return nil }
    let left = line.rest ?? line.members
    let isPlaybook = line.isPlaybook
    let bare = Eraser.erased(left)
    let without = zip(left, bare).map { isPlaybook && $0.name != "converted" ? $0 : $1 }
    let gist = LineGist(line: line.place, left, without: without)
    return gist.texts.contains(where: isSaid) ? gist : nil
  }
}
