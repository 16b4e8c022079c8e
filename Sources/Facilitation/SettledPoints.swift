import Outcomes
import Session
import Values

/// Says which open points are settled by an answer, or are open again without it.
struct SettledPoints {
  private(set) var words: [Utterance] = []

  init(_ session: MeetingSession, _ facts: [Fact], _ moment: Moment) {
    guard facts.contains(where: \.event.mayAnswer),
      !session.state.liveItems(in: Address.Room.open.address).isEmpty
    else { return }
    let before = Self.open(session)
    let after = Self.open(facts.reduce(session) { $0.with($1, at: moment.now) })
    let live = Set(session.state.liveItems(in: Address.Room.open.address).map(\.id))
    say(before.filter { !after.contains($0) }, "settled by it.")
    say(after.filter { !before.contains($0) && live.contains($0) }, "open again.")
  }

  private static func open(_ session: MeetingSession) -> [String] {
    Summary(of: session).openPoints.map(\.id)
  }

  private mutating func say(_ points: [String], _ how: String) {
    guard !points.isEmpty else { return }
    words.append(
      .hint("\(DisplayText.joined(points)) \(points.count.agreeing("is", "are")) \(how)"))
  }
}

extension SessionEvent {
  /// Whether it may give or take the answer to something that stood open.
  fileprivate var mayAnswer: Bool {
    switch self {
    case .answerSet, .itemEdited, .eventsUndone: true
    default: false
    }
  }
}
