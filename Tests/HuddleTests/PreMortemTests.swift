import TestSupport
import Testing
import Values

/// A whole pre-mortem with four people, at a terminal, with all that goes wrong in an hour.
@Suite struct PreMortemTests {
  @Test func `four people hold a pre-mortem, and nothing that happens loses a word`() throws {
    let desk = try Desk()
    let terminal = try desk.terminal(
      "run", "pre-mortem", "--project", "Apollo", "--with", "Ana, Bo, Cy, Dee")
    let keys = Keyboard(desk, terminal)
    try keys.begin(at: "lead>", says: "4 people: Ana, Bo, Cy and Dee")
    try setTheScene(keys)
    try causes(keys)
    try stories(keys)
    try worst(keys)
    try close(keys)
    try look(desk)
  }

  private func setTheScene(_ keys: Keyboard) throws {
    try keys.press("An\t", gives: "lead> Ana")
    try keys.type("", says: "lead: Ana", at: "sponsor>")
    try keys.type("Del", says: "Did you mean Dee?", at: ">")
    try keys.type("", says: "sponsor: Dee", at: "aim>")
    try keys.type("", says: "Set the scene", at: "goal>")
    try keys.type("/tiem +2", says: "did you mean /time?", at: "goal> /tiem +2")
    try keys.press("\u{15}", gives: "goal>")
    try keys.press("Replace the bil", gives: "goal> Replace the bil")
    try keys.killAndResume(at: "goal>", draft: "Replace the bil")
    try keys.type("ling system", says: "When should it be finished?", at: "finish>")
    try keys.type("yesterday", says: "Pick a day after today.", at: "finish> yesterday")
    try keys.press("\u{15}", gives: "finish>")
    try keys.type("in 6 months", says: "“Replace the billing system” has failed", at: "write>")
    try keys.type("/undo", says: "Taken back", at: "finish>")
    try keys.press("\u{1b}[A", gives: "finish> in 6 months")
    try keys.type("", says: "alone, until", at: "write>")
  }

  private func causes(_ keys: Keyboard) throws {
    let chat = "Ana: the bank is late\nBo: nobody owns the data\nCy: one head knows it all"
    try keys.type("\u{1b}[200~\(chat)\u{1b}[201~", says: "3 held: Ana 1, Bo 1, Cy 1", at: "write>")
    #expect(!keys.terminal.shows("1  the bank is late"))
    try keys.killAndResume(at: "write>")
    try keys.type("", says: "one each", at: "Ana> the bank is late")
    try keys.type("", says: "1 Ana", at: "Bo> nobody owns the data")
    try keys.press(" base", gives: "Bo> nobody owns the data base")
    try keys.killAndResume(at: "Bo>", draft: "nobody owns the data base")
    try keys.type("", says: "2 Bo", at: "Cy>")
    try keys.press("\u{15}", gives: "Cy>")
    try keys.type("dee: the month-end close", says: "out of turn. Still Cy", at: "Cy>")
    try keys.type("\u{15}one head knows it all", says: "4 Cy", at: "Dee>")
    try keys.type("=1", says: "said by Ana and Dee", at: "Dee>")
    try keys.type("", says: "Dee passes", at: "Ana>")
    try keys.type("", at: "Bo>")
    try keys.type("", at: "Cy>")
  }

  private func stories(_ keys: Keyboard) throws {
    try keys.type("", says: "4 in all", at: "group>")
    try keys.type("1 9 The bank", says: "There is no 9 here.", at: "group> 1 9 The bank")
    try keys.type("\u{15}1 3 The bank", says: "T1 The bank · 2 · 2 loose", at: "group>")
    try keys.type("2 Data", says: "T2 Data · 1 · 1 loose", at: "group>")
    try keys.type("/undo", says: "Taken back", at: "group>")
    try keys.type("2 4 Knowledge", says: "T3 Knowledge · 2 · 0 loose", at: "group>")
    try keys.press("t1 = Our b", gives: "group> t1 = Our b")
    try keys.killAndResume(at: "group>", draft: "t1 = Our b")
    try keys.type("ank", says: "T1 Our bank", at: "group>")
    try keys.type("", says: "Nobody has named", at: "more>")
    try keys.type("", says: "Three dots each", at: "dots>")
    try keys.type("ana 1 1 2 2", says: "Ana has 3 dots and put 4", at: "dots> ana")
    try keys.type("\u{15}ana 1 1 2", says: "waiting for Bo, Cy and Dee", at: "dots>")
    try keys.killAndResume(at: "dots>")
    let chat = "Bo: 1 2 2\nCy: 1 1 1\nDee: 2 1 1"
    try keys.type("\u{1b}[200~\(chat)\u{1b}[201~", says: "Everybody has voted", at: "rating T1>")
  }

