import Session
import Testing
import Values

@testable import Journal

/// `HUDDLE_LONG=50` makes ten thousand of two hundred.
private let count = 200 * (setting("HUDDLE_LONG").flatMap { Int($0) } ?? 1)

/// Facts of every type in any order, with references that may lead nowhere.
private func randomRecords(_ seed: Int) -> [SessionRecord] {
  var chance = SplitMix(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
  let facts = (0..<Int.random(in: 3...40, using: &chance)).map { index -> Fact in
    if Int.random(in: 0..<5, using: &chance) == 0 {
      return Fact(.eventsUndone(targets: [Int.random(in: 0...index + 2, using: &chance)]))
    }
    return Fact(Samples.everyEvent.randomElement(using: &chance) ?? .sessionClosed)
  }
  return facts.enumerated().map { index, fact in
    let clock = Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &chance)
    return SessionRecord(number: index + 1, at: Instant(milliseconds: clock), fact: fact)
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Test func `any journal is read back as it was written, and folds the same from any prefix on`() {
  var wrong: [Int] = []
  for seed in 0..<count {
    let records = randomRecords(seed)
    let bytes = records.flatMap { RecordCodec.line($0) }
    let contents = JournalReader.contents(of: bytes)
    let all = SessionLog(replaying: records)
    var log = SessionLog(replaying: Array(records.prefix(seed % (records.count + 1))))
    for record in records.dropFirst(seed % (records.count + 1)) { log.append(record) }
    if contents.records != records || log.state != all.state || log.dead != all.dead {
      wrong.append(seed)
    }
  }
  #expect(wrong == [])
}

/// An hour back, before 1970, across the night in which clocks change, and the year 9999.
private let clocks: [Int64] = [-3_600_000, -1, 0, 1_793_494_800_000, 253_402_300_799_000]

/// All that a journal folds to but the hours of its sections.
private func said(_ records: [SessionRecord]) -> String {
  let state = SessionLog(replaying: records).state
  return "\(state.people) \(state.items) \(state.answers) \(state.settled) \(state.isClosed)"
}

@Test func `no clock changes what a journal folds to`() {
  let facts = Samples.meeting(8) + [Fact(.stepEntered(step: "q0")), Fact(.sessionClosed)]
  let usual = Samples.records(facts)
  let other = facts.enumerated().map { index, fact in
    SessionRecord(
      number: index + 1, at: Instant(milliseconds: clocks[index % clocks.count]), fact: fact)
  }
  #expect(said(other) == said(usual))
  #expect(JournalReader.contents(of: other.flatMap { RecordCodec.line($0) }).records == other)
}
