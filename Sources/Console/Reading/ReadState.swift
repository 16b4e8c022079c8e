/// What one read knows, from its prompt to its outcome.
struct ReadState {
  /// What the cursor's block shows now.
  enum Surface {
    case line, search, hidden
  }

  /// The line as libedit drew it last.
  struct Drawn: Equatable {
    var scalars: [Unicode.Scalar]
    var cursor: Int
    var layout: LineLayout
  }

  let request: ReadRequest
  /// The prompt on one line, short enough for the window.
  var prompt: StyledText
  var size: TerminalSize
  var surface = Surface.line
  var drawn: Drawn?
  /// How the read ends; set by whatever ends it, acted on by the loop.
  var outcome: ReadOutcome?

  /// Keys for libedit that are ready.
  var queue: [Int32] = []
  /// What ``PrivateKey/place`` and ``PrivateKey/insert`` are about to put into the line.
  var prepared: [String] = []
  /// A text that is too tall for the window; it stands in the line as ``token``.
  var block: String?
  /// Whether a paste of several lines went into the line.
  var hasPasted = false

  /// Whether the prompt must be painted even though the line only grew at its end.
  var needsPaint = true
  /// Lines to show below the line once libedit has drawn it.
  var pendingList: [StyledText] = []
  var isListShown = false
  /// The history search, while ``surface`` is ``Surface/search``.
  var search: HistorySearch?
  /// When the clock is looked at again, and whether it stands on the screen.
  var clockAt = MonotonicTime.now
  var isClockShown = false
  /// What is typed while nobody may see it.
  var hidden: [Unicode.Scalar] = []
  /// How many whole lines of it were pasted, or stood in the line at first.
  var hiddenLines = 0
  /// How much of it is a command that was typed, and may be seen.
  var hiddenShown = 0

  /// Escape was pressed alone: the next key counts as typed with Alt.
  var followsEscape = false
  /// Ctrl-X was pressed: Ctrl-E may follow.
  var followsControlX = false
  /// Digits of a repeat count typed with Alt so far.
  var countDigits = 0

  /// When bytes came last, and whether it was said that a paste among them goes on and on.
  var lastReadAt = MonotonicTime.now
  var hasToldEndless = false
  /// When a key came last.
  var lastKeyAt = MonotonicTime.now
  /// Whether a key has come since the idle closure was asked.
  var hasNews = false
  /// The line that the idle closure has seen; it knows the prefill.
  var idleText: String?

  /// Whether it was said that nothing more fits, since something last did.
  var hasToldFull = false

  /// Stands for the block in the line: OBJECT REPLACEMENT CHARACTER.
  static let token: Unicode.Scalar = "\u{fffc}"

  init(request: ReadRequest, size: TerminalSize) {
    self.request = request
    self.size = size
    idleText = request.prefill
    prompt = Self.fitted(request.prompt, columns: size.columns)
  }

  /// Lets all that is typed so far be seen: it is a command.
  mutating func showHidden() { hiddenShown = hidden.count }

  /// How many lines there are behind what is seen.
  var hiddenNote: String {
    guard hiddenLines > 0 else { return "" }
    let isKept = request.isHidden && request.prefill.contains("\n")
    return "[\(hiddenLines) \(hiddenLines == 1 ? "line" : "lines") \(isKept ? "kept" : "pasted")]"
  }

  /// Where the cursor is behind what is seen of a hidden line.
  var hiddenCell: LineLayout.Cell {
    let shown = Array(hidden.prefix(hiddenShown)) + Array(hiddenNote.unicodeScalars)
    return layout(shown, cursor: shown.count).cursor
  }

  /// The rows that prompt and line may take: one fewer than the window has.
  var rowLimit: Int { max(1, size.rows - 1) }

  /// The text that a line stands for, with the block in the place of its token.
  func expanded(_ scalars: [Unicode.Scalar]) -> String {
    guard let block, let at = scalars.firstIndex(of: Self.token) else {
      return String(scalars: scalars.filter { $0 != Self.token })
    }
    let after = scalars[(at + 1)...].filter { $0 != Self.token }
    return String(scalars: scalars[..<at]) + block + String(scalars: after)
  }

  /// Where prompt and line come to stand.
  func layout(_ scalars: [Unicode.Scalar], cursor: Int) -> LineLayout {
    LineLayout(
      prompt: prompt.string.unicodeScalars, line: scalars, cursorIndex: cursor,
      columns: size.columns)
  }

  /// Whether a line leaves the window a row of its own.
  func fits(_ scalars: [Unicode.Scalar]) -> Bool {
    // Each scalar takes at most 8 columns: most lines need no laying out.
    let isShort = prompt.string.utf8.count + scalars.count * 8 < size.columns
    if isShort, !scalars.contains("\n") { return true }
    return layout(scalars, cursor: scalars.count).rowCount <= rowLimit
  }

  /// The prompt on one line, cut so that some of the row is left to type in.
  static func fitted(_ prompt: StyledText, columns: Int) -> StyledText {
    var room = max(1, columns - max(2, min(20, columns / 2)))
    var spans: [StyledText.Span] = []
    for span in prompt.spans where room > 0 {
      let text = DisplayWidth.truncated(TerminalText.visibleLine(span.text), to: room)
      room -= DisplayWidth.of(text)
      spans.append(.init(text, span.style))
    }
    return StyledText(spans: spans)
  }
}
