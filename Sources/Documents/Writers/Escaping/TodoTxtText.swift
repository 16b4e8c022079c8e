import Values

/// Words in a line of todo.txt.
enum TodoTxtText {
  /// A name as the value of a field: small, in its own script, with dashes for blanks.
  static func value(_ name: String) -> String {
    let words = PrintableText.line(name).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return words.isEmpty ? Slug.make(name) : words
  }

  /// Words in which nothing is a project, a context or a field of todo.txt.
  static func plain(_ text: String) -> String {
    PrintableText.line(text).split(separator: " ").map { word in
      if word.first == "+" || word.first == "@" { return "\(word.prefix(1)) \(word.dropFirst())" }
      guard let colon = word.firstIndex(of: ":"), word.index(after: colon) < word.endIndex,
        !word[colon...].hasPrefix("://")
      else { return String(word) }
      return "\(word[...colon]) \(word[word.index(after: colon)...])"
    }.joined(separator: " ")
  }
}
