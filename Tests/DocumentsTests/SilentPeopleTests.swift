import Documents
import Session
import Testing
import Values

/// Silence is not consent: the minutes say of whom it is known, and of whom it is not.
@Test func `the minutes say who was asked and who was not, of those who had said nothing`() throws {
  var meeting = try SampleMeeting(playbook: SamplePlaybook.sample.get())
  for (id, name) in [("p1", "Rosa"), ("p2", "Vera"), ("p3", "Leah"), ("p4", "Tom")] {
    meeting.join(id, name)
  }
  #expect(!MarkdownWriter.write(try meeting.document("minutes")).contains("Said nothing"))
  for (person, why) in [("p2", "asked, none"), ("p3", "not asked"), ("p4", "not asked")] {
    meeting.answer("room.voices!\(person)", .null, why: why)
  }
  let page = MarkdownWriter.write(try meeting.document("minutes"))
  for line in [
    "Said nothing, and had nothing to add when asked before the close: Vera.",
    "Said nothing and were not asked: Leah and Tom.",
  ] { #expect(page.contains("\n\(line)\n"), "\(page)") }
}
