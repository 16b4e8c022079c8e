package import PlaybookLanguage
package import Values

/// What becomes of a session when a newer playbook takes the place of the one that it has pinned.
///
/// Nothing that was said is lost: what fits stays or moves along, what fits in another form is
/// converted, and what does not is asked again with its old words on offer.
package struct PlaybookUpgrade: Sendable {
  /// One thing that the room should know before it says yes.
  package enum Change: Sendable, Equatable {
    /// Asked on arrival.
    case added(question: String, words: String)
    case renamed(from: String, to: String)
    /// The answer stays.
    case reworded(question: String, from: String, to: String)
    /// Nothing was lost on the way to the other kind.
    case converted(Address, from: String, to: String)
    /// Asked again before the close, with the old words on offer.
    case askedAgain(Address, words: String, why: Why)
    /// No longer asked; what was answered stays in the file.
    case removed(question: String, answers: Int)
  }

  package enum Why: Sendable, Equatable {
    /// As the question itself refuses it.
    case refused(String)
    /// The playbook's own check says no, in the playbook's words where it has some.
    case check(String)
    case kind(from: Question.Kind, to: Question.Kind)
    case column(String)
  }

  /// In the new playbook's order, and then what it no longer asks.
  package let changes: [Change]
  /// The one record that does all of it.
  package let fact: Fact

  package init(of session: MeetingSession, to playbook: Playbook, at now: Instant, offset: Int) {
    let matching = QuestionMatching(from: session.index, to: PlaybookIndex(playbook))
    var changed = PlaybookChanged(
      id: playbook.id, version: playbook.version, sha256: Digest.sha256(playbook.body.canonical),
      body: playbook.body, renamed: matching.renamed)
    let moved = session.with(Fact(.playbookChanged(changed)), at: now)
    var review = AnswerReview(moved, matching, today: now.date(offsetSeconds: offset))
    review.readAnswers()
    changed.converted = review.converted
    review.check(moved.with(Fact(.playbookChanged(changed)), at: now))
    changes = matching.changes(session, moved) + review.changes + matching.removals(session)
    fact = Fact(.playbookChanged(changed), again: review.again)
  }
}

/// Which question of the new playbook each one of the old has become.
struct QuestionMatching {
  let old: PlaybookIndex
  let new: PlaybookIndex
  /// Old id → new id, where they differ.
  private(set) var renamed: [String: String] = [:]
  /// New id → old id, for all that were there before.
  private(set) var earlier: [String: String] = [:]

  init(from old: PlaybookIndex, to new: PlaybookIndex) {
    self.old = old
    self.new = new
    for id in new.order {
      if old.questions[id] != nil {
        earlier[id] = id
      } else if let before = (new.questions[id]?.content.was ?? []).first(where: {
        old.questions[$0] != nil && new.questions[$0] == nil && renamed[$0] == nil
      }) {
        renamed[before] = id
        earlier[id] = before
      }
    }
  }

  /// What is new, has another name or other words.
  func changes(_ session: MeetingSession, _ moved: MeetingSession) -> [PlaybookUpgrade.Change] {
    let scope = moved.scope()
    return new.order.flatMap { id -> [PlaybookUpgrade.Change] in
      guard let question = new.questions[id]?.content else { return [] }
      guard let before = earlier[id], let former = old.questions[before]?.content else {
        return [.added(question: id, words: scope.render(question.prompt).onOneLine)]
      }
      var changes: [PlaybookUpgrade.Change] = []
      if before != id { changes.append(.renamed(from: before, to: id)) }
      let (from, to) = (former.prompt.source.onOneLine, question.prompt.source.onOneLine)
      if from != to { changes.append(.reworded(question: id, from: from, to: to)) }
      return changes
    }
  }

  func removals(_ session: MeetingSession) -> [PlaybookUpgrade.Change] {
    let kept = Set(earlier.values)
    return old.order.filter { !kept.contains($0) }.map { id in
      let answers = session.state.answers.count { $0.key.question == id }
      let items = session.state.items.count { $0.list.question == id && $0.isLive }
      return .removed(question: id, answers: answers + items)
    }
  }
}

extension Template {
  /// The words as the playbook has them, holes and all.
  var source: String {
    switch content {
    case .prose(let segments):
      segments.map { segment in
        switch segment {
        case .text(let text): text
        case .hole(let expression): "{\(expression.source)}"
        }
      }.joined()
    case .formula(let expression): "= \(expression.source)"
    case .constant(let value): "\(value)"
    }
  }
}
