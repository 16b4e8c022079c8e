import Journal
import PlaybookLanguage
import Session
import Values

/// Finds the project's earlier sessions that a playbook reads.
struct EarlierSessions {
  let store: SessionStore

  init(_ store: SessionStore) { self.store = store }

  /// One fact for each earlier session that is found: this playbook's last, and those it names.
  func links(for playbook: Playbook, project: String) -> [Fact] {
    let wanted = ["last_time": playbook.id].merging(playbook.earlier) { own, _ in own }
    guard let entries = try? store.library.listing().entries else { return [] }
    return wanted.sorted { $0.key < $1.key }.compactMap { name, id in
      let last =
        entries.filter {
          $0.playbook == id && $0.closed != nil
            && TextFolding.fold($0.project) == TextFolding.fold(project)
        }.max { ($0.last, $0.name) < ($1.last, $1.name) }
      guard let last, let session = try? store.read(last.path).session,
        !session.playbook.isPrivate || session.playbook.id == playbook.id
      else { return nil }
      return Fact(
        .sessionLinked(
          session: last.session, name: name, body: EarlierAnswers.body(of: session)))
    }
  }
}
