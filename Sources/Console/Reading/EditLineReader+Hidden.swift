/// Lines that nobody may see while they are typed: an anonymous answer, a password.
extension EditLineReader {
  /// Reads without libedit, which would draw, and without a trace in the history.
  func readHidden() -> ReadOutcome {
    let prefill = state?.request.prefill ?? ""
    let keepsLines = state?.request.acceptsNewlines == true
    state?.surface = .hidden
    state?.hidden = Array((keepsLines ? prefill : PastedText.flattened(prefill)).unicodeScalars)
    // Whole lines that stand there again are told: whoever types on would lengthen the last.
    if keepsLines, prefill.contains("\n") { state?.hiddenLines = Self.count(linesOf: prefill) }
    if isCommand { state?.showHidden() }
    takeKeyboard()
    defer { editor.setRaw(false) }
    drawHidden()
    var isDone = false
    while !isDone, let key = waitForKey() { isDone = typeHidden(key) }
    output.steer("\r\n")
    return state?.outcome ?? .line(draft, pasted: draft.contains("\n"))
  }

  /// Takes one key; true when it was Enter.
  private func typeHidden(_ key: Key) -> Bool {
    switch key {
    case .scalar("\r"), .scalar("\n"), .named(.enter): return true
    case .scalar("\u{3}"): end { .interrupted(draft: $0) }
    case .scalar("\u{4}"):
      if state?.hidden.isEmpty == true { end { .endOfInput(draft: $0) } }
    case .scalar("\u{7f}"), .scalar("\u{8}"): deleteHidden()
    case .scalar("\u{15}"): clearHidden()
    case .scalar("\u{c}"): reprint()
    case .scalar("\u{1a}"): suspend()
    case .scalar(let scalar) where scalar.value >= 0x20: insertHidden(scalar)
    case .paste(let bytes):
      if let refusal = refusal(ofPaste: bytes) {
        announce(StyledText("   \(refusal)", .warn))
      } else {
        pasteHidden(screened(bytes))
      }
    default: break
    }
    return false
  }

  /// A command is no secret, and nobody types one blind.
  private var isCommand: Bool { state?.hidden.first == "/" }

  private func insertHidden(_ scalar: Unicode.Scalar) {
    state?.hidden.append(scalar)
    guard isCommand, state?.hiddenLines == 0 else { return }
    state?.showHidden()
    output.write(StyledText(String(scalar)))
    leaveMargin()
  }

  /// At the margin a terminal waits for one more character before it goes to the next row.
  private func leaveMargin() {
    guard let cell = state?.hiddenCell, cell.column == 0, cell.row > 0 else { return }
    output.steer(" \r")
  }

  private func deleteHidden() {
    guard state?.hidden.popLast() != nil else { return }
    if state?.hidden.isEmpty == true { state?.hiddenLines = 0 }
    goToStart()
    if let current = state { state?.hiddenShown = min(current.hiddenShown, current.hidden.count) }
    drawHidden()
  }

  private func clearHidden() {
    goToStart()
    state?.hidden = []
    state?.hiddenLines = 0
    state?.hiddenShown = 0
    drawHidden()
  }

  /// Takes a paste, and says at once how much of it has come: nothing else of it is seen.
  private func pasteHidden(_ text: String) {
    let keepsLines = state?.request.acceptsNewlines == true
    state?.hidden += Array((keepsLines ? text : PastedText.flattened(text)).unicodeScalars)
    goToStart()
    state?.hiddenLines += Self.count(linesOf: text)
    drawHidden()
  }

  private static func count(linesOf text: String) -> Int {
    text.split(whereSeparator: \.isNewline).count { $0.contains { !$0.isWhitespace } }
  }

  /// The prompt, a command as far as it was typed, and how many lines were pasted.
  func drawHidden() {
    guard let state else { return }
    output.write(state.prompt)
    output.write(StyledText(String(scalars: state.hidden.prefix(state.hiddenShown))))
    output.write(StyledText(state.hiddenNote, .dim))
    leaveMargin()
  }
}
