/// P24 and P3: order and circles among names, and what would go wrong in the room.
extension DiagnosticRule {
  static let laterStep = DiagnosticRule("P241", "later-step")
  static let circularValue = DiagnosticRule("P242", "circular-value")

  static let unusedAnswer = DiagnosticRule("P301", "unused-answer", .warning)
  static let overfullMeeting = DiagnosticRule("P302", "overfull-meeting", .warning)
  static let ownerlessAction = DiagnosticRule("P303", "ownerless-action", .warning)
  static let unusedGiven = DiagnosticRule("P304", "unused-given", .warning)
  static let deadAddTo = DiagnosticRule("P305", "dead-add-to", .warning)
}

extension DiagnosticRule {
  static let ofMeaning: [DiagnosticRule] = [
    laterStep, circularValue, unusedAnswer, overfullMeeting, ownerlessAction, unusedGiven,
    deadAddTo,
  ]

  static let meaningExplanations = [
    "P241": """
    Steps run from top to bottom. What is asked or worked out further down is not known yet. \
    Inside a repeat, the turns so far may be read: whys.last.
    """,
    "P242": "A value is worked out from itself, directly or through others, so it has none.",
    "P301": """
    The room spends time on an answer that no expression, outcome or document uses. Show it \
    somewhere, or do not ask. Where a playbook has no documents of its own, the minutes show \
    every answer, and nothing is said.
    """,
    "P302": """
    The parts take longer than the whole, so the closing would be cut short. Sections that \
    stand under an 'if' are not counted.
    """,
    "P303": """
    An action without an owner is nobody's. Give it one: owner: p.owner, where the table has a \
    column of kind person.
    """,
    "P304": """
    A constant is given and nothing reads it: a change to it would have no effect. Use it, or \
    leave it out.
    """,
    "P305": """
    'add_to' puts new entries of a list into the theme at hand: add_to: t.items, inside each: t \
    in themes. Anywhere else it has no effect, and the entries stay where they were asked for.
    """,
  ]

  static let expressionExplanations = [
    "P201": """
    An expression is names, numbers and texts with operators between them: risk.score >= 6 and \
    risk.owner != blank. Something in this one stands where nothing of the kind can.
    """,
    "P202": """
    Holes {…} belong into prose. Fields such as if, check, each and set are expressions \
    already, so they are written without braces.
    """,
    "P203": """
    The name is not that of a question, a value of 'set', a given, a role or a loop's item. An \
    answer that was asked in a loop is read through the loop's item: risk.rating.
    """,
    "P204": """
    This is how other languages write it. Here it is words: and, or, not, if(c, a, b), yes, no, \
    blank, and == for equal.
    """,
    "P205": "A text in an expression is not closed with the quotation mark that opened it.",
    "P206": "A bracket in an expression is not closed, or closed by another kind.",
    "P207": "An expression may have 4 KiB. Give its parts names with 'set'.",
    "P208": "Brackets and operators are nested too deep. Give the parts names with 'set'.",
    "P209": "Comparisons do not chain. Write a < b and b < c.",
    "P210": "A hole in prose has no closing brace. For a brace that is meant as text, write {{.",
    "P211": "There is nothing where an expression should be.",
    "P212": """
    A loop is written 'r in risks', and nested ones with a comma: r in worst, p in r.plan. \
    The name is your own; the list is an expression.
    """,
    "P213": """
    Doubled braces print a brace. In other systems they are how a value is filled in; here that \
    takes single ones.
    """,
    "P220": "There is no function of this name in the language; the reference lists all.",
    "P221": "The function takes more or fewer values than it is given here.",
    "P222": "The function cannot do anything with this kind of value.",
    "P223": """
    Functions that look at every entry of a list name it first: risks.filter(r, r.impact > 2).
    """,
    "P224": "A loop's item has the name of something else, which could then not be read.",
    "P225": """
    The choice is compared with a word that is not among its options, so the answer would \
    always be the same. Check the spelling, capitals too.
    """,
    "P226": "These two kinds of value cannot be added, multiplied and so on.",
    "P227": "Values of these two kinds can never be equal, and none is greater.",
    "P228": """
    Conditions are yes or no; nothing else counts as either. Compare: list.count > 0, name != \
    blank.
    """,
    "P229": "The field needs another kind of value than the expression gives.",
    "P230": "Places in a list are counted from 1.",
    "P231": """
    The item alone does not say which value is meant: it was asked for every pair of two lists, or \
    by a part that is used twice. Name all items, in the order of the loops: rating.of(v, c).
    """,
  ]
}
