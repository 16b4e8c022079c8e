/// A meeting of three questions, for tests of how a meeting is begun, left and found again.
enum SmallMeeting {
  static let playbook = """
    huddle: 1
    id: small
    version: 1.0.0
    title: Small
    sections:
      - id: one
        title: One
        steps:
          - {ask: What is it?, id: what}
          - {ask: What else?, id: more, kind: list}
          - {ask: And why?, id: why}
    """ + "\n"
}
