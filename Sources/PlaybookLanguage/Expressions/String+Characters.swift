extension String {
  /// Each byte is a character of its own: no rules of Unicode are needed to cut it.
  var isPlain: Bool {
    // A carriage return and a line feed are one character.
    utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
  }

  var allCharacters: [Character] {
    isPlain ? utf8.map { Character(Unicode.Scalar($0)) } : Array(self)
  }
}
