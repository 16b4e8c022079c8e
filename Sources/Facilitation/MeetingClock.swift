import PlaybookLanguage
import Session
package import Values

/// The meeting by the clock: when it ends, whether it will, and what can be taken from what is left.
///
/// More time for a section moves the end; less, or a share of the overrun, does not: that time is
/// in hand. Gaps in which nobody ran the meeting move the end as well, unless they were cut.
struct MeetingClock {
  let room: Room
  private let sections: [SectionPlace]
  /// The section that reads back, else the last one: its time is not given away.
  let closing: SectionPlace?
  /// When the meeting should end.
  let ends: Instant
  /// When it will end if every section from now on keeps its time.
  let willEnd: Instant

  /// Where it is kept that the end was moved by itself.
  static let end = "room.end"

  /// Where a section's share of an overrun is kept, apart from what it was given on purpose.
  private static func share(of section: SectionPlace) -> String { "room.share.\(section.id)" }

  /// Nil before the first section, and where nothing has a time.
  init?(_ room: Room) {
    guard let begun = room.state.sectionClocks.values.min(by: { $0.began < $1.began }) else {
      return nil
    }
    let sections = room.session.sections()
    let planned =
      room.session.playbook.time?.seconds ?? sections.reduce(0) { $0 + ($1.time?.seconds ?? 0) }
    guard planned > 0 else { return nil }
    self.room = room
    self.sections = sections
    closing = sections.first(where: room.session.index.readsBack) ?? sections.last
    let added = room.state.addedMinutes.reduce(0) { sum, change in
      if change.key == Self.end { return sum + change.value }
      return sum + max(0, change.value)
    }
    ends = begun.began.adding(
      TimeSpan(seconds: planned + begun.pausedSeconds + 60 * added))
    let here = room.place?.section
    let current = here.flatMap { SectionClock($0, room).ends } ?? room.moment.now
    let later = sections.filter { $0.number > here?.number ?? sections.count }
    willEnd = max(current, room.moment.now).adding(
      TimeSpan(seconds: later.reduce(0) { $0 + 60 * Self.minutes($1, room) }))
  }

  /// A section's time with what was added to it.
  static func minutes(_ section: SectionPlace, _ room: Room) -> Int {
    (section.time?.minutes ?? 0) + added(to: section, room)
  }

  /// What was added to a section's time, or taken from it.
  static func added(to section: SectionPlace, _ room: Room) -> Int {
    (room.state.addedMinutes[section.id] ?? 0)
      + (room.state.addedMinutes[share(of: section)] ?? 0)
  }

  /// How many minutes late the end will be; 0 where there is time in hand.
  var minutesBehind: Int { max(0, (willEnd.since(ends).seconds + 59) / 60) }

  var clock: String { ends.clockTime(offsetSeconds: room.moment.offset).display }

  /// `The end is 11:00; 4 min behind: /time share takes them from what is left.`.
  var words: String {
    minutesBehind == 0
      ? "The end is \(clock)."
      : "The end is \(clock); \(minutesBehind) min behind: /time share takes them from what is left."
  }

  // MARK: The closing

  var closingStarts: Instant {
    let time = closing.map { Self.minutes($0, room) } ?? 0
    return ends.adding(TimeSpan(seconds: -60 * time))
  }

  /// Whether nothing comes between this section and the closing.
  var isBeforeClosing: Bool {
    guard let here = room.place?.section, let closing else { return false }
    return here.number + 1 == closing.number
  }

  /// `Closing starts 10:54; 3 left: /wrap, or 5 min each?`.
  func closingWords(minutesLeft: Int) -> String {
    let left = leftHere
    let clock = closingStarts.clockTime(offsetSeconds: room.moment.offset).display
    guard left > 1 else { return "Closing starts \(clock): /wrap goes there." }
    let each = minutesLeft / left
    return "Closing starts \(clock); \(left) left: /wrap, or "
      + (each > 0 ? "\(each) min each?" : "less than a minute each?")
  }

