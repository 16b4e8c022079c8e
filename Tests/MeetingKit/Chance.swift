import Facilitation
import PlaybookLanguage
import Session
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Random numbers that are the same on every run: SplitMix64.
package struct Chance: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  package mutating func holds(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  package mutating func pick(_ lines: [String]) -> String {
    lines.randomElement(using: &self) ?? ""
  }

  /// `HUDDLE_LONG=50` makes every randomised test fifty times as long.
  package static let times = getenv("HUDDLE_LONG").flatMap { Int(String(cString: $0)) } ?? 1
}

/// Lines that a room could type at a prompt: mostly fitting, some wrong, some commands.
package struct RandomLines {
  package var chance: Chance

  package init(seed: Int) { chance = Chance(seed: seed) }

  package mutating func next(_ meeting: TestMeeting) -> String {
    if meeting.facilitator.dialog != nil, chance.holds(85) { return chance.pick(Self.replies) }
    if chance.holds(20) { return chance.pick(Self.commands) }
    if chance.holds(8) { return chance.pick(Self.noise) }
    guard let place = meeting.session.place else {
      return chance.pick(Self.commands + Self.noise)
    }
    return chance.pick(Self.fitting(place))
  }

  private static let replies = [
    "", "y", "n", "1", "2", "bo", "fri", "some words", "e", "12", "/undo",
  ]

  private static let commands = [
    "/undo", "/undo", "/undo", "/redo", "/redo", "/back", "/back", "/skip", "/next", "/drop 1",
    "/drop 2",
    "/drop A1", "/drop T1", "/merge 1 2", "/merge 3 1", "/merge T1 T2", "/edit 1", "/edit A1",
    "/edit T1",
    "/join Hal (Finance)", "/join Ana", "/leave bo", "/away cy", "/leave ana", "/people bo=Boris",
    "/a draft the plan, ana fri", "/a fix it, zed mon", "/d go ahead", "/g we stop at noon",
    "/k it rains",
    "/p logo", "/n coffee", "/dispute 1 cy: no", "/wrap", "/time +5", "/time -2", "/show 1",
    "/show plan",
    "/summary", "/agenda", "/try goal=other", "/back goal", "/back rating", "/xyz", "/",
  ]

  private static let noise = [
    "", "?", "??", "?? finn fri", "?? ana 11 Dec", "-", ">goal words", ">x", "//slash", "0", "-1",
    "99999",
    "999999999999999999999", "y", "n", "a|b|c|d|e|f|g", "|||", "=1", "=99", "..", "t1", "t1 =",
    "t9 1", "g: 1 2",
    "g: -1", "💥", "a\u{0}b", "{goal}", String(repeating: "x", count: 3000), "one\ntwo\nthree",
    "1 2 3", ":", "ana:",
    "10:02 Ana: too late\n10:03 Bo: too dear\n10:04 Bo: 👍",
  ]

  private static func fitting(_ place: Place) -> [String] {
    guard let question = place.question else {
      return place.subject == .people
        ? ["Ana (Data), Bo (Legal), Cy", "Ana, Bo", "Ana, Bo, Cy, Dee"]
        : ["", "ana", "bo", "bo, cy", "zed"]
    }
    switch question.kind {
    case .text, .note: return ["words", "other words", ""]
    case .number, .scale: return ["3", "1", "12", "5", ""]
    case .money: return ["£6", "240", "12k EUR", ""]
    case .percent: return ["12", "30 %", "0.5", ""]
    case .date: return ["fri", "tomorrow", "11 Dec", "1.2.", "2027-01-11", "yesterday", ""]
    case .duration: return ["2 weeks", "3 days", ""]
    case .choice, .choices: return ["1", "2", "1, 2", "3", ""]
    case .yesno: return ["y", "n", "y", "n", ""]
    case .person, .people: return ["ana", "bo", "cy", "zed", ""]
    case .list:
      return [
        "the bank slips", "nobody owns it", "too dear", "half a..", "bo: late", "=1", "", "", "",
        "", "-",
        "a\nb",
      ]
    case .group: return ["1 2 Vendor", "3 People", "t1 3", "t1 -1", "t1 = Other", "t2 1 2", "", ""]
    case .vote: return ["ana 1 1 2", "bo 1 2", "cy 2", "dee", "hal 1", "g: 3 2 1", "ana 9", ""]
    case .fist: return ["4", "4 bo2", "ana 3 bo 2", "5", "2", ""]
    case .matrix: return ["32", "33", "11", "2 3", "9", ""]
    case .rank: return ["3 1", "2", "1 1", "9", "x", ""]
    case .schedule:
      return [
        "set up, ana 3 days", "go live, bo 2w after 1", "test it, cy 1 day after 1 and 2",
        "1 after 2",
        "2 4 days", "done, milestone after 2", "9 after 1", "a | bo | fri | 2 | 1",
        "x, zed from mon",
        "one, ana 1 day\ntwo, bo 2 days after 1", "", "",
      ]
    case .raci:
      return [
        "R ana A bo", "r bo a cy c ana, bo", "2: R cy", "Other: A ana", "R zed", "ana", "C -", "",
        "",
      ]
    case .review:
      return ["d", "s", "x too dear", "s fri", "s bo 11 Dec", "2 d", "9 d", "s zed", ""]
    case .table:
      return [
        "get an SLA, ana fri", "- not done (Jira 4)", "+ done", "a | b", "plain", "", "", "",
        "write it | bo | fri", "x\ny",
      ]
    case .readback: return ["y", "y", "n", "e", ""]
    case .signoff: return ["a", "r too dear", "d no", "l fri", "x", "l", ""]
    }
  }
}

extension TestMeeting {
  /// The shortest way from here to the close: everything else is deferred, what is left is answered.
  package mutating func finish(within limit: Int = 400) -> Bool {
    for _ in 0..<limit {
      if state.isClosed { return true }
      type(closingLine)
    }
    return state.isClosed
  }

  private var closingLine: String {
    if let dialog = facilitator.dialog {
      return dialog.options.isEmpty ? "" : dialog.options.first?.keys.first ?? ""
    }
    guard let place = session.place else { return "" }
    guard let question = place.question else { return place.subject == .people ? "Ana, Bo" : "" }
    // Written lines are not left behind: the end of the writing comes before anything else.
    if prompt.label == "write" { return "" }
    return switch question.kind {
    case .readback, .review: "y"
    case .signoff: prompt.completions.isEmpty ? "" : "x"
    default: "/skip"
    }
  }
}
