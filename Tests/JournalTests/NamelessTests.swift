import Session
import Testing
import Values

@testable import Journal

/// Everything that a session's records say, as one text.
private func told(_ facts: [Fact], others: [String] = []) -> String {
  let all = [Samples.opened, Samples.pinned, Samples.joined("p1", "Ida Berg")] + facts
  return "\(NamelessRecords(Samples.records(all), others: others).records.dropFirst(2))"
}

@Test func `whoever was not there is named nowhere either`() {
  let linked = Fact(
    .sessionLinked(
      session: "x", name: "replay",
      body: ["names": ["p1": "Leah Stein"], "answers": ["goal": "ask Leah"]]))
  let open = Fact(
    .sessionLinked(
      session: "x", name: "open",
      body: ["actions": [["id": "A1", "text": "Finn names who pays", "owner": "Finn"]]]))
  let owned = Fact(
    .itemsAdded(
      ItemsAdded(
        list: Address("todo"),
        items: [.init(id: "A1", text: "zed writes", row: [.init("owner", "zed")])])))
  let how = Fact(
    .signoffGiven(
      SignoffGiven(
        address: Address("sign"), person: "p1", verdict: .agree, given: .signed,
        how: "mail from Leah Stein to Ida", contentSHA256: "00")))
  let changed = Fact(
    .playbookChanged(
      PlaybookChanged(
        id: "x", version: "1", sha256: "00", body: .null, renamed: [:],
        converted: [Address("goal"): "Ida asks Zara"])))
  let text = told([linked, open, owned, how, changed], others: ["Zara"])
  for name in ["Ida", "Berg", "Leah", "Stein", "Finn", "zed", "Zara"] {
    #expect(!text.contains(name), "\(name): \(text)")
  }
  #expect(text.contains("mail from Participant 2 to Participant 1"))
  #expect(text.contains("Participant 1 asks Participant 5"))
}

@Test func `one person of two meetings is one participant`() {
  let linked = Fact(
    .sessionLinked(session: "x", name: "replay", body: ["names": ["p7": "Ida", "p8": "Bo"]]))
  let goal = Samples.answer("goal", "Ida Berg and Ida, then Bo")
  #expect(told([linked, goal]).contains("Participant 1 and Participant 1, then Participant 2"))
}
