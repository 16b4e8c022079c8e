import Testing
import Values

@testable import Facilitation

/// Pasted meeting chats: of Zoom, Teams, Meet and Slack, and texts that are none.
struct `A pasted chat` {
  private static let forms: [(name: String, text: String, read: String)] = [
    (
      "Zoom, text on the next line",
      """
      15:01:39 From Ann Lee to Everyone:
      \tthe bank: it slips
      15:01:50 From Bo to Ann Lee (Direct Message):
      \tsecret
      15:02:03 From Cy to Everyone:
      \tReplying to "the bank: it slips"
      \t
      \tnot only the bank
      15:02:10 From Dee to Everyone:
      \tReacted to "the bank" with 👍
      """, "Ann Lee=the bank: it slips -3"
    ),
    (
      "addresses before the time",
      "Cy Dahl to Bo Berg (Direct Message)  10:02 AM\nhe is out\nAnn Lee to Everyone  10:03 AM\ntoo late",
      "Ann Lee=too late -1"
    ),
    (
      "addresses above the time",
      "Cy to Bo (Privately)\n10:02 AM\nhe is out\nAnn Lee\n10:03 AM\ntoo late",
      "Ann Lee=too late -1"
    ),
    (
      "Zoom, many lines below each",
      "15:01:39 From Ann Lee to Everyone:\n\ta\n\tb\n\tc\n15:02:39 From Cy to Bo(Direct Message):\n\td\n\te\n\tf",
      "Ann Lee=a / b / c -1"
    ),
    (
      "Zoom, one line",
      "15:01:39 From Ann Lee to Everyone : too late\n15:01:40\t From  Bo : too dear\n15:01:41 From Cy : +1",
      "Ann Lee=too late|Bo=too dear -1"
    ),
    (
      "Teams",
      "[10:02 AM] Ann Lee\ntoo late\n\n[10:03 AM] Bo Ek\ntoo dear\nand slow\n",
      "Ann Lee=too late|Bo Ek=too dear / and slow"
    ),
    (
      "Teams, with colons", "[24/11 10:02] Ann: too late\n[24/11 10:03] Bo: too dear",
      "Ann=too late|Bo=too dear"
    ),
    ("Meet", "Ann Lee\n10:02 AM\ntoo late\nBo\n10:03 AM\ntoo dear", "Ann Lee=too late|Bo=too dear"),
    (
      "Slack", "Ann Lee  10:02 AM\ntoo late\nBo  10:03 AM\ntoo dear\nsecond",
      "Ann Lee=too late|Bo=too dear / second"
    ),
    (
      "Slack, with reactions below",
      "Ann Lee  10:02 AM\ntoo late\nand slow\n:eyes: 2\n:+1::skin-tone-2: 3\nBo  10:03 AM\ntoo dear\n:tada:\n12\nCy  10:04 AM\n:+1:\n",
      "Ann Lee=too late / and slow|Bo=too dear -1"
    ),
    ("brackets", "[10:02] Ann: too late\n[10:03] Bo: hi all\n[10:04] Cy: OK!", "Ann=too late -2"),
    (
      "Slack, second messages with a time alone",
      "Ann Lee  10:02 AM\ntoo late\n10:04 AM\nnobody owns it\nBo Ek  10:05 AM\ntoo dear\n10:06\nand slow",
      "Ann Lee=too late|Ann Lee=nobody owns it|Bo Ek=too dear|Bo Ek=and slow"
    ),
    (
      "Slack, 24 hours", "Ann Lee  10:02\ntoo late\nBo Ek  14:03\ntoo dear",
      "Ann Lee=too late|Bo Ek=too dear"
    ),
    (
      "Slack, times in brackets", "Ann Lee [10:02 AM]\ntoo late\nBo Ek [10:03 AM]\ntoo dear",
      "Ann Lee=too late|Bo Ek=too dear"
    ),
    (
      "Meet, saved",
      "00:01:31.000,00:01:34.000\nAnn Lee: too late\n\n00:02:00.500,00:02:03.500\nBo Ek: too dear: twice\n",
      "Ann Lee=too late|Bo Ek=too dear: twice"
    ),
    (
      "Meet, 24 hours", "Ann Lee\n10:02\ntoo late\nBo Ek\n10:03\ntoo dear\nand slow",
      "Ann Lee=too late|Bo Ek=too dear / and slow"
    ),
    (
      "Teams, with seconds and a date",
      "[24.11.2026 10:02:11] Ann Lee: too late\n[24.11.2026 10:03:00] Bo Ek: too dear",
      "Ann Lee=too late|Bo Ek=too dear"
    ),
    (
      "Zoom, to everyone in the older form",
      "15:01:39 From Ann Lee to Everyone : too late\n15:02:00 From Bo Ek to Ann Lee (direct message) : psst",
      "Ann Lee=too late -1"
    ),
    (
      "Zoom, a person's name with a comma and a company",
      "15:01:39 From Ann Lee (Acme, Inc.) to Everyone:\n\ttoo late\n15:02:00 From Bo to Everyone:\n\ttoo dear",
      "Ann Lee (Acme, Inc.)=too late|Bo=too dear"
    ),
    (
      "WhatsApp", "[24/11/2026, 10:02:11] Ann Lee: too late\n[24/11/2026, 10:03:00] Bo: too dear",
      "Ann Lee=too late|Bo=too dear"
    ),
    ("Teams, without names", "too late\ntoo dear\nand slow", "none"),
    ("an agenda with times", "10:00 Welcome\n10:05 The plan\n10:30 Break", "none"),
    ("no chat", "at 10:30 we stop\nthe API: slow\nthird", "none"),
    ("one line", "10:02 Ann: too late", "none"),
    ("a ratio", "1:1 talks fail\n2:1 odds\n3:1 more", "none"),
  ]

