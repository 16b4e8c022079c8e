import Session
import Values

/// Everybody whom a session names: who joined, who owns something without being there, and who was
/// in a meeting that it is linked to.
struct NamedPeople {
  /// Each person's names: first those who joined, in that order, then the others as they come.
  private(set) var people: [[String]] = []
  private var seats: [String: Int] = [:]

  init(_ records: [SessionRecord], others: [String]) {
    let events = records.map(\.fact.event)
    for case .peopleJoined(let joined) in events {
      for person in joined {
        // Behind the sign stands where many people have their mail.
        let mailbox = person.email.map { String($0.prefix { $0 != "@" }) }
        let names = [person.name, mailbox].compactMap(\.self)
        if let seat = seats[person.person] {
          people[seat] += names
        } else {
          seats[person.person] = people.count
          people.append(names)
        }
      }
    }
    for event in events { add(event) }
    for name in others { add(name) }
  }

  private mutating func add(_ event: SessionEvent) {
    switch event {
    case .itemsAdded(let added): for item in added.items { add(owners: item.row) }
    case .itemEdited(let edited): add(owners: edited.row)
    case .outcomeSettled(let outcome): outcome.owner.map { add($0) }
    case .actionUpdated(let update): update.owner.map { add($0) }
    case .sessionLinked(_, _, let body): add(linked: body)
    default: break
    }
  }

  private mutating func add(owners row: [JSONValue.Member]) {
    for member in row where member.name == "owner" { member.value.string.map { add($0) } }
  }

  /// Who owns, said or held something in another meeting, and who was there: all by their names.
  private mutating func add(linked body: JSONValue) {
    for member in body.object ?? [] {
      switch (member.name, member.value) {
      case ("owner", .string(let name)), ("by", .string(let name)): add(name)
      case ("names", .object(let names)): for name in names { name.value.string.map { add($0) } }
      case (EarlierAnswers.namesMember, .array(let names)):
        for name in names { name.string.map { add($0) } }
      case (_, .array(let values)): for value in values { add(linked: value) }
      default: break
      }
    }
  }

  /// A name, or several with commas, of people who may have joined under it or a part of it.
  private mutating func add(_ names: String) {
    for part in names.split(whereSeparator: { ",;&/".contains($0) }) {
      for name in String(part).replacing(" and ", with: ",").split(separator: ",") {
        addOne(String(name).trimmed)
      }
    }
  }

  private mutating func addOne(_ name: String) {
    let words = Self.words(name)
    guard seats[name] == nil, !words.isEmpty, words.count <= 6, name.count <= 60,
      name.contains(where: \.isLetter)
    else { return }
    let known = people.map { $0.map(Self.words) }
    if known.contains(where: { $0.contains { Self.isPart(words, of: $0) } }) { return }
    // Of somebody who joined as Ana, `Ana Lima` is the whole name.
    let shorter = known.indices.filter { seat in
      known[seat].contains { !$0.isEmpty && Self.isPart($0, of: words) }
    }
    if shorter.count == 1 { people[shorter[0]].append(name) } else { people.append([name]) }
  }

  private static func words(_ name: String) -> [String] {
    TextFolding.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isPart(_ words: [String], of name: [String]) -> Bool {
    words == name || (words.count == 1 && name.contains(words[0]))
  }
}
