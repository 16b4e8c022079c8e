import PlaybookLanguage
import Playbooks
import Testing
import Values

@Suite struct PlaybookHeadTests {
  @Test func `what a list says of huddle's own playbooks is what the loader reads`() throws {
    for entry in Catalogue.meetings {
      let loaded = PlaybookLoader.load(bytes: entry.bytes, file: "\(entry.name).yaml") { part in
        Catalogue.entry(named: part).map { ($0.bytes, "\(part).yaml") }
      }.0
      let playbook = try #require(loaded)
      let head = try #require(PlaybookHead(bytes: entry.bytes))
      #expect(head.title == playbook.title)
      #expect(head.summary == playbook.summary)
      #expect(head.time == playbook.time)
    }
  }

  @Test(
    arguments: [
      ("a: {b: [1, {c: d}]}\ntitle: One\nsections: [", "One"),
      ("title: 'Two'\nsteps: []", "Two"), ("sections: []\ntitle: Late", nil),
      ("- title: No map", nil), ("", nil), ("a: [\ntitle: Open", nil), ("a: *b", nil),
    ])
  func `it is read from above the sections`(_ text: String, _ title: String?) {
    #expect(PlaybookHead(bytes: Array(text.utf8))?.title == title)
  }
}
