/// What a line, or a pasted chat, says in numbers: ballots and hands, one line a person.
///
/// A chat is pasted whole, with all that was said before: only messages of nothing but numbers
/// count, and of each person the last.
struct NumbersInChat {
  /// `Fay Cole: 1 1 3`; the lines as they are where it is no chat, or where none has numbers.
  let lines: [String]

  init(_ text: String) {
    let votes = ChatPaste(text).messages.filter { Self.isNumbers($0.text) }
    var last: [String: String] = [:]
    var authors: [String] = []
    for vote in votes {
      let author = vote.author ?? ""
      if last.updateValue(vote.text, forKey: author) == nil { authors.append(author) }
    }
    lines =
      authors.isEmpty
      ? text.split(whereSeparator: \.isNewline).map(String.init)
      : authors.map { "\($0): \(last[$0] ?? "")" }
  }

  private static func isNumbers(_ text: String) -> Bool {
    let words = text.split { " ,;".contains($0) }.map(String.init)
    return !words.isEmpty && words.allSatisfy(VoteHandler.isDot)
  }
}
