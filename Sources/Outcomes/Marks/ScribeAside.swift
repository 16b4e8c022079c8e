/// What is typed for the robots of a channel: who wants to speak, who is there, what the agenda is.
///
/// The programs that make minutes leave it out, so that it parts no two lines.
enum ScribeAside {
  static func isAside(_ text: String) -> Bool {
    let folded = text.lowercased()
    if ["zakim,", "trackbot,", "agendabot,", "ghurlbot,", "gb,"].contains(where: folded.hasPrefix) {
      return true
    }
    let word = folded.prefix { $0.isLetter }
    let sign = folded[word.endIndex...].drop { $0 == " " }.first
    switch String(word) {
    case "q", "qq", "queue": return sign.map { "+-=?".contains($0) } ?? true
    case "ack", "acks", "recognize", "recognise": return folded.contains(" ")
    case "present", "regrets", "regret", "scribe", "scribenick", "chair", "chairs", "agenda":
      return sign.map { "+-=?".contains($0) } ?? false
    default: return ["+q", "-q", "?q", "=q"].contains(where: folded.hasPrefix)
    }
  }
}

/// Who says that they will do it themselves: `me to write`, `I will write`.
enum FirstPerson {
  static let words: Set<String> = ["me", "myself", "i"]

  /// With whoever said it as the owner.
  static func named(_ mark: Mark) -> Mark {
    guard let speaker = mark.speaker, !speaker.isEmpty else { return mark }
    var mark = mark
    if mark.owners.contains(where: { words.contains($0.lowercased()) }) {
      mark.owners = mark.owners.map { words.contains($0.lowercased()) ? speaker : $0 }
      return mark
    }
    guard mark.owners.isEmpty else { return mark }
    for opening in ["I will ", "I'll ", "I’ll ", "I to ", "I should ", "I am to ", "I shall "]
    where mark.text.hasPrefix(opening) {
      mark.owners = [speaker]
      mark.text = String(mark.text.dropFirst(opening.count))
      break
    }
    return mark
  }
}
