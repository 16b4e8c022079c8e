import Journal
import Outcomes
import PlaybookLanguage
import Session
import Values

/// What closed sessions of a project left open: read when a new session begins, and kept in it.
struct OpenWork {
  let store: SessionStore

  init(_ store: SessionStore) { self.store = store }

  /// The lists that a playbook reads, as one fact; nil where it reads none or nothing is open.
  ///
  /// Of private meetings only those of the same `people`: none, where it is not known who is here.
  func link(for playbook: Playbook, project: String, among people: Set<String>? = nil) -> Fact? {
    let wanted = Self.lists(playbook)
    guard !wanted.isEmpty, let outcomes = try? store.library.outcomes(forPlaybook: playbook.id)
    else { return nil }
    let sessions = outcomes.settled.filter {
      TextFolding.fold($0.project) == TextFolding.fold(project)
    }.sorted { ($0.closed, $0.session) < ($1.closed, $1.session) }
    let items = Reader(store, playbook, people, outcomes.followUps).items(sessions, wanted)
    guard !items.isEmpty, let last = sessions.last else { return nil }
    return Fact(
      .sessionLinked(session: last.session, name: OpenItem.link, body: OpenItem.body(items)))
  }

  /// What a private meeting reads of earlier ones once it is known who is here, for each circle of
  /// people that has met.
  func privateEarlier(for playbook: Playbook, project: String) -> PrivateEarlier {
    guard playbook.isPrivate, let entries = try? store.library.listing().entries else {
      return PrivateEarlier()
    }
    let circles = entries.filter {
      $0.playbook == playbook.id && $0.closed != nil
        && TextFolding.fold($0.project) == TextFolding.fold(project)
    }.compactMap { try? store.read($0.path).session }.map { PrivateEarlier.people(of: $0) }
    return PrivateEarlier(
      Set(circles).map { people in
        .init(people: people, links: links(for: playbook, project, among: people))
      }, open: links(for: playbook, project, among: nil))
  }

  private func links(
    for playbook: Playbook, _ project: String, among people: Set<String>?
  ) -> [Fact] {
    EarlierSessions(store).links(for: playbook, project: project, among: people)
      + [link(for: playbook, project: project, among: people)].compactMap { $0 }
  }

  /// By the names that stand in its text: what nobody reads is not copied.
  private static func lists(_ playbook: Playbook) -> [OpenItem.List] {
    let text = playbook.body.encoded()
    return OpenItem.List.allCases.filter { text.contains("open.\($0.rawValue)") }
  }
}

/// Reads the open items of some closed sessions.
private struct Reader {
  let store: SessionStore
  let playbook: Playbook
  let people: Set<String>?
  let followUps: FollowUps

  init(
    _ store: SessionStore, _ playbook: Playbook, _ people: Set<String>?, _ followUps: FollowUps
  ) {
    self.store = store
    self.playbook = playbook
    self.people = people
    self.followUps = followUps
  }

  /// Actions stand at the end of a session's file; for anything else the session is folded.
  func items(_ sessions: [SettledSession], _ wanted: [OpenItem.List]) -> [OpenItem] {
    let needsFold = wanted.contains { $0 != .actions }
    var items: [OpenItem] = []
    for session in sessions {
      let actions = wanted.contains(.actions) ? self.actions(session) : []
      guard needsFold || !actions.isEmpty, let folded = try? store.read(session.path).session,
        folded.mayBeRead(by: playbook, among: people)
      else { continue }
      items += actions
      guard needsFold else { continue }
      let summary = Summary(of: folded)
      for update in summary.updates { apply(update, to: &items) }
      items += others(summary, session).filter { wanted.contains($0.list) }
    }
    return items
  }

  private static let endings = ["done", "dropped", "closed"]

  private func actions(_ session: SettledSession) -> [OpenItem] {
    session.outcomes.filter {
      ["action", OpenPromise.Kind.point.rawValue].contains($0.kind)
        && !Self.endings.contains($0.state)
    }
    .compactMap { outcome in
      item(
        .actions, outcome.id,
        outcome.kind == "action" ? outcome.text : OpenPromise.words(.point, outcome.text),
        outcome.owner, outcome.due, session,
        outcome.doneWhen.map { [.init("done_when", .string($0))] } ?? [])
    }
  }

  private func others(_ summary: Summary, _ session: SettledSession) -> [OpenItem] {
    let risks = summary.risks.filter { !Self.endings.contains($0.words("state") ?? "") }.compactMap
    {
      item(.risks, $0.id, $0.text, $0.owner?.name, $0.due, session, Self.fields($0))
    }
    let decisions = summary.decisions.compactMap {
      item(.decisions, $0.id, $0.text, $0.owner?.name, $0.due, session, Self.fields($0))
    }
    let parked = summary.parked.compactMap {
      item(.parked, $0.id, $0.text, $0.owner?.name, $0.due, session, [])
    }
    return risks + decisions + parked
  }

  /// As its follow-ups leave it; nil where it is open no longer.
  private func item(
    _ list: OpenItem.List, _ id: String, _ text: String, _ owner: String?, _ due: CalendarDate?,
    _ session: SettledSession, _ fields: [JSONValue.Member]
  ) -> OpenItem? {
    let later = followUps.action(id, in: session.session)
    guard later?.isFinished != true else { return nil }
    return OpenItem(
      list: list, session: session.session, id: id, text: later?.text ?? text,
      owner: later?.owner ?? owner, due: later?.due.flatMap { CalendarDate(iso: $0) } ?? due,
      revision: later?.revision ?? 0, from: session.title, fields: fields)
  }

  /// The fields that an update has no place for: what an expression can read of them.
  private static func fields(_ outcome: Outcome) -> [JSONValue.Member] {
    outcome.fields.filter { !["owner", "due", "state"].contains($0.name) }.compactMap { field in
      switch field.value {
      case .number(let number), .percent(let number), .rating(let number, _):
        .init(field.name, .number(number))
      case .text(let words), .choice(let words): .init(field.name, .string(words))
      case .date(let date): .init(field.name, .string(date.iso))
      case .person(let person): .init(field.name, .string(person.name))
      case .yesno(let holds): .init(field.name, .bool(holds))
      default: nil
      }
    }
  }

  /// A later session's own questions changed it: a risk that was rated again keeps the new ratings.
  private func apply(_ update: Summary.Update, to items: inout [OpenItem]) {
    guard
      let place = items.firstIndex(where: {
        $0.session == update.item.session && $0.id == update.item.id
      })
    else { return }
    let old = items[place]
    let new = Self.fields(update.outcome)
    items[place] = OpenItem(
      list: old.list, session: old.session, id: old.id, text: old.text, owner: old.owner,
      due: old.due, revision: old.revision, from: old.from,
      fields: old.fields.filter { field in !new.contains { $0.name == field.name } } + new)
  }
}

extension MeetingSession {
  /// A private meeting is read by the next one of its own kind and of the same people, and by no
  /// other; by none while it is not known who is here.
  func mayBeRead(by playbook: Playbook, among people: Set<String>?) -> Bool {
    guard state.isPrivate else { return true }
    return self.playbook.id == playbook.id && PrivateEarlier.people(of: self) == people
  }
}
