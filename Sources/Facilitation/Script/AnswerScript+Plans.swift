import PlaybookLanguage
import Session
import Values

// What would be typed for duties and for what earlier sessions left open.
extension AnswerScript {
  /// `Label data: R dan A rosa`, written as that line or as `{R: Dan, A: Rosa, C: [Finn, Leah]}`.
  static func duties(_ entry: YAMLEntry) -> String {
    let parts =
      entry.value.text
      ?? (entry.value.entries ?? []).filter { !$0.value.isBlank }.map { part in
        let names =
          part.value.text ?? (part.value.items ?? []).compactMap(\.text).joined(separator: ", ")
        return "\(part.name) \(names)"
      }.joined(separator: " ")
    return "\(entry.name): \(parts)"
  }

  /// A list in the order of the open ones, or a map by their words or ids; `~` leaves one as it is.
  static func reviewed(_ node: YAMLNode, _ question: Question, _ room: Room, _ place: Place)
    -> [String]
  {
    if let items = node.items {
      return items.enumerated().compactMap { index, item in
        item.isBlank ? nil : item.text.map { "\(index + 1) \($0)" }
      }
    }
    guard let source = question.of,
      case .list(let values) = room.scope.evaluate(source, place.bindings)
    else { return [] }
    return (node.entries ?? []).compactMap { entry in
      guard !entry.value.isBlank, let words = entry.value.text else { return nil }
      let number = values.firstIndex { value in
        guard case .item(let item) = value else { return false }
        return item.id == entry.name || room.scope.text(of: item) == entry.name
      }
      return number.map { "\($0 + 1) \(words)" } ?? "\(entry.name) \(words)"
    }
  }
}
