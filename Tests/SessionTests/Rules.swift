import Facilitation
import MeetingKit
import Session
import Values

/// What one input may do to a meeting, checked after each.
struct Rules {
  /// In words, each rule that did not hold.
  private(set) var broken: [String] = []
  private var ids: Set<String> = []

  mutating func check(_ before: TestMeeting, _ reply: TestMeeting.Reply, _ after: TestMeeting) {
    oneUndo(before, reply, after)
    newIDs(reply)
    replay(after)
    kept(after.session)
    killed(after)
    undone(after)
    if !reply.records.isEmpty, reply.decision.dialog == nil { settled(before, after) }
  }

  private mutating func expect(_ holds: Bool, _ rule: String) {
    if !holds { broken.append(rule) }
  }

  /// Several people by one line are several records, and still one thing to take back.
  private mutating func oneUndo(
    _ before: TestMeeting, _ reply: TestMeeting.Reply, _ after: TestMeeting
  ) {
    guard reply.records.count(where: { $0.fact.event.isUndoable }) > 1 else { return }
    var other = after
    other.type("/undo")
    expect(
      other.state.withoutStep == before.state.withoutStep, "one input is one thing to take back")
  }

  private mutating func newIDs(_ reply: TestMeeting.Reply) {
    for record in reply.records {
      guard case .itemsAdded(let added) = record.fact.event else { continue }
      for item in added.items { expect(ids.insert(item.id).inserted, "\(item.id) is used twice") }
    }
  }

  private mutating func replay(_ meeting: TestMeeting) {
    let replayed = SessionLog(replaying: meeting.session.log.records)
    expect(replayed.state == meeting.state, "appending is replaying")
    expect(replayed.dead == meeting.session.log.dead, "the same records are dead after a replay")
  }

  /// What is carried over from input to input is what would be worked out anew.
  private mutating func kept(_ session: MeetingSession) {
    let anew = Agenda(session.scope())
    expect(session.agenda().entries == anew.entries, "the kept agenda is a fresh one")
    expect(session.place == anew.current, "the kept place is that of a fresh agenda")
    expect(session.sections() == anew.sections, "the sections are those of the whole agenda")
    let open = anew.places.filter { $0.section != nil && !anew.isSettled($0) }
    expect(
      session.openHere() == open.filter { $0.section == session.place?.section },
      "what is open here is what is open in the whole agenda")
    let end = session.place.flatMap { place in anew.entries.firstIndex { $0.place == place } }
    let before = anew.entries[..<(end ?? anew.entries.count)]
    let leadIn = before.suffix(from: before.lastIndex { $0.place != nil }.map { $0 + 1 } ?? 0)
    expect(session.leadIn == Array(leadIn), "the kept way to the place is that of a fresh agenda")
  }

  private mutating func killed(_ meeting: TestMeeting) {
    var resumed = meeting
    resumed.kill()
    expect(resumed.place == meeting.place, "the same place after a kill")
    if meeting.facilitator.dialog == nil {
      expect(resumed.prompt == meeting.prompt, "the same prompt after a kill")
    }
  }

  private mutating func undone(_ meeting: TestMeeting) {
    guard !meeting.state.isClosed, meeting.session.log.undoTarget != nil else { return }
    var other = meeting
    other.type("/undo")
    kept(other.session)
    // At a question about words that are not recorded yet, they go back into the line.
    guard other.session.log.records.count > meeting.session.log.records.count else { return }
    other.type("/redo")
    kept(other.session)
    expect(other.state.withoutStep == meeting.state.withoutStep, "undo, then redo, is the identity")
    expect(other.place == meeting.place, "undo, then redo, comes back to the place")
  }

  /// What comes back into sight is asked again, with its value on offer.
  private mutating func settled(_ before: TestMeeting, _ after: TestMeeting) {
    let known = Set(before.session.agenda().places.map(\.address))
    guard case .eventsUndone? = after.session.log.records.last?.fact.event else {
      let agenda = after.session.agenda()
      for place in agenda.places where !known.contains(place.address) {
        guard after.state.answers[place.address] != nil else { continue }
        expect(!agenda.isSettled(place), "\(place.address) comes back and is asked again")
      }
      return
    }
  }
}

extension SessionState {
  /// Bookkeeping is not undone.
  fileprivate var withoutStep: [String] {
    [
      "\(people)", "\(items)", "\(answers.sorted { $0.key < $1.key })", "\(settled.sorted())",
      "\(turns.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value.last ?? "")\($0.value.passed.sorted())" })",
      "\(ballots.sorted { $0.key < $1.key })", "\(counts.sorted { $0.key < $1.key })",
      "\(read.sorted { $0.key < $1.key })", "\(signatures.sorted { $0.key < $1.key })",
      "\(addedMinutes.sorted { $0.key < $1.key })",
    ]
  }
}
