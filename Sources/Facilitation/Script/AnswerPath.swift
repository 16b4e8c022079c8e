import PlaybookLanguage
import Session
import Values

/// The way through a file of answers to the one for a place: through the items of loops, an entry
/// each, and through the turns of repeats, a map each.
struct AnswerPath {
  private let script: AnswerScript
  private let room: Room
  private let place: Place
  /// Names of the file that this way led through, and of repeats how many turns.
  private(set) var met: [String: Int] = [:]

  init(_ script: AnswerScript, _ room: Room, _ place: Place) {
    self.script = script
    self.room = room
    self.place = place
  }

  /// The answer for this turn of the loops around the question; nil where there is none.
  mutating func find(_ question: Question) throws(AnswerScript.Fault) -> YAMLNode? {
    if let own = script.answers[question.id] {
      met[question.id] = 0
      return try descend(own, place.bindings[...], question)
    }
    var map: YAMLNode?
    var after = place.bindings.startIndex
    for (index, binding) in place.bindings.enumerated() {
      guard let list = binding.turnOf else { continue }
      let turns = map.map { Self.value($0, list) } ?? script.answers[list]
      let number = Self.turn(binding)
      if map == nil, script.answers[list] != nil { met[list] = number + 1 }
      guard let turns, let found = try descend(turns, place.bindings[after..<index], question),
        let items = found.items, items.indices.contains(number)
      else { return nil }
      map = items[number]
      after = index + 1
    }
    guard let node = map.flatMap({ Self.value($0, question.id) }) else { return nil }
    return try descend(node, place.bindings[after...], question)
  }

  /// By full name, or by its last word.
  private static func value(_ map: YAMLNode, _ name: String) -> YAMLNode? {
    map[name] ?? name.split(separator: ".").last.flatMap { map[String($0)] }
  }

  /// Turns are numbered from 1, places in a list from 0.
  private static func turn(_ binding: Binding) -> Int {
    (Int(binding.key.drop { !$0.isNumber }) ?? 1) - 1
  }

  private func descend(
    _ node: YAMLNode, _ bindings: ArraySlice<Binding>, _ question: Question
  ) throws(AnswerScript.Fault) -> YAMLNode? {
    var found = node
    for index in bindings.indices {
      guard !found.isBlank, let items = found.items else { return nil }
      let number = try self.number(at: index, items.count, found, question)
      guard items.indices.contains(number) else { return nil }
      found = items[number]
    }
    return found.isBlank ? nil : found
  }

  /// The place of a loop's item in its list, those that are not asked included; a file with more or
  /// fewer entries than items would give answers to the wrong ones.
  private func number(
    at index: Int, _ count: Int, _ node: YAMLNode, _ question: Question
  ) throws(AnswerScript.Fault) -> Int {
    let binding = place.bindings[index]
    if binding.turnOf != nil { return Self.turn(binding) }
    guard let clause = clause(of: binding, question) else { return 0 }
    let keys = room.scope.expand([clause], Array(place.bindings[..<index])).compactMap(\.last?.key)
    if keys.count != count {
      let items = keys.count.counted("item")
      let entries = count.counted("entry", "entries")
      var fault = script.fault(
        "the file has \(entries) here, and '\(clause.list.source)' has \(items): "
          + "one for each, ~ where it is not asked", at: place, node.place)
      fault.isOfCount = true
      throw fault
    }
    return keys.firstIndex(of: binding.key) ?? 0
  }

  private func clause(of binding: Binding, _ question: Question) -> LoopClause? {
    for case .loop(let clauses) in room.session.index.questions[question.id]?.frames ?? [] {
      if let clause = clauses.first(where: { $0.variable == binding.variable }) { return clause }
    }
    return nil
  }
}
