import Values

/// The commented playbook that `huddle new ID` writes: it checks clean and runs as it is.
package enum StarterPlaybook {
  /// The file's text for an id such as `our-review`; its title is made from the id.
  package static func text(id: String) -> String {
    let words = id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    return """
      # A meeting of your own. Run it:      huddle run ./\(id).yaml
      # See what is wrong with it:          huddle check ./\(id).yaml
      # Every verb, kind and field:         huddle reference
      huddle: 1
      id: \(id)
      version: 0.1.0
      title: "\(title)"
      summary: What this meeting is good for, in a sentence.
      time: 30m
      roles: {lead: person}

      sections:
        - id: goal
          title: Where we want to be
          time: 5m
          steps:
            - say: Thank you for coming. Everything that is written here is on the screen.
              tip: A tip is for you. Where the room sees your screen, --no-tips leaves it out.
            - ask: What do we want to have when we leave?
              id: goal
              required: yes

        - id: ideas
          title: What could get us there
          time: 15m
          steps:
            - ask: Every idea you have. First alone, then one each.
              id: ideas
              kind: list
              from: everyone
              style: round_robin
              alone: 3m
              starts: lead
            - ask: Put three dots on what would help most.
              id: dots
              kind: vote
              of: ideas
            - set:
                best: ideas.top(3)

        - id: steps
          title: Who does what
          time: 10m
          steps:
            - ask: "“{idea}”: what is the first step, who takes it, and by when?"
              each: idea in best
              id: plan
              kind: table
              columns: {step: text, owner: person, due: date}
            - warn: Nobody has taken a step for “{idea}” yet.
              each: idea in best
              if: idea.plan.count == 0

      outcomes:
        - action: "{p.step}"
          each: idea in best, p in idea.plan
          owner: p.owner
          due: p.due

      documents:
        - id: notes
          title: "\(title): {goal}"
          body:
            - heading: Ideas
            - list: i in ideas
              text: "{i} ({i.votes})"
            - heading: Next steps
            - outcomes: actions
            - outcomes: warnings

      """
  }
}
