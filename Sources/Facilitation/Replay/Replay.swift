import PlaybookLanguage
import Session
import Values

/// What an earlier meeting of the same playbook said at this place, to be taken by Enter.
struct Replay {
  let room: Room
  private let body: JSONValue
  private let session: String

  /// Nil where no meeting is replayed.
  init?(_ room: Room) {
    guard let body = room.state.linked[EarlierAnswers.replayLink],
      let session = room.state.linkedSessions[EarlierAnswers.replayLink]
    else { return nil }
    self.room = room
    self.body = body
    self.session = session
  }

  var title: String { body["title"]?.string ?? "" }

  /// Who was there, as it is typed.
  var people: String { body["people"]?.string ?? "" }

  /// Who held a role, of those who are here now.
  func holders(of role: String) -> String {
    let names = (body["roles"]?[role]?.string ?? "").split(separator: ",").map {
      String($0).trimmed
    }
    return names.filter { room.names.match($0).person != nil }.joined(separator: ", ")
  }

  /// A single answer's words; empty where there was none.
  func words(at place: Place) -> String {
    body["answers"]?[earlier(place.address).description]?.string ?? ""
  }

  // MARK: Entries

  struct Entry {
    /// In the earlier meeting.
    let id: String
    let words: String
  }

  /// What a list, a table, a grouping or a schedule held, and which of it has not been gone through.
  func entries(at place: Place) -> (all: Int, waiting: [Entry]) {
    let address = earlier(place.address).description
    let all = (body["items"]?.array ?? []).filter { $0["q"]?.string == address }
    guard !all.isEmpty else { return (0, []) }
    let taken = Set(room.state.items.compactMap(\.source))
    let waiting = all.compactMap { item -> Entry? in
      guard let id = item["id"]?.string, !taken.contains(source(id)),
        !room.state.settled.contains(Self.leavingOut(id, at: place)),
        let words = words(item)
      else { return nil }
      return Entry(id: id, words: speaker(of: item).map { "\($0): \(words)" } ?? words)
    }
    return (all.count, waiting)
  }

  /// Whose words it is now: the same person, else the only one here of the same function.
  ///
  /// Nil where nobody said it, or nobody of them is here.
  private func speaker(of item: JSONValue) -> String? {
    guard let name = item["by"]?.string else { return nil }
    if case .one(let id) = room.names.match(name) { return room.state.name(of: id) }
    guard let function = item["function"]?.string.map(TextFolding.fold) else { return nil }
    let colleagues = room.state.people.filter {
      $0.function.map(TextFolding.fold) == function
    }
    return colleagues.count == 1 ? colleagues[0].name : nil
  }

  /// A theme names its members by the numbers that they have now; without any it is no theme.
  private func words(_ item: JSONValue) -> String? {
    guard let words = item["words"]?.string else { return nil }
    guard let members = item["members"]?.array else { return words }
    let numbers = members.compactMap(\.string).compactMap(taken).compactMap(\.number)
    return numbers.isEmpty ? nil : "\(numbers.map(String.init).joined(separator: " ")) \(words)"
  }

  /// The live item that came from an earlier one.
  private func taken(_ id: String) -> Item? {
    room.state.items.first { $0.source == source(id) && $0.isLive }
  }

  /// Where an item came from, as its record has it.
  func source(_ id: String) -> String { "\(session)/\(id)" }

  /// What is settled when an entry was gone through and not taken.
  static func leavingOut(_ id: String, at place: Place) -> Address {
    Address(place.address.question + ".replayed", items: place.address.items + [id])
  }

  // MARK: The same place in the earlier meeting

  /// Each item of the address as it was called there: by what it came from, a person by the name.
  private func earlier(_ address: Address) -> Address {
    guard !address.items.isEmpty else { return address }
    return Address(address.question, items: address.items.map(earlier), person: address.person)
  }

  private func earlier(_ key: String) -> String {
    if let item = room.state.item(key) {
      guard let source = item.source, source.hasPrefix(session + "/") else { return "-" }
      return String(source.dropFirst(session.count + 1))
    }
    guard let person = room.state.person(key) else { return key }
    let names = body["names"]?.object ?? []
    let folded = TextFolding.fold(person.name)
    return names.first { TextFolding.fold($0.value.string ?? "") == folded }?.name ?? "-"
  }
}
