package import PlaybookLanguage
import Values

// Where loops stand: the combinations of their clauses, and what stands for each in an address.
extension SessionScope {
  func binding(_ number: Int, of loop: Step.RepeatLoop, _ outer: Bindings) -> Binding {
    let item = turn(number, of: loop.list, outer)
    return Binding(
      variable: loop.variable, value: .item(item), key: item.id, turnOf: loop.list)
  }

  /// Every combination of the clauses' items, the first clause slowest; one empty one for none.
  package func expand(_ clauses: [LoopClause], _ outer: Bindings) -> [Bindings] {
    clauses.reduce([outer]) { combinations, clause in
      combinations.flatMap { bindings -> [Bindings] in
        guard case .list(let values) = evaluate(clause.list, bindings) else { return [] }
        return zip(values, Self.keys(values)).map { value, key in
          bindings + [Binding(variable: clause.variable, value: value, key: key)]
        }
      }
    }
  }

  /// What stands in an address for each value of a loop.
  ///
  /// Plain words stand for themselves, so that an answer stays with them when others go; the second
  /// of two alike gets a number.
  private static func keys(_ values: [Value]) -> [String] {
    var seen: [String: Int] = [:]
    return values.enumerated().map { place, value in
      let key = addressKey(value) ?? String(place + 1)
      seen[key, default: 0] += 1
      let count = seen[key] ?? 1
      return count == 1 ? key : "\(key)-\(count)"
    }
  }

  static func addressKey(_ value: Value) -> String? {
    switch value {
    case .item(let item): item.id
    case .person(let person): person.id
    case .text(let words), .choice(let words): wordKey(words)
    case .number(let number), .rating(let number, _): number.description
    case .date(let date): date.iso
    default: nil
    }
  }

  /// The signs of an address, and whatever else is no letter or digit, give way to a dash.
  private static func wordKey(_ words: String) -> String? {
    let key = words.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-").prefix(40)
    return key.isEmpty ? nil : String(key)
  }
}
