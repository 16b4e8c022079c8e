/// Words between the parts of a name that are nobody's name by themselves: `van`, `de la`.
package enum NameParticles {
  /// Whether a word is one, in small letters as it stands in a name.
  package static func has(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set = [
    "a", "af", "al", "an", "ap", "av", "bar", "ben", "bin", "bint", "d", "da", "dal", "das", "de",
    "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "i",
    "ibn", "in", "l", "la", "las", "le", "lo", "los", "mac", "na", "of", "op", "och", "os", "san",
    "st", "t", "te", "ten", "ter", "the", "ther", "till", "tot", "und", "upon", "van", "vande",
    "vander", "vom", "von", "vor", "y", "z", "zu", "zum", "zur",
  ]
}
