import PlaybookLanguage
import Session
import Values

/// What is said between the last place and this one.
struct LeadIn {
  let room: Room

  init(_ room: Room) { self.room = room }

  var utterances: [Utterance] {
    room.session.leadIn.flatMap(utterances)
  }

  private func utterances(_ entry: AgendaEntry) -> [Utterance] {
    switch entry {
    case .section(let section): header(section)
    case .passing(let step, let bindings): passing(step, bindings)
    case .place: []
    }
  }

  private func header(_ section: SectionPlace) -> [Utterance] {
    let header = Utterance.section(
      number: section.number, of: room.session.sections().count, title: section.title,
      time: section.time.map { time in
        let ends = SectionClock(section, room).ends ?? room.moment.now
        let clock = ends.clockTime(offsetSeconds: room.moment.offset).display
        return ends < room.moment.now
          ? "\(time.display), was until \(clock)" : "\(time.display), until \(clock)"
      })
    let tip = section.tip.map { [Utterance.tip(room.words($0, []))] } ?? []
    return [header] + tip
  }

  private func passing(_ step: Step, _ bindings: Bindings) -> [Utterance] {
    let tip = step.tip.map { [Utterance.tip(room.words($0, bindings))] } ?? []
    switch step.action {
    case .say(let words): return [.words(room.words(words, bindings))] + tip
    case .warn(let words): return [.warning(room.words(words, bindings))] + tip
    case .show(let part): return [.part(part, bindings)] + tip
    default: return []
    }
  }
}
