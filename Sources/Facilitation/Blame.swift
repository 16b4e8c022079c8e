import Values

/// Words of blame in what should be a fact; flagged at the console only.
enum Blame {
  private static let words: Set<String> = [
    "fault", "blame", "blamed", "guilty", "lazy", "careless", "incompetent", "useless", "stupid",
    "idiot", "clueless", "sloppy", "negligent", "ignored", "refused", "lied", "excuse", "excuses",
    "never", "always", "obviously", "unprofessional", "hopeless", "sabotaged",
  ]
  private static let phrases = [
    "should have", "should've", "failed to", "did not bother", "didn't bother", "did not care",
    "didn't care", "because of you", "let us down", "dropped the ball", "as usual", "yet again",
  ]

  /// The first word that blames somebody; nil for a fact.
  static func word(in text: String) -> String? {
    let folded = TextFolding.fold(text)
    if let phrase = phrases.first(where: { folded.firstRange(of: $0) != nil }) { return phrase }
    return folded.split { !$0.isLetter && $0 != "'" }.map(String.init).first(where: words.contains)
  }

  /// What the facilitator may ask instead.
  static func remark(_ text: String) -> Utterance? {
    word(in: text).map {
      .tip("“\($0)” may sound like blame: what happened, when, and where does it stand?")
    }
  }
}
