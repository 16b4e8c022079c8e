import Console
import Documents
import Journal
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  static let signSession = Subcommand(
    "sign", "SESSION", most: 1, summary: "write down an answer to a sign-off that came later",
    example: "huddle sign 2026-11-24-churn --as Leah --answer agree --how \"mail 9 Dec\"",
    options: [
      Option("--as", "NAME", "whose answer it is: somebody of the session"),
      Option("--answer", "WORD", LaterSignature.answers.joined(separator: ", ")),
      Option("--by", "DAY", "with --answer later, the day of the answer: \"11 Dec\""),
      Option("--note", "WORDS", "the reservation, or why not"),
      Option("--how", "WORDS", "how the answer came: \"mail 9 Dec\""),
      Option("--document", "ID", "which document is signed, where the playbook has several"),
    ]
  ) { invocation, world in
    guard let name = invocation.operands.first else {
      throw Failure("Which session? huddle sign 2026-11-24-churn --as Leah …", .usage)
    }
    guard name != "-" else {
      throw Failure("An answer is written beside its session: name the session’s file.", .usage)
    }
    // What the answer settles is not told as if it still stood.
    return try LaterSignature(try SessionStore(world).look(at: name), invocation, world).give()
  }
}

/// An answer to a sign-off that was given after the meeting, bound to the text as it stands.
///
/// The session is closed and stays as it is; the answer is a follow-up beside it.
struct LaterSignature {
  /// What can be answered, as it is written on the command line.
  static let answers = [SignoffGiven.Verdict.agree, .reservation, .decline, .later].map(
    \.rawValue)

  let reading: SessionStore.Reading
  let invocation: Invocation
  let world: World

  init(_ reading: SessionStore.Reading, _ invocation: Invocation, _ world: World) {
    self.reading = reading
    self.invocation = invocation
    self.world = world
  }

  private var session: MeetingSession { reading.session }

  func give() throws -> Int32 {
    try refuseUnread()
    guard session.state.isClosed, let id = session.state.opened?.session else {
      throw Failure(
        "The session is still open: huddle resume goes on with it, and asks for signatures there.",
        .badData)
    }
    let question = try question()
    let person = try person()
    let verdict = try verdict()
    let signoff = SignoffGiven(
      address: Address(question.id), person: person, verdict: verdict,
      note: try note(verdict), by: try day(verdict), given: .signed, how: words("--how"),
      contentSHA256: SignedContent(session, before: Address(question.id)).sha256)
    let now = world.fixed().now()
    try Failure.from { () throws(JournalError) in
      let writer = try SessionStore(world).writer(in: reading.library)
      try reading.library.follow(up: .signature(signoff), session: id, writer: writer, at: now)
    }
    try report(signoff, question)
    return 0
  }

  /// Whoever signs is told what they sign, and how it stands then: neither is known here.
  private func refuseUnread() throws(Failure) {
    guard !session.unread.isEmpty else { return }
    world.tell(reading.troubles)
    let name = ShellText.word(reading.path)
    throw Failure(
      "Nothing was noted: \(session.unread.words). An answer, or a part of what is signed, may have "
        + "stood there; huddle verify \(name) says what is lost and how to mend it.", .badData)
  }

  private func report(_ signoff: SignoffGiven, _ question: Question) throws {
    let signed = try SessionStore(world).read(reading.path).session
    let standing = SignoffStanding(
      session: signed, question: question, details: MeetingDetails(of: signed))
    let name = session.state.name(of: signoff.person)
    world.output.lines([
      "Noted: \(name), \(Self.words(signoff)), for text \(standing.digest).",
      StyledText(standing.words, standing.isInForce ? .good : .warn),
    ])
  }

  private static func words(_ signoff: SignoffGiven) -> String {
    let verdict =
      switch signoff.verdict {
      case .reservation: "with reservation"
      case .later: "later" + (signoff.by.map { ", by \($0.display)" } ?? "")
      default: signoff.verdict.rawValue
      }
    return verdict + (signoff.note.map { ": \($0)" } ?? "")
  }

  // MARK: - What was said

