import PlaybookLanguage
import Session
import Values

/// What somebody types behind an answer that already stands in the line.
///
/// Whoever does not look down types a command, `?? finn fri` or `3` and means just that: the words
/// that stood there are not part of it. Where both would be an answer, it is asked.
struct TypedBehind {
  let room: Room
  let dialog: Dialog?
  let offer: String
  /// What follows the offer; empty where the line does not begin with it.
  let rest: String
  let line: String

  init(_ line: String, behind offer: String, _ room: Room, _ dialog: Dialog?) {
    self.room = room
    self.dialog = dialog
    self.offer = offer
    self.line = line
    let isBehind = !offer.isEmpty && line.hasPrefix(offer)
    let typed = isBehind ? String(line.dropFirst(offer.count)) : ""
    // A command that did not fit is mended at its end, unless what follows is a command too.
    let isMending = offer.hasPrefix("/") && SlashCommand.parse(typed.trimmed)?.isMeant != true
    rest = isMending ? "" : typed.trimmed
    isGlued = !isMending && Self.isEnd(offer.last) && Self.isWord(typed.first)
  }

  /// Whether no blank parts the two, as between `… customers` and `Legal was …`.
  private let isGlued: Bool

  /// The end of a word or of a sentence; after a blank, a dash or a stroke one writes on.
  private static func isEnd(_ character: Character?) -> Bool {
    character.map { isWord($0) || ".,;:!?…)”’%".contains($0) } ?? false
  }

  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// The words that stand alone; nil where the line is meant as a whole, or may be.
  var meant: String? { gluedFigure == nil ? alone : nil }

  private var alone: String? {
    guard !rest.isEmpty else { return nil }
    if SlashCommand.parse(rest)?.isMeant == true || isShorthand { return rest }
    if isOption { return rest }
    guard let question else { return isName || isInvitation ? rest : nil }
    if question.kind == .list { return isSecond || isOutOfTurn ? rest : nil }
    if Self.lineKinds.contains(question.kind) { return isRefusedWhole ? rest : nil }
    guard let kind = AnswerKinds.kind(of: question), ![.text, .note].contains(question.kind),
      !isLonger
    else { return nil }
    if rest == "-" || rest == "?" { return rest }
    let context = room.context(question, room.place?.bindings ?? [])
    if case .answer = kind.read(line.trimmed, question, context) { return nil }
    if case .refused = kind.read(rest, question, context) { return nil }
    return rest
  }

  /// `10,0005`, `2.000`: digits behind digits are one figure, and what that is not is said.
  private var isLonger: Bool {
    offer.last?.isNumber == true && [.number, .money, .percent].contains(question?.kind)
      && line.dropFirst(offer.count).first.map { $0.isNumber || ".,".contains($0) } == true
  }

  /// Kinds that are answered line by line, where a line that did not fit stands in the line.
  private static let lineKinds: Set<Question.Kind> = [
    .vote, .group, .review, .readback, .signoff,
  ]

  /// Whether only what was typed now fits, and not together with what did not fit before.
  private var isRefusedWhole: Bool {
    guard dialog == nil, let place = room.place else { return false }
    let handler = Handlers.handler(for: place)
    let whole = handler.decide(room, place, line, isPasted: false)
    guard whole.fact == nil else { return false }
    let alone = handler.decide(room, place, rest, isPasted: false)
    // Where the whole line is asked about, only what needs no asking is meant alone.
    return alone.fact != nil || (alone.dialog != nil && whole.dialog == nil)
  }

  /// One of the answers to the question back, behind words that were none.
  private var isOption: Bool {
    guard let dialog else { return false }
    return dialog.options.contains { $0.keys.contains(TextFolding.fold(rest)) }
  }

