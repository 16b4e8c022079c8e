import PlaybookLanguage
import Session
import Values

// What would be typed for an answer of each kind.
extension AnswerScript {
  func inputs(_ node: YAMLNode, _ question: Question, _ room: Room, _ place: Place) -> [Pending] {
    func line(_ words: String, _ at: YAMLNode) -> Pending {
      Pending(input: .line(words), span: at.place)
    }
    let entries = (node.entries ?? []).filter { !$0.value.isBlank }
    switch question.kind {
    case .list where node.entries != nil:
      return entries.flatMap { entry in
        (entry.value.items ?? [entry.value]).map {
          line("\(entry.name): \(($0.text ?? "").onOneLine)", $0)
        }
      }
    case .list: return (node.items ?? [node]).map { line(($0.text ?? "").onOneLine, $0) }
    case .table:
      // Where the rows are those of a list, a blank entry is the row of which nobody knows more.
      return (node.items ?? []).filter { !$0.isBlank || question.of != nil }.map {
        Pending(input: .row(Self.cells($0)), span: $0.place)
      }
    case .schedule:
      let tasks = (node.items ?? []).filter { !$0.isBlank }
      return [Pending(input: .tasks(tasks.map(Self.cells)), span: node.place)]
    case .raci: return entries.map { line(Self.duties($0), $0.value) }
    case .review:
      return Self.reviewed(node, question, room, place).map { line($0, node) }
    case .rank, .choices, .people: return [line(Self.words(node, separator: ", "), node)]
    case .group: return entries.map { line("\(Self.words($0.value)) \($0.name)", $0.value) }
    // An anonymous vote is typed without names, which the file may have all the same.
    case .vote where question.isAnonymous && node.text == nil:
      return (node.items ?? entries.map(\.value)).map { line(Self.words($0), $0) }
    case .fist where question.isAnonymous:
      let hands = node.items ?? node.entries.map { $0.map(\.value).filter { !$0.isBlank } }
      return [
        line(
          hands.map { $0.map { Self.words($0) }.joined(separator: " ") } ?? Self.words(node), node)
      ]
    case .vote where node.text != nil: return [line(node.text ?? "", node)]
    case .vote: return entries.map { line("\($0.name) \(Self.words($0.value))", $0.value) }
    case .fist:
      let hands = entries.map { "\($0.name) \(Self.words($0.value))" }
      return [line(hands.joined(separator: ", "), node)]
    case .matrix where node.entries != nil:
      let ratings = question.rows.map { Self.words(node[$0] ?? node) }
      return [line(ratings.joined(separator: ", "), node)]
    // A yes is one to every line; a list says what is typed at each.
    case .readback where node.items == nil:
      return ReadbackHandler.unread(room).map { _ in line(node.text ?? "", node) }
    case .readback: return (node.items ?? []).map { line(($0.text ?? "").onOneLine, $0) }
    case .signoff:
      return signatures(node, question, room, place)
    default: return [line(node.text ?? Self.words(node, separator: ", "), node)]
    }
  }

  private static func cells(_ node: YAMLNode) -> [JSONValue.Member] {
    (node.entries ?? []).filter { !$0.value.isBlank }.map {
      JSONValue.Member($0.name, .string($0.value.text ?? words($0.value, separator: ", ")))
    }
  }

  private static func words(_ node: YAMLNode, separator: String = " ") -> String {
    node.text ?? (node.items ?? []).compactMap(\.text).joined(separator: separator)
  }

  /// One line for each party that is written down, in the order in which they are asked, and for
  /// whoever else answered.
  ///
  /// Whoever is not there is absent; whoever is, and of whom nothing is written, has not answered.
  private func signatures(_ node: YAMLNode, _ question: Question, _ room: Room, _ place: Place)
    -> [Pending]
  {
    var unread = node.entries ?? []
    var isLeftOpen = false
    let asked = SignoffHandler(question).waiting(room, place).compactMap { party -> Pending? in
      let index = unread.firstIndex { room.names.match($0.name).person == party.id }
      let entry = index.map { unread.remove(at: $0) }
      let written = entry.flatMap { Self.signature($0.value) }
      guard let words = written ?? (party.isHere ? nil : "x") else {
        isLeftOpen = true
        return nil
      }
      return Pending(
        input: .line("\(party.name): \(words)"), span: entry?.keySpan ?? node.place)
    }
    let others = unread.compactMap { entry in
      Self.signature(entry.value).map {
        Pending(input: .line("\(entry.name): \($0)"), span: entry.keySpan)
      }
    }
    // The last party ends the question, so whoever is not asked comes first.
    let end = isLeftOpen ? [Pending(input: .skip, span: node.place)] : []
    return others + asked + end
  }

  private static func signature(_ node: YAMLNode) -> String? {
    guard node.entries != nil else { return node.isBlank ? nil : node.text }
    let parts = [node["verdict"], node["by"], node["note"]].compactMap { $0?.text }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension YAMLNode {
  /// The first thing of a map or list that a reader sees: where a mistake in it is shown.
  var place: SourceSpan { entries?.first?.keySpan ?? items?.first?.place ?? span }
}
