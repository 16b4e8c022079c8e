import PlaybookLanguage
import Session
import Values

extension Facilitator {
  /// Whether a line may stand in no history and no draft although its prompt is an open one: it is a
  /// ballot that comes late, or has words for what is anonymous, which may begin with a name.
  package func isSecret(_ line: String, _ moment: Moment) -> Bool {
    let room = self.room(moment)
    if let command = SlashCommand.parse(line) {
      guard command.command?.name == "edit",
        let (item, words) = ItemNames(room).leading(command.argument)
      else { return false }
      return !words.isEmpty && room.session.isAnonymous(item.list)
    }
    guard let place = room.place else { return false }
    return Shorthand(line).isForAnonymous(room) || LateBallot(line, room, place) != nil
  }
}

extension Room {
  /// Whether what is typed at this place may stand in no file before it is recorded: it is held, a
  /// ballot, or anonymous.
  var keepsNoWords: Bool {
    guard let place, let question = place.question else { return false }
    return question.isAnonymous || [.vote, .fist].contains(question.kind)
      || Round.isWriting(question, self, place)
  }
}
