import Outcomes
import PlaybookLanguage
import Session
import Values

/// What is open, disputed, parked or was not talked about, read out before anybody signs or leaves,
/// each as what it is.
struct StillOpen {
  let room: Room

  init(_ room: Room) { self.room = room }

  /// All of it; nothing where there is none.
  var utterances: [Utterance] {
    let summary = Summary(of: room.session)
    let disputed = summary.openDisputes.map { outcome, disputes in
      let words = disputes.map { $0.words(room.state.name).onOneLine }.joined(separator: "; ")
      return Utterance.Entry(
        outcome.calledBy ?? "–", "Disputed: \(outcome.text.onOneLine) (\(words))")
    }
    let lines =
      summary.openPoints.map { entry($0, "") } + disputed
      + summary.parked.map { entry($0, "Parked: ") }
      + summary.deferred.map { remark in
        let isEntry = room.state.item(remark.id) != nil
        return entry(remark, isEntry ? "Set aside: " : "Not talked about: ")
      }
    return shown(lines)
  }

  /// Where it was read before the sign-off, only what was noted since.
  var sinceSigning: [Utterance] {
    let signed = room.session.log.records.first { record in
      if case .signoffGiven = record.fact.event { true } else { false }
    }
    guard let signed else { return utterances }
    let summary = Summary(of: room.session)
    func isNew(_ remark: Summary.Remark) -> Bool {
      (room.state.item(remark.id)?.record ?? 0) > signed.number
    }
    return shown(
      summary.openPoints.filter(isNew).map { entry($0, "") }
        + summary.parked.filter(isNew).map { entry($0, "Parked: ") })
  }

  private func shown(_ lines: [Utterance.Entry]) -> [Utterance] {
    lines.isEmpty ? [] : [.words("Still open, so that nothing is lost:"), .table(lines)]
  }

  private func entry(_ remark: Summary.Remark, _ kind: String) -> Utterance.Entry {
    let who = remark.owner.map { " · \($0.name)" } ?? ""
    let when = remark.due.map { ", by \($0.display)" } ?? ""
    // A question has no number that people could call it by.
    let isQuestion =
      Address(text: remark.id).flatMap { room.session.index.questions[$0.question] } != nil
    return .init(isQuestion ? "–" : remark.id, kind + remark.text + who + when)
  }
}
