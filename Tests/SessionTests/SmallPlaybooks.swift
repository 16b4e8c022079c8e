import MeetingKit
import PlaybookLanguage

/// Small playbooks with the constructs that loops, parts and hidden questions make hard.
enum SmallPlaybooks {
  static func loops() throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Goal?
        id: goal
      - ask: Which risks?
        id: risks
        kind: list
      - ask: Is it serious?
        id: serious
        kind: yesno
      - each: r in risks
        if: serious
        steps:
          - ask: "How bad is {r}?"
            id: rating
            kind: number
          - ask: "What do we do about {r}?"
            id: plan
            kind: table
            columns: {step: text, owner: person, due: date}
            if: r.rating > 2
      - each: person in people
        steps:
          - ask: "{person}, what worries you?"
            id: worry
      - each: team in ['Red', 'Blue']
        steps:
          - ask: "Team {team}?"
            id: team_word
      - repeat: why in whys
        max: 4
        until: why.root
        steps:
          - ask: Why?
            id: because
          - ask: Root?
            id: root
            kind: yesno
      """,
      rest: """
        outcomes:
          - risk: "{r}"
            each: r in risks
          - action: "{p.step}"
            each: r in risks, p in r.plan
            owner: p.owner
            due: p.due
        """)
  }

  static func round() throws -> Playbook {
    try TestPlaybook.steps(
      """
      - ask: Reasons?
        id: reasons
        kind: list
        from: everyone
        style: round_robin
        alone: 2m
      - ask: Cards?
        id: cards
        kind: list
        from: everyone
        style: silent
        anonymous: yes
      - ask: Which are alike?
        id: themes
        kind: group
        of: reasons
      - ask: Dots
        id: dots
        kind: vote
        of: themes
        votes: 2
      - ask: Support?
        id: support
        kind: fist
      - ask: Yours?
        id: reading
        kind: readback
      - ask: Sign?
        id: signing
        kind: signoff
        of: paper
      """,
      rest: """
        documents:
          - id: paper
            title: Paper
            body:
              - list: t in themes
                text: t.text
        """)
  }
}
