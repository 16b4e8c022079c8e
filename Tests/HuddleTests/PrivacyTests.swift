import TestSupport
import Testing

/// What is shown to others names nobody, and what is private stays between those who were there.
@Suite struct PrivacyTests {
  private static let names = ["Ana", "Bo", "Cy", "Dee"]

  /// Where a name stands as a word in a text.
  private static func named(_ text: String, _ names: [String]) -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return names.filter { words.contains($0) }
  }

  @Test func `without names nothing that is printed or exported names anybody`() throws {
    let desk = try Desk()
    try desk.play("pre-mortem")
    let people = Self.named(try desk.huddle("show").output, Self.names)
    #expect(people.count >= 3, "the meeting of the fixture has other people now: \(people)")
    for arguments in [
      ["show"], ["show", "--json"], ["show", "--document", "agreement"], ["actions"],
      ["actions", "--json"], ["export", "--all", "--out", "-"],
    ] {
      let shown = try desk.huddle(arguments + ["--no-names"])
      #expect(shown.status == 0, "\(shown.errors)")
      #expect(Self.named(shown.output, people) == [], "\(arguments): \(shown.output.prefix(3000))")
      #expect(shown.output.contains("Participant 1"), "\(arguments)")
    }
  }

  @Test func `a signature stays in force without its name, for the text that was signed`() throws {
    let desk = try Desk()
    try desk.play("model-scoping")
    let named = try desk.huddle("show", "--document", "agreement").output
    let nameless = try desk.huddle("show", "--document", "agreement", "--no-names").output
    let digests = { (text: String) in
      text.split { !($0.isHexDigit || $0 == "-") }.filter {
        $0.count == 9 && $0.split(separator: "-").map(\.count) == [4, 4]
      }
    }
    #expect(digests(named) == digests(nameless) && !digests(named).isEmpty, "\(named)")
    let standing = { (text: String) in text.contains("NOT IN FORCE") }
    #expect(standing(named) == standing(nameless))
  }

  @Test func `what was anonymous has no author in the session's file or any document`() throws {
    let desk = try Desk()
    let playbook = """
      huddle: 1
      id: quiet
      title: Quiet
      sections:
        - id: one
          title: One
          steps:
            - {ask: Worries?, id: worry, kind: list, from: everyone, anonymous: yes}
            - {ask: Dots?, id: dots, kind: vote, of: worry, style: silent, anonymous: yes}
            - {ask: Sure?, id: sure, kind: fist, anonymous: yes}
      """
    try Disk.write(playbook + "\n", to: "\(desk.work)/quiet.yaml")
    try Disk.write(
      "project: Apollo\npeople: [Ana, Bo, Cy]\nworry: {Ana: zebra, Bo: [apple, mango]}\n"
        + "dots: {Ana: [1, 1, 2], Bo: [1, 2, 2], Cy: [1, 1, 3]}\nsure: {Ana: 1, Bo: 5, Cy: 3}\n",
      to: "\(desk.work)/a.yaml")
    let played = try desk.huddle("run", "quiet.yaml", "--answers", "a.yaml")
    #expect(played.status == 0, "\(played.errors)")
    let session = try Disk.text(try #require(played.lines.last))
    let records = session.split(separator: "\n").filter { $0.contains("\"q\":") }
    #expect(records.count == 3, "\(session)")
    for id in ["p1", "p2", "p3", "\"by\"", "\"turn\"", "ballot.cast"] {
      #expect(!records.contains { $0.contains(id) }, "\(id): \(records)")
    }
    let minutes = try desk.huddle("show").output
    #expect(minutes.contains("apple") && minutes.contains("5, 3, 1"), "\(minutes)")
  }

  @Test func `a saved chat gives nobody's name and no direct message to an anonymous list`() throws
  {
    let desk = try Desk()
    let playbook = """
      huddle: 1
      id: quiet
      title: Quiet
      sections:
        - id: one
          title: One
          steps:
            - {ask: Worries?, id: worry, kind: list, from: everyone, anonymous: yes}
            - {ask: Notes?, id: notes, kind: list, from: everyone}
      """
    try Disk.write(playbook + "\n", to: "\(desk.work)/quiet.yaml")
    let chat = """
      the end of a message
      15:01:39 From Cy Dahl to Bo Berg(Privately) : he is fired
      15:01:50 From Ana Lima : the boss lies to us
      """
    try Disk.write(chat + "\n", to: "\(desk.work)/part")
    try Disk.write(
      "15:01:39 From Cy Dahl to Bo Berg(Privately) : he is fired\n", to: "\(desk.work)/private")
    let run = try desk.huddle(
      "run", "quiet.yaml", "--project", "Apollo", "--with", "Ana Lima, Bo Berg, Cy Dahl",
      input: "/chat private\n/chat part\n\nAna Lima: a note\n/quit\n")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("There is nothing for the room in it."), "\(run.output)")
    #expect(!run.output.contains("fired") && !run.output.contains("From Ana"), "\(run.output)")
    let name = try #require(try Disk.names(desk.sessions).first)
    let session = try Disk.text("\(desk.sessions)/\(name)")
    let worries = try #require(session.split(separator: "\n").first { $0.contains("items.added") })
    #expect(worries.contains("the boss lies to us") && !worries.contains("fired"), "\(worries)")
    #expect(!worries.contains("Ana") && !worries.contains("p1"), "\(worries)")
  }

  private static let talk = """
    huddle: 1
    id: talk
    version: 1.0.0
    title: Talk
    private: yes
    sections:
      - id: one
        title: One
        steps:
          - say: "Last time: {last_time.what}. Open: {open.actions.count}."
          - {ask: What is it?, id: what}
    outcomes:
      - {action: "{what}", id: first}
    """ + "\n"

  @Test func `a private session is in no report, open or closed`() throws {
    let desk = try Desk()
    try Disk.write(Self.talk, to: "\(desk.work)/talk.yaml")
    try Disk.write(
      "project: Apollo\npeople: [Ana, Bo]\nwhat: Look after yourself\n",
      to: "\(desk.work)/a.yaml")
    let played = try desk.huddle("run", "talk.yaml", "--answers", "a.yaml")
    #expect(played.status == 0, "\(played.errors)")
    let path = try #require(played.lines.last)
    for isClosed in [true, false] {
      if !isClosed {
        let lines = try Disk.text(path).split(separator: "\n")
        try Disk.write(lines.dropLast().joined(separator: "\n") + "\n", to: path)
      }
      let actions = try desk.huddle("actions")
      #expect(!actions.output.contains("Look after"), "\(actions.output)")
      #expect(try desk.huddle("show").output.contains("Look after"))
      #expect(try desk.huddle("list").output.contains("private"))
    }
  }

  @Test func `a private session is read by the next one of the same people, and by no other`()
    throws
  {
    let desk = try Desk()
    try Disk.write(Self.talk, to: "\(desk.work)/talk.yaml")
    func hold(_ people: String, _ what: String) throws -> String {
      try desk.huddle(
        "run", "talk.yaml", "--project", "Talks", "--with", people, input: "\(what)\n\n"
      ).output
    }
    #expect(try hold("Ana, Rosa", "less travel").contains("Last time: —. Open: 0."))
    #expect(try hold("Bo, Rosa", "another desk").contains("Last time: —. Open: 0."))
    #expect(try hold("rosa, Ana", "more sleep").contains("Last time: less travel. Open: 1."))
    for others in ["Bo, Ana", "Ana", "Ana, Bo, Rosa"] {
      #expect(try hold(others, "nothing").contains("Last time: —. Open: 0."), "\(others)")
    }
    // Nothing of the others is in the file, and a pair that was typed wrong reads no more of it.
    let mixed = try hold("Bo, Rosa", "/undo\nAna, Cy\nsugar")
    #expect(mixed.contains("Last time: another desk. Open: 1."), "\(mixed)")
    let told = try hold("Ana, Cy", "sugar")
    #expect(!told.contains("another desk"), "\(told)")
    let files = try Disk.names(desk.sessions).map { try Disk.text("\(desk.sessions)/\($0)") }
    let reading = files.filter { $0.contains("less travel") && !$0.contains("more sleep") }
    #expect(reading.count == 1)
    #expect(files.filter { $0.contains("another desk") }.count == 1)
  }

  @Test func `a vote that hangs on an earlier private meeting is in the minutes of the next`()
    throws
  {
    let desk = try Desk()
    let vote = "          - {ask: How far?, id: far, kind: fist, if: last_time.what != blank}\n"
    let asked = "          - {ask: What is it?, id: what}\n"
    let playbook = Self.talk.replacing(
      "      - {ask: What is it?, id: what}\n",
      with: (vote + asked).replacing("          - ", with: "      - "))
    try Disk.write(playbook, to: "\(desk.work)/talk.yaml")
    let people = ["--project", "Talks", "--with", "Ana, Bo"]
    let first = try desk.huddle(["run", "talk.yaml"] + people, input: "less travel\n\n\n\n")
    #expect(first.status == 0, "\(first.errors)")
    let second = ["run", "talk.yaml"] + people
    let held = try desk.huddle(second, input: "4 bo 2\n\n/skip\n\n\n\n\n")
    #expect(held.status == 0, "\(held.errors)")
    let shown = try desk.huddle("show").output
    #expect(shown.contains("How far?") && shown.contains("Bo"), "\(held.output)\n\(shown)")
  }

  @Test func `what was private stays so when a newer playbook no longer says it`() throws {
    let desk = try Desk()
    let talk = "\(desk.work)/talk.yaml"
    try Disk.write(Self.talk, to: talk)
    let people = ["--project", "Talks", "--with", "Ana, Rosa"]
    let left = try desk.huddle(["run", "talk.yaml"] + people, input: "less travel\n/quit\n")
    #expect(left.status == 0, "\(left.errors)")
    let newer = Self.talk.replacing("private: yes\n", with: "")
      .replacing("version: 1.0.0", with: "version: 1.1.0")
    try Disk.write(newer, to: talk)
    let closed = try desk.huddle("resume", "--upgrade", "--from", "talk.yaml", input: "y\n\n\n")
    #expect(closed.status == 0 && closed.output.contains("1.1.0"), "\(closed)")
    let reader = newer.replacing("id: talk", with: "id: reader\nearlier: {talk: talk}")
      .replacing("last_time.what", with: "talk.what")
    try Disk.write(reader, to: "\(desk.work)/reader.yaml")
    let read = try desk.huddle(["run", "reader.yaml"] + people, input: "/quit\n")
    #expect(read.output.contains("Last time: —"), "\(read.output)")
    #expect(try desk.huddle("show", "--folder", desk.sessions).status == 0)
  }

  private static let errands = """
    huddle: 1
    id: errands
    version: 1.0.0
    title: Errands of Ana
    sections:
      - id: one
        title: One
        steps:
          - ask: What do we do?
            id: todo
            kind: table
            columns: {step: text, owner: person, with: person}
          - {ask: "Who helps?", id: helpers, kind: people}
    outcomes:
      - {action: "{a.step}", id: errand, each: a in todo, owner: a.owner}
    """ + "\n"

  @Test func `without names nobody is named, in lists and in what an earlier meeting says`() throws
  {
    let desk = try Desk()
    try Disk.write(Self.errands, to: "\(desk.work)/errands.yaml")
    try Disk.write(
      "project: Fair\npeople: [Ana, Nora Quist]\nhelpers: [Nora Quist]\n"
        + "todo:\n  - {step: Call Zed Zorro, owner: Ana, with: Zed Zorro}\n",
      to: "\(desk.work)/a.yaml")
    let played = try desk.huddle("run", "errands.yaml", "--answers", "a.yaml")
    #expect(played.status == 0, "\(played.errors)")
    let listed = try desk.huddle("actions", "--no-names").output
    #expect(listed.contains("Call Participant") && !listed.contains("Zorro"), "\(listed)")
    let exported = try desk.huddle("export", "--no-names", "--document", "minutes", "--out", "-")
    #expect(exported.errors.contains("The playbook’s own words"), "\(exported.errors)")
    let reader = Self.errands.replacing("id: errands", with: "id: reader\nearlier: {fair: errands}")
      .replacing("Who helps?", with: "Who helps besides {fair.helpers}?")
    try Disk.write(reader, to: "\(desk.work)/reader.yaml")
    try Disk.write("project: Fair\npeople: [Bo]\nhelpers: [Bo]\n", to: "\(desk.work)/b.yaml")
    let read = try desk.huddle("run", "reader.yaml", "--answers", "b.yaml")
    #expect(read.status == 0, "\(read.errors)")
    let minutes = ["export", try #require(read.lines.last), "--document", "minutes", "--out", "-"]
    #expect(try desk.huddle(minutes).output.contains("besides Nora Quist?"))
    let nameless = try desk.huddle(minutes + ["--no-names"]).output
    #expect(nameless.contains("besides Participant") && !nameless.contains("Quist"), "\(nameless)")
  }
}