  /// How many things of this section are still to talk about: the turns of its loop, or questions.
  private var leftHere: Int {
    Set(room.session.openHere().map { $0.address.items.first ?? $0.address.description }).count
  }

  // MARK: Sharing

  /// Takes these minutes from what is left of this section and from those still to come, in
  /// proportion to their time.
  ///
  /// The closing keeps its own, and every section at least a minute.
  func share(_ minutes: Int) -> Decision {
    let closing = closing?.number ?? .max
    let here = room.place?.section?.number ?? 0
    let left = sections.filter {
      $0.number >= here && $0.number != closing && minutesLeft($0) > 1
    }
    let cuts = Self.cuts(minutes, left.map(minutesLeft))
    guard cuts.contains(where: { $0 > 0 }) else {
      return .problem("Only the closing is left to take from: /wrap goes there, /time +5 stays.")
    }
    let changed = zip(left, cuts).filter { $0.1 > 0 }
    let facts = changed.map { Fact(.timeChanged(step: Self.share(of: $0.0), minutes: -$0.1)) }
    var decision = Decision(fact: facts.first)
    decision.further = Array(facts.dropFirst())
    let shown = changed.map { section, cut in
      let time = Self.minutes(section, room)
      return "\(section.title) \(time) → \(time - cut) min"
    }
    decision.say = [
      .noted("\(cuts.reduce(0, +)) min shared out: \(shown.joined(separator: " · "))")
    ]
    let rest = minutes - cuts.reduce(0, +)
    if rest > 0 {
      decision.say.append(.hint("\(rest) min stay over: /wrap leaves out what is left."))
    }
    return decision
  }

  private func minutesLeft(_ section: SectionPlace) -> Int {
    guard section == room.place?.section, let ends = SectionClock(section, room).ends else {
      return Self.minutes(section, room)
    }
    return max(0, ends.since(room.moment.now).seconds / 60)
  }

  /// Each one's part by its length, the odd minutes from the longest.
  static func cuts(_ minutes: Int, _ lengths: [Int]) -> [Int] {
    let room = lengths.map { $0 - 1 }
    let whole = room.reduce(0, +)
    let wanted = min(minutes, whole)
    guard wanted > 0 else { return lengths.map { _ in 0 } }
    var cuts = room.map { $0 * wanted / whole }
    let order = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    for place in order.cycled(times: lengths.count) {
      guard cuts.reduce(0, +) < wanted else { break }
      if cuts[place] < room[place] { cuts[place] += 1 }
    }
    return cuts
  }
}

extension Array {
  fileprivate func cycled(times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}

extension Facilitator {
  /// What became of a gap in which nobody ran the meeting: the end moves, or the rest is cut.
  ///
  /// Nil where nothing has a time here, and for a gap so long that it was another day's.
  package func question(aboutGapSince last: Instant, lastSaved: String, _ moment: Moment) -> Dialog?
  {
    let minutes = moment.now.since(last).seconds / 60
    let room = self.room(moment)
    guard (1...180).contains(minutes), room.place?.section?.time != nil,
      let clock = MeetingClock(room)
    else { return nil }
    return Dialog(
      "Last saved \(lastSaved). Gap \(minutes) min: end \(clock.clock), or cut? [E/c]",
      options: [
        .init(["e", "end"], "end", .decide(Decision(say: [.noted("The end is \(clock.clock).")]))),
        .init(["c", "cut"], "cut", .decide(clock.cut(minutes))),
      ], enter: 0)
  }
}

extension MeetingClock {
  /// The end stays where it was before a gap.
  fileprivate func cut(_ minutes: Int) -> Decision {
    var decision = share(minutes)
    guard let fact = decision.fact else { return decision }
    decision.fact = Fact(.timeChanged(step: Self.end, minutes: -minutes))
    decision.further = [fact] + decision.further
    return decision
  }
}
