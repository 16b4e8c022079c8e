import MeetingKit
import Testing

/// Plays a transcript again, word for word; a difference shows the conversation as it went.
@discardableResult
func hold(
  _ transcript: String, _ meeting: TestMeeting, showsOpenings: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) -> TestMeeting {
  let (text, after) = Transcript.replay(transcript, meeting, showsOpenings: showsOpenings)
  if text != transcript { Issue.record("\n\(text)\n", sourceLocation: sourceLocation) }
  return after
}