  private func worst(_ keys: Keyboard) throws {
    try keys.type("99", at: "rating T1> 99")
    try keys.type("\u{15}33", at: "prevention T1>")
    try keys.type("get a signed date, ana 03/12", says: "Which day is that?", at: ">")
    try keys.type("1", says: "Ana · get a signed date · due", at: "prevention T1>")
    try keys.type("pair on the export bob in 2 weeks", says: "ean Bo?", at: ">")
    try keys.type("", says: "Bo · pair on the export", at: "prevention T1>")
    try keys.type("/p who pays for the test?", says: "P1", at: "prevention T1>")
    try keys.press("half a st", gives: "prevention T1> half a st")
    try keys.send("\u{3}", says: "Nothing is lost", at: "prevention T1> half a st")
  }

  private func close(_ first: Keyboard) throws {
    try first.press("\u{15}", gives: "prevention T1>")
    try first.type("", says: "how likely is it", at: "rating T3>")
    try first.leave("\u{4}")
    let keys = try first.resumed(at: "rating T3>")
    try keys.type("22", says: "What must change in the plan", at: "changes>")
    let lines = "\u{1b}[200~We go live in three waves\nNo cut-over in December\u{1b}[201~"
    try keys.type(lines, says: "2", at: "")
    try keys.type("", at: "changes>")
    try keys.type("", says: "Agreed: We go live in three waves", at: "c1>")
    try keys.type("y", says: "No cut-over in December", at: "c2>")
    try keys.type("y", says: "Ana, get a signed date", at: "A1>")
    try keys.type("y", says: "done when", at: "A1 done when>")
    try keys.type("the letter is here", says: "Bo, pair on the export", at: "A2>")
    try keys.killAndResume(at: "A2>")
    try keys.type("y", at: "A2 done when>")
    try keys.type("", says: "How far do you support that?", at: "support 1>")
    try keys.type("4 dee2", says: "what would bring you to 3?", at: "needs 1>")
    try keys.type("a sum for a late first wave", at: "needs 1>")
    try keys.type("", at: "amended 1> We go ahead with these changes.")
    try keys.type(
      "\u{15}We go ahead; Dee holds money back.", says: "Dee holds money back", at: "support 2>")
    try keys.type("4", says: "It passes", at: "again>")
    try keys.type("in 4 weeks", says: "Everything is asked", at: "close>")
    try keys.leave("\r")
    #expect(keys.terminal.shows("2 actions agreed"))
  }

  /// What is left of it: a sound journal, and documents with all that was said.
  private func look(_ desk: Desk) throws {
    let verified = try desk.huddle("verify")
    #expect(verified.status == 0 && verified.output.contains("Sound"), "\(verified.output)")
    let exported = try desk.huddle("export", "--all", "--out", desk.folder.path("out"))
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(
      Set(try Disk.names(desk.folder.path("out")).map { "\(desk.folder.path("out"))/\($0)" })
        == Set(exported.lines))
    let agreement = try #require(exported.lines.first { $0.hasSuffix("-agreement.md") })
    let text = try Disk.text(agreement)
    for words in [
      "Replace the billing system", "Our bank", "Knowledge", "get a signed date",
      "pair on the export",
      "the letter is here", "We go live in three waves", "No cut-over in December",
      "nobody owns the data base",
    ] where !text.contains(words) { Issue.record("no “\(words)” in\n\(text)") }
    let minutes = try desk.huddle("show").output
    for words in ["who pays for the test?", "Dee holds money back", "Ana", "Dee"]
    where !minutes.contains(words) {
      Issue.record("no “\(words)” in\n\(minutes)")
    }
    #expect(!text.contains("Replace the bil,") && !minutes.contains("half a st"))
    let again = try desk.huddle("resume", input: "\n")
    #expect(again.status == 66)
  }
}
