import Session
import Values

/// What a line, or a pasted chat, says in numbers: ballots and hands, one line a person.
///
/// A chat is pasted whole, with all that was said and voted before: only messages of nothing but
/// numbers count that are new, and of each person the last.
struct NumbersInChat {
  /// `Fay Cole: 1 1 3`; the lines as they are where it is no chat, or where none has numbers.
  let lines: [String]
  /// Whether it is a chat in which somebody has written numbers.
  let isOfChat: Bool
  /// What the new messages with numbers are to be known by.
  let new: [String]
  /// Whether all of them have counted before, and are here as they would count again.
  let areKnown: Bool

  /// Of an anonymous vote a message is remembered by its numbers alone.
  ///
  /// A message has counted once, in whichever vote: what is remembered under its author is used up
  /// first, then what nobody's name stands beside. In a whole chat what has counted stands before
  /// what is new, so that this never takes one for the other.
  init(_ text: String, _ room: Room, isAnonymous: Bool = false) {
    let votes = ChatPaste(text).messages.filter { Self.isNumbers($0.text) }
    var left = room.offRecord.chat
    let fresh = votes.filter { vote in
      !left.use([Self.key(vote, room), ChatMemory.key(vote.text, by: nil)])
    }
    isOfChat = !votes.isEmpty
    new = fresh.map { isAnonymous ? ChatMemory.key($0.text, by: nil) : Self.key($0, room) }
    areKnown = fresh.isEmpty && isOfChat
    lines =
      isOfChat
      ? Self.last(areKnown ? votes : fresh)
      : text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func key(_ vote: ChatPaste.Message, _ room: Room) -> String {
    let author = vote.author.map { room.names.speaker($0) ?? $0 }
    return ChatMemory.key(vote.text, by: author)
  }

  /// Each person's last, in the order of their first.
  private static func last(_ votes: [ChatPaste.Message]) -> [String] {
    var last: [String: String] = [:]
    var authors: [String] = []
    for vote in votes {
      let author = vote.author ?? ""
      if last.updateValue(vote.text, forKey: author) == nil { authors.append(author) }
    }
    return authors.map { "\($0): \(last[$0] ?? "")" }
  }

  private static func isNumbers(_ text: String) -> Bool {
    let words = text.split { " ,;".contains($0) }.map(String.init)
    return !words.isEmpty
      && (words.allSatisfy(VoteHandler.isDot) || (words.count == 1 && Abstention.isSaid(words[0])))
  }

  /// The decision on these lines; where they have counted before, the question whether they do again.
  func decide(_ room: Room, _ decide: ([String]) -> Decision) -> Decision {
    var decision = decide(lines)
    guard decision.fact != nil else { return decision }
    if !new.isEmpty { decision.chat = room.offRecord.chat.adding(new) }
    guard areKnown else { return decision }
    var again = Dialog.yesNo(
      "These numbers of the chat have counted before. Count them here again?", enterIsYes: false,
      yes: .decide(decision), no: .refill(""))
    again.givesWay = true
    return Decision(dialog: again)
  }
}
