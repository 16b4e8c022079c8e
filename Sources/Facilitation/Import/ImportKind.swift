/// A kind of log that a meeting held elsewhere leaves behind.
package enum ImportKind: String, Sendable, CaseIterable {
  case meetbot, w3c, zoom, teams, meet, slack, chat, minutes, parabol

  /// As it is named to a person.
  package var words: String {
    switch self {
    case .meetbot: "a log with MeetBot’s commands"
    case .w3c: "a scribe’s log by W3C’s conventions"
    case .zoom: "a Zoom chat"
    case .teams: "a Teams chat"
    case .meet: "a Meet chat"
    case .slack: "a Slack export or chat"
    case .chat: "a chat"
    case .minutes: "minutes"
    case .parabol: "a Parabol retrospective"
    }
  }
}
