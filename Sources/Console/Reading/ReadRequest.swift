/// Everything that a reader needs to know to read one line.
package struct ReadRequest {
  /// What stands before the line, such as `owner> `.
  ///
  /// One line; control characters become visible, and it is cut to leave room to type in.
  package var prompt: StyledText
  /// Text that already stands in the line, the cursor at its end.
  package var prefill: String
  /// Which history the line belongs to, such as `command` or a question's kind; `nil` for none.
  package var historyKind: String?
  /// Whether the line is added to that history when it is accepted.
  package var keepsHistory: Bool
  /// Whether an accepted line is nothing for the history after all, by what it turned out to be.
  package var forgets: ((String) -> Bool)?
  /// Whether what is typed stays invisible, for an anonymous answer.
  ///
  /// Nothing of it is kept in the history.
  package var isHidden: Bool
  /// Whether the line is taken off the screen once it is accepted, for a vote that is still blind.
  package var isWiped: Bool
  /// Whether the line is not to be shown again behind its prompt, where no terminal showed it.
  package var isSecret: Bool
  /// Whether Alt-Enter and a paste may put newlines into the line.
  package var acceptsNewlines: Bool
  /// What a tab in a paste becomes: cells of a spreadsheet may want something between them.
  package var tab: String
  /// What of a paste nobody is to see is taken out here, before it stands in the line, and said.
  ///
  /// The paste has its tabs still.
  package var screensPaste: ((String) -> (text: String, remark: String?))?
  /// Keeps a paste that no line takes, and gives the path of its file; nil where it is not kept, as
  /// where it is secret.
  package var setsAside: ((String) -> String?)?
  /// Messages that are due while the line is being typed.
  package var deadlines: [Deadline]
  /// When to give up waiting; the outcome is then ``ReadOutcome/expired(draft:)``.
  package var expiresAt: MonotonicTime?
  /// What a ticking clock shows, asked once a second; `nil` for none, which is usual.
  package var clock: (() -> StyledText)?
  /// What Ctrl-L shows above the line in an emptied window, in so many rows at most.
  package var reprint: ((_ rows: Int) -> [StyledText])?
  /// How the text before the cursor may go on; asked by Tab only.
  package var completions: (String) -> [Completion]
  /// Called with the whole line after half a second without a key, once for each state of it.
  package var onIdle: ((String) -> Void)?

  package init(
    prompt: StyledText, prefill: String = "", historyKind: String? = nil,
    keepsHistory: Bool = true, forgets: ((String) -> Bool)? = nil, isHidden: Bool = false,
    isWiped: Bool = false,
    isSecret: Bool = false,
    acceptsNewlines: Bool = false, tab: String = " ",
    screensPaste: ((String) -> (text: String, remark: String?))? = nil,
    setsAside: ((String) -> String?)? = nil,
    deadlines: [Deadline] = [],
    expiresAt: MonotonicTime? = nil, clock: (() -> StyledText)? = nil,
    reprint: ((_ rows: Int) -> [StyledText])? = nil,
    completions: @escaping (String) -> [Completion] = { _ in [] },
    onIdle: ((String) -> Void)? = nil
  ) {
    self.prompt = prompt
    self.prefill = prefill
    self.historyKind = historyKind
    self.keepsHistory = keepsHistory
    self.forgets = forgets
    self.isHidden = isHidden
    self.isWiped = isWiped
    self.isSecret = isSecret
    self.acceptsNewlines = acceptsNewlines
    self.tab = tab
    self.screensPaste = screensPaste
    self.setsAside = setsAside
    self.deadlines = deadlines
    self.expiresAt = expiresAt
    self.clock = clock
    self.reprint = reprint
    self.completions = completions
    self.onIdle = onIdle
  }
}
