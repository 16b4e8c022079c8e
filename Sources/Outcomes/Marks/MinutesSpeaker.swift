import Values

/// Who says a line of minutes, where it says so itself.
extension SaidLine {
  private static let labels: Set<String> = [
    "decision", "decisions", "decided", "action", "actions", "action item", "action items", "todo",
    "to do", "ai", "note", "notes", "info", "outcome", "next step", "next steps", "follow up",
    "follow-up", "agreed", "resolved", "resolution", "consensus", "conclusion", "vote", "motion",
    "motion carried", "topic", "agenda", "budget", "present", "attendees", "here", "participants",
    "apologies", "regrets", "absent", "date", "time", "place", "chair", "minutes", "discussion",
    "parked", "task", "tasks", "risk", "risks", "proposal", "proposed", "question", "questions",
    "scribe", "meeting", "title", "project", "subject", "re", "ps", "owner", "owners", "assignee",
    "responsible", "due", "assigned to", "moderator", "facilitator", "note taker", "attending",
    "location", "host",
  ]

  /// Whoever a line names in front said it: `Oli: I will send it`.
  var bySpeaker: SaidLine {
    if speaker == nil, let (name, rest) = Self.boxed(text) { return SaidLine(number, name, rest) }
    guard speaker == nil, let colon = text.firstIndex(of: ":") else { return self }
    let head = text[..<colon]
    let rest = text[text.index(after: colon)...]
    let words = head.split(separator: " ")
    guard (1...3).contains(words.count), head.first?.isLetter == true, rest.first == " ",
      words.allSatisfy({
        $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" }
      }),
      !Self.labels.contains(TextFolding.fold(String(head))), !RollLine.isLabel(head),
      !MinutesMarker.isMarked(text)
    else { return self }
    return SaidLine(number, String(head), rest.trimmed)
  }

  /// `[Oli] I will send it`; what `[Docs] …` is about says nothing, and so does no harm.
  private static func boxed(_ text: String) -> (name: String, rest: String)? {
    guard text.first == "[", let close = text.firstIndex(of: "]"),
      !MinutesMarker.isMarked(text)
    else { return nil }
    let name = text[..<close].dropFirst()
    let rest = text[text.index(after: close)...]
    let words = name.split(separator: " ")
    guard (1...2).contains(words.count), rest.first == " ",
      words.allSatisfy({ $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) })
    else { return nil }
    return (String(name), rest.trimmed)
  }
}
