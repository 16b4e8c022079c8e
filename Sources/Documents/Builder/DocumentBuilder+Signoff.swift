import PlaybookLanguage
import Session
import Values

// The line that says whether a text is in force, and the table of the parties.
extension DocumentBuilder {
  /// How the sign-off of a document stands; nil where the playbook has none for it.
  package func signoff(for document: String) -> SignoffStanding? {
    questions(.signoff).first { $0.document == document }.map(standing)
  }

  /// By the document that is signed, or by the question's own name.
  func signoff(named name: String?) -> SignoffStanding? {
    guard let name else { return nil }
    return questions(.signoff).first { $0.document == name || $0.id == name }.map(standing)
  }

  func questions(_ kind: Question.Kind) -> [Question] {
    scope.index.order.compactMap { scope.index.questions[$0]?.content }.filter { $0.kind == kind }
  }

  private func standing(_ question: Question) -> SignoffStanding {
    SignoffStanding(session: session, question: question, details: details)
  }

  /// When the meeting was, and above that whether a signed text is in force.
  ///
  /// `NOT IN FORCE: waits for …. Text 1, fingerprint 41be-9c07`
  func headLines(_ standing: SignoffStanding?) -> Block {
    guard let standing else { return meetingLine }
    // Of a text that may lack a part, neither number nor fingerprint is what was signed.
    let text: [Inline] =
      standing.isKnown
      ? [.text(" Text \(standing.textNumber), fingerprint "), .code(standing.digest)] : []
    return .paragraph(
      [.status(standing.words, isGood: standing.isInForce)] + text
        + [.lineBreak, .text(meetingWords)])
  }

  func signatureBlocks(_ standing: SignoffStanding) -> [Block] {
    let doubt: [Inline] =
      standing.isKnown ? [] : [.strong("Not every answer may stand here."), .text(" ")]
    return [.signatures(standing.table), .paragraph(doubt + [.text(aloudWords)])]
  }

  /// What the words in the table's last column are worth.
  private var aloudWords: String {
    let noted = details.recorder.map { ", noted by \($0)" } ?? " and noted"
    return "“Aloud”: said in the room\(noted); not a signature. "
      + "A changed line makes a new text and asks all parties again."
  }
}
