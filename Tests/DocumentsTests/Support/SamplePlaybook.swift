import PlaybookLanguage

/// A small scoping meeting with one question of nearly every kind.
enum SamplePlaybook {
  static let text = """
    huddle: 1
    id: small-scoping
    version: 1.0.0
    title: Small scoping
    summary: Agree what a model must do.
    roles: {facilitator: person}
    currency: GBP
    sections:
      - id: want
        title: What we want
        steps:
          - ask: What shall we call it?
            id: work
          - ask: What should be different in the business, and what must stay as it is?
            id: objective
          - ask: Which data does it need? For each, who owns it?
            id: data
            kind: table
            columns: {source: text, owner: person}
          - ask: Offers
            id: targeted
            kind: number
            unit: offers
          - ask: Precision
            id: precision
            kind: percent
          - ask: Margin
            id: margin
            kind: money
          - set:
              lift: targeted * precision * margin
          - ask: Who else should have been asked before we decide on any of this?
            id: missing
          - ask: For your function, what must not happen?
            id: lines
            kind: list
            from: everyone
          - ask: What must never be said?
            id: taboo
            kind: list
      - id: causes
        title: What could kill it
        steps:
          - ask: Reasons
            id: reasons
            kind: list
          - ask: Which are the same story?
            id: themes
            kind: group
            of: reasons
          - ask: Dots
            id: dots
            kind: vote
            of: themes
          - ask: "“{t}”: how likely, and how bad?"
            each: t in themes
            id: rating
            kind: matrix
            rows: [likelihood, impact]
            options: {1: low, 2: medium, 3: high}
          - ask: Which tasks lead there?
            id: plan
            kind: table
            columns: {task: text, owner: person, start: date, due: date, after: text}
          - warn: Nobody owns the money.
      - id: end
        title: Close
        steps:
          - ask: What did we decide?
            id: decisions
            kind: table
            columns: {what: text, because: text, by: person, against: text}
          - ask: What happens next?
            id: todo
            kind: table
            columns: {step: text, owner: person, due: date, done_when: text}
          - ask: Do you support it?
            id: support
            kind: fist
          - ask: Is each of these yours?
            id: reading
            kind: readback
          - ask: Do you agree to this page as it stands?
            id: signatures
            kind: signoff
            of: agreement
    outcomes:
      - decision: "{d.what}"
        each: d in decisions
        because: d.because
        by: d.by
        against: d.against
      - action: "{t.step}"
        each: t in todo
        owner: t.owner
        due: t.due
        done_when: t.done_when
      - risk: "{t}"
        each: t in themes
        likelihood: t.rating.likelihood
        impact: t.rating.impact
      - agreement: We run the pilot
        id: pilot
      - event: Look again
        id: again
        date: date('2026-12-18')
      - milestone: "{work} runs"
        id: runs
        date: date('2027-01-11')
      - metric: Lift
        id: lift_metric
        value: lift
    documents:
      - id: agreement
        title: "AI Project Agreement: {work}"
        body:
          - heading: Scope
          - answers: [objective, data, targeted, lift, missing]
          - heading: Does it pay?
          - text: |
              {targeted} × {percent(precision)} × {margin}
              = **{lift}**.

              **Stop:** when {objective}
          - heading: Red lines
          - table: l in lines
            columns: {Who: l.by, Line: l.value}
          - list: x in taboo
          - heading: Pictures
          - heatmap: t in themes
            x: t.rating.likelihood
            y: t.rating.impact
          - bars: t in themes
            value: t.votes
          - pareto: t in themes
            value: t.votes
          - quadrant: t in themes
            x: t.rating.likelihood
            y: t.rating.impact
          - gantt: plan
          - heading: Decided
          - outcomes: decisions
          - heading: Next steps
          - outcomes: actions
          - heading: Open
          - outcomes: deferred
          - outcomes: warnings
          - signoff: agreement
      - id: canvas
        title: Canvas
        body:
          - canvas: [objective, data, missing]
          - each: t in themes
            body:
              - heading: "{t}"
              - list: r in t.items
                text: "{r} said {r.by}"
          - outcomes: [milestones, events, metrics, agreements, risks]
    """

  /// The sample, read once.
  static let sample = Result { try load() }

  /// The playbook, or the mistakes that keep it from being one.
  static func load(_ text: String = text) throws -> Playbook {
    let (playbook, diagnostics) = PlaybookLoader.load(text: text, file: "small-scoping.yaml")
    guard let playbook else { throw Broken(diagnostics: diagnostics) }
    return playbook
  }

  struct Broken: Error { let diagnostics: [Diagnostic] }
}