  /// The question that the offer is for: the one at hand, or the column of the row at hand.
  private var question: Question? {
    guard let dialog else { return room.place?.question }
    switch dialog.purpose {
    case .cells(let list, let open):
      return open.first.flatMap {
        room.session.index.questions[list.question]?.content.column($0.column)
      }
    case .insist: return room.place?.question
    default: return nil
    }
  }

  private var isShorthand: Bool {
    if rest == "??" || rest.hasPrefix("?? ") { return true }
    guard dialog == nil, rest.hasPrefix(">"), let place = room.place else { return false }
    return Shorthand(rest).decide(room, place)?.draft != nil
  }

  /// `=3` behind a line that was written alone.
  private var isSecond: Bool { rest.hasPrefix("=") && Int(rest.dropFirst()) != nil }

  /// `gus: nobody asked us` behind a line that Ida wrote alone.
  private var isOutOfTurn: Bool {
    guard let colon = rest.firstIndex(of: ":"), !offer.isEmpty else { return false }
    return rest[colon...].count > 2 && room.names.speaker(String(rest[..<colon]).trimmed) != nil
  }

  /// The attendees of an invitation, pasted behind those of last time.
  private var isInvitation: Bool {
    guard dialog == nil, case .people? = room.place?.subject else { return false }
    return rest.contains { $0.isNewline || $0 == ";" || $0 == "@" }
  }

  /// Another holder of a role.
  private var isName: Bool {
    guard dialog == nil, case .role? = room.place?.subject else { return false }
    return room.names.match(line.trimmed) == .none && room.names.match(rest) != .none
  }

  /// What may be the whole line, or only what was typed now.
  var doubt: Dialog? { gluedWords ?? gluedDigits ?? gluedFigure }

  /// Words typed into words that stood there: somebody's next entry, or the rest of this one.
  ///
  /// A letter or three are the end of its last word, and whoever finds half a line of their own
  /// writes on in it.
  private var gluedWords: Dialog? {
    guard dialog == nil, isGlued, rest.count > 3, let question, let place = room.place,
      [.list, .text].contains(question.kind), meant == nil,
      Handlers.handler(for: place, in: room).prompt(room, place).offer == offer
    else { return nil }
    return .choose(
      "“\(DisplayText.truncated(offer, to: 40))” stood there. Which is it?",
      [
        ("only “\(DisplayText.truncated(rest, to: 40))”", .type(rest)),
        ("both, as one", .type(offer + " " + rest)),
      ])
  }

  /// `40k` behind `6 weks`, which was refused and is a figure too: it may be meant for both.
  private var gluedFigure: Dialog? {
    guard case .insist? = dialog?.purpose, isGlued, offer.contains(where: \.isNumber),
      let question, Self.figures.contains(question.kind), alone == rest,
      let kind = AnswerKinds.kind(of: question),
      case let context = room.context(question, room.place?.bindings ?? []),
      case .answer(let alone) = kind.read(rest, question, context)
    else { return nil }
    return .yesNo(
      "\(line.quoted) is not clear. \(kind.show(alone, question, context))?",
      yes: .type(rest), no: .refill(line))
  }

  private static let figures: Set<Question.Kind> = [.number, .money, .percent, .date, .duration]

  /// `3` behind `12` may be 3 or 123.
  private var gluedDigits: Dialog? {
    // A figure does not begin with 0: whoever cleared a 2 and types 2000 means that.
    guard dialog == nil, !rest.isEmpty, rest.first?.isNumber == true, rest.first != "0",
      let question,
      [.number, .money, .percent].contains(question.kind),
      let kind = AnswerKinds.kind(of: question),
      case let context = room.context(question, room.place?.bindings ?? []),
      case .answer(let whole) = kind.read(line.trimmed, question, context),
      case .answer(let alone) = kind.read(rest, question, context), whole != alone
    else { return nil }
    return .choose(
      "“\(offer)” stood there. Which is it?",
      [
        (kind.show(alone, question, context), .type(rest)),
        (kind.show(whole, question, context), .type(line.trimmed)),
      ])
  }
}
