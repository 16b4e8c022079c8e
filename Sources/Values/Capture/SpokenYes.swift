/// Yes and no as a room says them.
package enum SpokenYes {
  /// Whether the words say yes or no, and nothing besides; nil where they say something else.
  package static func read(_ words: String) -> Bool? {
    switch TextFolding.fold(words.trimmed.filter { !".,!".contains($0) }) {
    case "y", "yes", "yep", "yup", "yeah", "aye", "sure", "ok", "okay", "of course", "all yes",
      "yes all", "true", "ja", "oui", "si":
      true
    case "n", "no", "nope", "nah", "not yet", "false", "nein", "non": false
    default: nil
    }
  }
}
