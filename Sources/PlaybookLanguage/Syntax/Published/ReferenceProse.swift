/// What the reference says in sentences.
enum ReferenceProse {
  static let names = """
    An expression reads questions and values of `set` by their ids, a part's by its name and theirs \
    (`closing.again`; the name is the last word of its path, or what `as:` says), and these:
    """

  static let blank = """
    What was not answered, was skipped or is hidden reads as `blank`, a list as empty. With blank, \
    sums and comparisons are blank too; `no and blank` is no, `yes or blank` is yes. `sum`, `avg`, \
    `min` and `max` leave blanks out and do not say so: where each figure counts, ask first, \
    `plan.all(p, p.cost != blank)`. A division by zero, two currencies or an overflow give blank and a \
    warning in the minutes; a meeting never stops for an expression. Operators:
    """

  static let ofKinds: [Question.Kind: String] = [
    .readback: "Expressions do not read it; the documents say who confirmed what.",
    .signoff: """
    Asked of everybody who takes part, but for whoever only runs the meeting; where more than half \
    of them have a function (`Ana (Legal)`), of those who have one. Of several people of one function \
    one that agrees speaks for it, unless another declines; the page then names both. Expressions do \
    not read it; the part `signoff` of a document shows it, and the document says whether it is in \
    force.
    """,
  ]

  static let answers = """
    ## A file of answers

    `huddle run PLAYBOOK --answers FILE` plays a meeting without a room. The file is a map:

    ```yaml
    project: Apollo                 # --project outranks it
    people: [Ana, Bo (Legal)]       # --with outranks it; a function in brackets
    lead: Ana                       # each role by its name
    goal: Replace billing           # each question by its id
    closing.again: 2030-01-15       # one of a part: the part's name and its own
    closing.reading: yes            # of the read-back: each line was confirmed
    rating: [{likelihood: 3, impact: 2}, ~]   # in a loop: one entry for each item, ~ for none
    fit: [[1, 3], [2, 2]]           # in a loop in a loop: lists in a list
    whys:                           # a repeat: a map for each turn
      - {because: nobody asked, root: no}
      - {because: no time, root: yes}
    ```

    What the file leaves out is skipped; a default is not taken for it, nor for a cell. What is \
    required and missing is an error. At a `readback`, `yes` confirms every line, and a list says \
    what is typed at each (`[y, "n it is too early"]`); of what it leaves out the documents say that \
    nobody was asked. Everything that does not fit is told in one run, and then nothing \
    is begun. A file that is no map is read as lines, typed one after the other.
    """
}
