/// A spelling from another language or keyboard that people try, and what to write for it here.
struct ForeignSpelling {
  let written: String
  let mended: String
  /// The advice, where "write X" is not all there is to say.
  var note: String?

  init(_ written: String, _ mended: String, note: String? = nil) {
    self.written = written
    self.mended = mended
    self.note = note
  }

  func diagnostic(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .foreignSpelling, at: span, "'\(written)' is not a word of this language",
      label: mended.isEmpty ? nil : "write \(mended)", notes: note.map { [$0] } ?? [])
  }

  /// The slip that these characters begin with; longer spellings come first in the table.
  static func sign(at characters: ArraySlice<Character>) -> ForeignSpelling? {
    guard let first = characters.first, beginnings.contains(first) else { return nil }
    return signs.first { slip in
      characters.starts(with: slip.written)
        && !(slip.written == "!" && characters.dropFirst().first == "=")
        && !(slip.written == "=" && characters.dropFirst().first == "=")
    }
  }

  /// The slip of a word that stands where a value is expected.
  static func word(_ word: String) -> ForeignSpelling? { words.first { $0.written == word } }

  /// The slip of a word that stands where an operator is expected.
  static func operatorWord(_ word: String) -> ForeignSpelling? {
    operatorWords.first { $0.written == word }
  }

  private static let signs: [ForeignSpelling] = [
    ForeignSpelling("&&", "and"),
    ForeignSpelling("||", "or"),
    ForeignSpelling("&", "and"),
    ForeignSpelling("|", "or"),
    ForeignSpelling("===", "=="),
    ForeignSpelling("!==", "!="),
    ForeignSpelling("=>", ">="),
    ForeignSpelling("=<", "<="),
    ForeignSpelling("<>", "!="),
    ForeignSpelling("!", "not"),
    ForeignSpelling(
      "=", "==", note: "two signs ask whether things are equal; a value is given under 'set:'"),
    ForeignSpelling(
      "?", "if(condition, this, that)", note: "'? :' is written as the function if"),
    ForeignSpelling(":", "", note: "'? :' is written if(condition, this, that)"),
    ForeignSpelling("**", "", note: "a power is written out: x * x"),
    ForeignSpelling("^", "", note: "a power is written out: x * x"),
    ForeignSpelling("≥", ">="),
    ForeignSpelling("≤", "<="),
    ForeignSpelling("≠", "!="),
    ForeignSpelling("×", "*"),
    ForeignSpelling("·", "*"),
    ForeignSpelling("÷", "/"),
    ForeignSpelling("−", "-", note: "that was the typographic minus"),
    ForeignSpelling("–", "-", note: "that was a dash"),
    ForeignSpelling("“", "'text'", note: "curly quotes are for prose"),
    ForeignSpelling("”", "'text'", note: "curly quotes are for prose"),
    ForeignSpelling("‘", "'text'", note: "curly quotes are for prose"),
    ForeignSpelling("’", "'text'", note: "curly quotes are for prose"),
  ]

  private static let beginnings = Set(signs.compactMap(\.written.first))

  private static let words: [ForeignSpelling] =
    ["true", "True", "TRUE", "Yes", "YES"].map { ForeignSpelling($0, "yes") }
    + ["false", "False", "FALSE", "No", "NO"].map { ForeignSpelling($0, "no") }
    + ["null", "nil", "None", "undefined", "NULL"].map { ForeignSpelling($0, "blank") }
    + ["NOT", "Not"].map { ForeignSpelling($0, "not") }

  private static let operatorWords: [ForeignSpelling] = [
    ForeignSpelling("AND", "and"),
    ForeignSpelling("OR", "or"),
    ForeignSpelling("IN", "in"),
    ForeignSpelling("is", "=="),
    ForeignSpelling("equals", "=="),
    ForeignSpelling("isnt", "!="),
    ForeignSpelling("contains", "contains(a, b)", note: "or, for a list: x in list"),
    ForeignSpelling("mod", "", note: "there is no remainder in this language"),
    ForeignSpelling("then", "if(condition, this, that)"),
    ForeignSpelling("else", "if(condition, this, that)"),
    ForeignSpelling("if", "if(condition, this, that)"),
  ]
}
