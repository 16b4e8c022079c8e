internal import CSystem

/// The reader for a person at a terminal: libedit, with a keyboard and a screen of our own.
///
/// libedit edits the line and draws it plainly. Everything around it is done here: keys are decoded,
/// the prompt is painted over, messages appear above the line and suggestions below it, pastes are
/// taken whole, signals and deadlines are acted on, and whatever ends a read keeps what was typed.
/// One reader serves the whole process: it relays the process's signals from its making on.
package final class EditLineReader: LineReader {
  let output: Output
  let history: History
  let editor: LineEditor
  let signals = SignalRelay()
  let terminal: Terminal
  let external: ExternalEditor
  var decoder = KeyDecoder()
  var buffer = [UInt8](repeating: 0, count: 4096)
  var state: ReadState?
  /// Deadlines that were announced, so that the next question does not repeat them.
  var announced: Set<Deadline> = []
  /// The letter by which vi's command mode opens an editor.
  static let viEdit: Int32 = 0x76
  /// The letters by which it searches: `/` and `?`.
  static let viSearches: [Int32] = [0x2f, 0x3f]
  /// What a terminal without a size counts as: a serial line, some scripts.
  private static let usualSize = TerminalSize(rows: 24, columns: 80)

  deinit { release() }

  /// Opens the terminal on the standard descriptors.
  ///
  /// - Returns: `nil` where lines cannot be edited: no terminal, one that is dumb or tiny, no UTF-8
  ///   locale, or `edit off` in the person's `.editrc`. ``PlainReader`` then does.
  package init?(output: Output, history: History, environment: [String: String]) {
    let keys = Terminal(descriptor: 0, environment: environment)
    let screen = Terminal(descriptor: output.descriptor, environment: environment)
    let size = keys.windowSize ?? Self.usualSize
    guard keys.isSmart, screen.isSmart, size.rows >= 3, size.columns >= 10,
      let editor = LineEditor(program: "huddle")
    else { return nil }
    self.output = output
    self.history = history
    self.editor = editor
    self.terminal = keys
    external = ExternalEditor(environment: environment)
    bindDefaults()
    if let path = environment["EDITRC"] ?? environment["HOME"].map({ "\($0)/.editrc" }) {
      editor.source(path)
    }
    guard editor.isOn else { return nil }
    bindPrivateKeys()
    editor.nextKey = { [unowned self] in nextKey() }
    editor.perform = { [unowned self] in perform($0) }
  }

  package func readLine(_ request: ReadRequest) -> ReadOutcome {
    state = ReadState(request: request, size: terminal.windowSize ?? Self.usualSize)
    defer {
      state = nil
      // What is typed before the next prompt waits for it, and is not shown in its way. libedit
      // goes from there straight to its own mode: not one key meets the terminal's own editing.
      huddle_set_echo(terminal.descriptor, 0)
    }
    output.steer(Codes.pasteOn)
    let outcome = request.isHidden ? readHidden() : readVisible(request)
    output.steer(Codes.pasteOff)
    remember(outcome, request)
    return outcome
  }

  private func readVisible(_ request: ReadRequest) -> ReadOutcome {
    loadHistory(request)
    if !request.prefill.isEmpty {
      state?.prepared = [request.prefill]
      state?.queue = [PrivateKey.place.rawValue]
    }
    editor.setPrompt("")
    let line = editor.read()
    if let outcome = state?.outcome { return outcome }
    guard let line, let state else { return .endOfInput(draft: draft) }
    if request.isWiped { wipeBlock() }
    let text = state.expanded(Array(line.unicodeScalars))
    return .line(text, pasted: state.hasPasted && text.contains("\n"))
  }

  /// Gives the terminal back as it was found: before another program takes it over.
  ///
  /// Between reads its echo is off. The end of the process gives it back by itself.
  package func release() {
    huddle_set_echo(terminal.descriptor, 1)
  }

  package func editText(_ text: String) -> EditedText {
    if state == nil { release() }
    output.steer(Codes.pasteOff)
    editor.setRaw(false)
    defer { if state != nil { output.steer(Codes.pasteOn) } }
    return external.edit(text)
  }

  /// What has been typed so far, however the read ends.
  var draft: String {
    guard let state else { return "" }
    if state.surface == .hidden { return String(scalars: state.hidden) }
    return state.expanded(editor.line.scalars)
  }

  private func remember(_ outcome: ReadOutcome, _ request: ReadRequest) {
    guard case .line(let text, _) = outcome, !request.isHidden, request.keepsHistory,
      let kind = request.historyKind, request.forgets?(text) != true
    else { return }
    history.add(text, kind: kind)
  }

  /// Hands libedit the entries of this kind that fit into the window.
  private func loadHistory(_ request: ReadRequest) {
    guard let state else { return }
    let texts = request.historyKind.map(history.texts) ?? []
    editor.setHistory(
      texts.compactMap { text in
        let clean = PastedText.clean(text)
        let shown = request.acceptsNewlines ? clean : PastedText.flattened(clean)
        let scalars = Array(shown.unicodeScalars)
        return state.fits(scalars) ? scalars : nil
      })
  }

  // MARK: - Bindings

  /// What a person's `.editrc` may change.
  private func bindDefaults() {
    editor.bind(0x17, "ed-delete-prev-word")
    // In some locales libedit takes these letters for Alt with an ASCII letter.
    for letter in Int32(0xa0)...0xff { editor.bind(letter, "ed-insert") }
  }

  /// What must work whatever an `.editrc` says.
  private func bindPrivateKeys() {
    for code in PrivateKey.codes {
      let command = PrivateKey(rawValue: code)?.command ?? "huddle-key"
      editor.bind(code, command)
      let isEscape = code == PrivateKey.commandMode.rawValue
      editor.bind(code, isEscape ? "huddle-key" : command, alternate: true)
    }
    // vi's `v` would start an editor of libedit's choice, `:` its own command line, and its searches
    // drop the line and keep pointers into it while they wait for keys.
    for letter in [Self.viEdit, 0x3a] + Self.viSearches {
      editor.bind(letter, "huddle-key", alternate: true)
    }
  }
}