  private func question() throws(Failure) -> Question {
    let index = session.index
    let questions = index.order.compactMap { index.questions[$0]?.content }
      .filter { $0.kind == .signoff }
    guard let first = questions.first else {
      throw Failure("\(session.playbook.title) has nothing to sign.", .badData)
    }
    let documents = questions.compactMap(\.document)
    guard let wanted = invocation.options["--document"] else {
      if questions.count == 1 { return first }
      throw Failure(
        "Which one is signed? --document \(documents.joined(separator: ", "))", .usage)
    }
    guard let question = questions.first(where: { $0.document == wanted }) else {
      throw Failure.noDocument(wanted, documents)
    }
    return question
  }

  private func person() throws(Failure) -> String {
    let people = session.state.people
    let names = people.map(\.name).joined(separator: ", ")
    guard let typed = invocation.options["--as"] else {
      throw Failure("Whose answer is it? --as NAME, one of: \(names)", .usage)
    }
    switch RoomNames(people: people.map { (id: $0.id, name: $0.name) }).match(typed) {
    case .one(let id): return id
    case .near(let id):
      throw Failure(
        "Nobody of the session is “\(typed)”: did you mean \(session.state.name(of: id))?", .usage)
    case .several(let ids):
      throw Failure(
        "“\(typed)” may be \(ids.map(session.state.name).joined(separator: " or ")). "
          + "Write the whole name.", .usage)
    case .none:
      throw Failure("Nobody of the session is “\(typed)”: \(names).", .usage)
    }
  }

  private func verdict() throws(Failure) -> SignoffGiven.Verdict {
    guard let typed = invocation.options["--answer"] else {
      throw Failure("What is the answer? --answer \(Self.answers.joined(separator: "|"))", .usage)
    }
    // As documents print it, and as people say it.
    let spoken = ["with reservation", "with a reservation"].contains(TextFolding.fold(typed))
    let word = spoken ? SignoffGiven.Verdict.reservation.rawValue : typed
    guard Self.answers.contains(word), let verdict = SignoffGiven.Verdict(rawValue: word) else {
      let near = NearestWord.find(typed, in: Self.answers)
      throw Failure(
        "“\(typed)” is no answer to a sign-off"
          + (near.map { ": did you mean \($0)?" } ?? ": \(Self.answers.joined(separator: ", "))."),
        .usage)
    }
    return verdict
  }

  /// Words beside a plain yes are a condition, and would be signed as none.
  private func note(_ verdict: SignoffGiven.Verdict) throws(Failure) -> String? {
    let note = words("--note")
    guard verdict == .agree, note != nil else { return note }
    throw Failure(
      "A yes has no --note: --answer reservation has one, and --how says how a yes came.", .usage)
  }

  /// The day that a later answer is promised for.
  private func day(_ verdict: SignoffGiven.Verdict) throws(Failure) -> CalendarDate? {
    let typed = invocation.options["--by"]
    guard verdict == .later else {
      if typed != nil { throw Failure("--by goes with --answer later.", .usage) }
      return nil
    }
    let now = world.fixed().now()
    let today = now.date(offsetSeconds: world.offset(at: now))
    let reading = typed.map { DatePhrase.readAskingYear($0, today: today) }
    guard let typed, let reading else {
      throw Failure("Later by which day? --answer later --by \"11 Dec\"", .usage)
    }
    if case .ambiguous(let days) = reading {
      let ways = days.filter { $0 >= today }.map(\.iso)
      let trouble = days.count == ways.count ? "could mean several days" : "is past this year"
      throw Failure(
        "“\(typed)” \(trouble). Write --by \(ways.joined(separator: " or --by ")).", .usage)
    }
    guard case .date(let day) = reading else {
      throw Failure("“\(typed)” is no day: --by \"11 Dec\" or --by fri.", .usage)
    }
    guard day >= today else {
      throw Failure("\(day.display) is past: later is today or a day after it.", .usage)
    }
    return day
  }

  private func words(_ option: String) -> String? {
    let words = invocation.options[option]?.trimmed.onOneLine ?? ""
    return words.isEmpty ? nil : words
  }
}
