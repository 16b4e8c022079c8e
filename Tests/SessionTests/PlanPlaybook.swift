import MeetingKit
import PlaybookLanguage

extension SmallPlaybooks {
  /// Everything that is put in order, planned or shared out.
  static func plans() throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Reasons?
        id: reasons
        kind: list
      - ask: In which order?
        id: order
        kind: rank
        of: reasons
      - ask: The plan?
        id: plan
        kind: schedule
      - ask: Who does what?
        id: duties
        kind: raci
        of: plan
      - warn: "{t} may slip by {t.slack}."
        each: t in plan
        if: t.slack > 1 and outcomes.actions.count > 1
      - ask: "What about {r}?"
        each: r in order.take(2)
        id: answer
      - say: "{plan.end} {plan.critical} {outcomes.warnings.count} {outcomes.deferred}"
        time: 1m
      """,
      rest: """
        outcomes:
          - action: "{t.task}"
            each: t in plan
            owner: t.owner
            due: t.end
          - risk: "{r}"
            each: r in reasons
            if: r.rank == 1
        """)
  }
}
