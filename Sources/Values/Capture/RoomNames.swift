/// The people of a room, and whom a typed name means among them.
package struct RoomNames: Sendable, Hashable {
  /// One person: an id and the name they go by.
  package struct Person: Sendable, Hashable {
    package let id: String
    package let name: String

    /// The id is the session's, the name as it was given.
    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  package let people: [Person]
  private let folded: [[String]]

  /// The people in the order in which `.several` names them.
  package init(people: [Person]) {
    self.people = people
    folded = people.map { Self.words($0.name) }
  }

  /// The same from pairs.
  package init(people: [(id: String, name: String)]) {
    self.init(people: people.map { Person(id: $0.id, name: $0.name) })
  }

  /// Whom the typed words mean, without regard to capitals and diacritics.
  ///
  /// The first rule that finds anybody counts: the whole name, the first name, another part of the
  /// name, the beginning of the name, of another part, one or two slips of the keyboard. Where it finds two people
  /// the answer is `.several`, in the room's order.
  package func match(_ typed: String) -> NameMatch {
    let words = Self.words(typed)
    guard !words.isEmpty else { return .none }
    let rules: [([String]) -> Bool] = [
      { $0 == words },
      { words.count == 1 && $0.first == words[0] },
      { words.count == 1 && $0.contains(words[0]) },
      { Self.begins($0, with: words) },
      { words.count == 1 && $0.contains { $0.hasPrefix(words[0]) } },
    ]
    return firstMatch(rules) ?? near(words)
  }

  /// Who is meant by a name that a program gave: `Vera Kraus (Guest)` where only a Vera is here.
  ///
  /// Nil where it is nobody for certain.
  package func speaker(_ name: String) -> String? {
    let bare = String(name.prefix { $0 != "(" && $0 != "[" }).trimmed
    if case .one(let id) = match(bare) { return id }
    let typed = Self.words(bare)
    let found = zip(people, folded).filter {
      !$0.1.isEmpty && $0.1.count < typed.count && typed.starts(with: $0.1)
    }
    guard found.count == 1, !namesAnother(typed.dropFirst(found[0].1.count), found[0].0) else {
      return nil
    }
    return found[0].0.id
  }

  /// Whether what follows a name has somebody else's: `ana bo` are two people.
  private func namesAnother(_ rest: ArraySlice<String>, _ first: Person) -> Bool {
    zip(people, folded).contains { person, name in
      person != first && name.first.map(rest.contains) == true
    }
  }

  /// As ``match(_:)``, without beginnings and slips: for words inside a sentence.
  package func exactMatch(_ typed: String) -> NameMatch {
    let words = Self.words(typed)
    guard !words.isEmpty else { return .none }
    let rules: [([String]) -> Bool] = [
      { $0 == words },
      { words.count == 1 && $0.first == words[0] },
      { words.count == 1 && $0.contains(words[0]) },
    ]
    return firstMatch(rules) ?? .none
  }

  /// What the first rule says that finds anybody.
  private func firstMatch(_ rules: [([String]) -> Bool]) -> NameMatch? {
    for rule in rules {
      let ids = zip(people, folded).filter { rule($0.1) }.map(\.0.id)
      if !ids.isEmpty { return ids.count == 1 ? .one(ids[0]) : .several(ids) }
    }
    return nil
  }

  /// `ana b` begins `Ana Berg`: all words but the last are whole.
  private static func begins(_ name: [String], with typed: [String]) -> Bool {
    guard typed.count <= name.count, let last = typed.last else { return false }
    return name.starts(with: typed.dropLast()) && name[typed.count - 1].hasPrefix(last)
  }

  /// A name too short to allow for slips, with one letter too many: `bob` where Bo is here.
  private func shortened(_ typed: String) -> NameMatch {
    let ids = zip(people, folded).filter { _, name in
      name.contains { $0.count >= 2 && typed.count == $0.count + 1 && typed.hasPrefix($0) }
    }.map(\.0.id)
    return ids.count == 1 ? .near(ids[0]) : .none
  }

  private func near(_ words: [String]) -> NameMatch {
    let typed = words.joined(separator: " ")
    let limit = NearestWord.slips(allowedIn: typed)
    let distances = folded.map { name in
      let forms = words.count == 1 ? name : [name.joined(separator: " ")]
      let distances = forms.map { form in
        let held = min(limit, NearestWord.slips(allowedIn: form))
        let distance = NearestWord.distance(typed, form, limit: held)
        return distance <= held ? distance : limit + 1
      }
      return distances.min() ?? limit + 1
    }
    guard let best = distances.min(), best <= limit else { return shortened(typed) }
    let ids = zip(people, distances).filter { $0.1 == best }.map(\.0.id)
    return ids.count == 1 ? .near(ids[0]) : .several(ids)
  }

  private static func words(_ name: String) -> [String] {
    TextFolding.fold(name).split { $0.isWhitespace || $0 == "." || $0 == "," }.map(String.init)
  }
}
