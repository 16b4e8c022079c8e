/// Quick capture: one typed line, taken apart into what it says.
package enum Capture {
  /// Reads `Ana drafts the pilot plan by Friday #legal`, or `get an SLA from the vendor, ana fri`.
  ///
  /// The owner is a name at the beginning, after a comma or right before a day at the end, or
  /// `@name` anywhere; two names may be joined by `and`. A word that stands where an owner stands
  /// and names nobody is given with `.none`, to be asked about; a `TBD` there is nobody, and one
  /// where a day stands is no day. `done when …` and `#tags` may stand anywhere; a tag inside the
  /// sentence stays in its words.
  package static func action(
    _ text: String, people: RoomNames, today: CalendarDate
  ) -> CapturedAction {
    read(text, people, today, isBehindWords: false)
  }

  /// Reads what is said of something whose words stand already: `mia, 11 dec`, `fri`, `owner tbd`.
  ///
  /// What is left in the text are words of its own, which are neither owner nor day.
  package static func terms(
    _ text: String, people: RoomNames, today: CalendarDate
  ) -> CapturedAction {
    let whole = action(text, people: people, today: today)
    return whole.text.isEmpty ? whole : read(text, people, today, isBehindWords: true)
  }

  private static func read(
    _ text: String, _ people: RoomNames, _ today: CalendarDate, isBehindWords: Bool
  ) -> CapturedAction {
    var line = ActionLine(
      words: SpokenWord.split(spacing(text, people)), people: people, today: today)
    line.takeTags()
    line.takeDoneWhen()
    if isBehindWords { line.putStandIn() }
    line.takeUnknown()
    line.takeDue()
    line.takeOwners()
    return line.action
  }

  /// `bo/ana` with spaces around the stroke, where all of them are names.
  private static func spacing(_ text: String, _ people: RoomNames) -> String {
    guard text.contains("/") else { return text }
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let names = word.split(separator: "/", omittingEmptySubsequences: false)
      let areNames =
        names.count > 1
        && names.allSatisfy { people.exactMatch($0.filter { !",;:".contains($0) }) != .none }
      return areNames ? names.joined(separator: " / ") : String(word)
    }.joined(separator: " ")
  }

  /// The same, where the people are pairs.
  package static func action(
    _ text: String, people: [(id: String, name: String)], today: CalendarDate
  ) -> CapturedAction {
    action(text, people: RoomNames(people: people), today: today)
  }
}
