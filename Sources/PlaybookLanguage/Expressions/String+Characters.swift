extension String {
  /// Each byte is a character of its own: no rules of Unicode are needed to cut it.
  var isPlain: Bool {
    // A carriage return and a line feed are one character.
    hasOnly { $0 < 0x80 && $0 != 0x0D }
  }

  var isASCII: Bool { hasOnly { $0 < 0x80 } }

  var allCharacters: [Character] {
    isPlain ? utf8.map { Character(Unicode.Scalar($0)) } : Array(self)
  }

  /// Whether every byte is as it should be; files have a million, so they are not taken one by one.
  private func hasOnly(_ isFit: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isFit) } ?? utf8.allSatisfy(isFit)
  }
}
