import Facilitation
import Journal
import MeetingKit
import Session

/// Lines typed into a pre-mortem: what is recorded can be written, read back and folded again.
func meeting(_ bytes: [UInt8]) {
  var meeting = TestMeeting(preMortem)
  for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).prefix(200) {
    guard !meeting.state.isClosed else { break }
    // As a terminal gives it: a paste may hold several lines.
    let text = String(decoding: line, as: UTF8.self)
    let pasted = text.split(separator: "\u{b}", omittingEmptySubsequences: false)
      .joined(separator: "\n")
    for record in meeting.type(pasted, isPasted: pasted != text).records {
      let line = RecordCodec.line(record)
      let again = try? RecordCodec.record(line.dropLast())
      precondition(again == record, "record \(record.number) reads back as something else")
    }
    _ = meeting.prompt
  }
  let folded = SessionLog(replaying: meeting.session.log.records)
  precondition(folded.state == meeting.session.log.state, "folded anew it is something else")
}