  @Test func `is who said what, where an answer is one line`() {
    let chat = "10:01 Fay: hello⏎10:02 Fay: the bank⏎came late⏎10:03 Ida: nobody asked us"
    let said = ChatPaste.onOneLine(chat.split(separator: "⏎").joined(separator: "\n"))
    #expect(said?.line == "Fay: the bank / came late; Ida: nobody asked us")
    #expect(said?.count == 2)
    #expect(ChatPaste.onOneLine("the bank\ncame late") == nil)
  }

  @Test func `is rid of what was for one person before a room can read it`() {
    let said = """
      10:01:39 From Ann Lee to Everyone:
      \ttoo late

      10:01:50 From Bo to Ann Lee (Direct Message):
      \tsecret
      \tand more
      10:02:03 From Cy : to Dee (Privately) : hush
      10:02:09 From Bo Holt(Privately) : psst
      10:02:10 From Dee to Everyone : too dear
      """
    let kept = ChatPaste.withoutPrivate(said)
    #expect(kept.count == 3)
    #expect(
      kept.text.split(separator: "\n").map(\.trimmed) == [
        "10:01:39 From Ann Lee to Everyone:", "too late",
        "10:02:10 From Dee to Everyone : too dear",
      ])
    #expect(ChatPaste(said).privateCount == 3)
    let plain = "we talk (privately) to Bo:\n10:30 tea"
    #expect(ChatPaste.withoutPrivate(plain) == (plain, 0))
  }

  @Test(arguments: forms.indices)
  func `is split into people and what they said`(_ row: Int) {
    let form = Self.forms[row]
    let chat = ChatPaste(form.text)
    let messages = chat.messages.map { "\($0.author ?? "")=\($0.parted)" }.joined(separator: "|")
    let leftOut = chat.privateCount + chat.said.count - chat.messages.count
    let read = chat.isChat ? messages + (leftOut > 0 ? " -\(leftOut)" : "") : "none"
    #expect(read == form.read, "\(form.name)")
  }
}
