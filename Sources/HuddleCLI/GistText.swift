import Journal
import Values

/// What a line of a session's file says, for whoever was at the meeting.
enum GistText {
  /// `answer.set finish “1 May 2027”`; long words are cut.
  static func of(_ gist: LineGist) -> String {
    let words = gist.words.filter { !$0.trimmed.isEmpty }
    let more = words.count > 8 ? ["and \(words.count - 8) more"] : []
    return ([gist.what] + words.prefix(8).map(\.quoted) + more).joined(separator: " ")
  }
}
