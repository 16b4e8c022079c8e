import Journal
import PlaybookLanguage
import Session
import Values

/// Finds the project's earlier sessions that a playbook reads.
struct EarlierSessions {
  let store: SessionStore

  init(_ store: SessionStore) { self.store = store }

  /// One fact for each earlier session that is found: this playbook's last, and those it names.
  ///
  /// Of private ones only those of the same `people`: none, where it is not known who is here.
  func links(for playbook: Playbook, project: String, among people: Set<String>? = nil) -> [Fact] {
    let wanted = ["last_time": playbook.id].merging(playbook.earlier) { own, _ in own }
    guard let entries = try? store.library.listing().entries else { return [] }
    return wanted.sorted { $0.key < $1.key }.compactMap { name, id in
      let latest = entries.filter {
        $0.playbook == id && $0.closed != nil
          && TextFolding.fold($0.project) == TextFolding.fold(project)
      }.sorted { ($1.last, $1.name) < ($0.last, $0.name) }
      for entry in latest {
        guard let session = try? store.read(entry.path).session else { return nil }
        guard session.mayBeRead(by: playbook, among: people) else {
          // Another pair's is passed over; of another playbook's none is for this meeting.
          if session.playbook.id == playbook.id { continue }
          return nil
        }
        return Fact(
          .sessionLinked(
            session: entry.session, name: name, body: EarlierAnswers.body(of: session)))
      }
      return nil
    }
  }
}
