import Values

/// A word, number, string or sign of an expression, with its place in the source text.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Number)
    case string(String)
    case word(String)
    case sign(String)
    case end
  }

  let kind: Kind
  /// In characters from the source text's start.
  let start: Int
  let end: Int

  /// How a message calls it: `'and'`, `the end`.
  var quoted: String {
    switch kind {
    case .number(let number): "the number \(number)"
    case .string: "this text"
    case .word(let word): "'\(word)'"
    case .sign(let sign): "'\(sign)'"
    case .end: "the end"
    }
  }
}
