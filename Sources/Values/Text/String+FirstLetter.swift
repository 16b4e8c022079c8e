extension String {
  /// For a sentence that goes on: `Words to show` → `words to show`; `YAML` and `Q3` stay.
  package var lowercasedFirst: String {
    let second = dropFirst().first
    guard let second, second.isUppercase || second.isNumber else {
      return prefix(1).lowercased() + dropFirst()
    }
    return self
  }

  /// For the beginning of a sentence.
  package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
