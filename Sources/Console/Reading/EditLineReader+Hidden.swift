/// Lines that nobody may see while they are typed: an anonymous answer, a password.
extension EditLineReader {
  /// Reads without libedit, which would draw, and without a trace in the history.
  func readHidden() -> ReadOutcome {
    let prefill = state?.request.prefill ?? ""
    state?.surface = .hidden
    state?.hidden = Array(PastedText.flattened(prefill).unicodeScalars)
    takeKeyboard()
    defer { editor.setRaw(false) }
    output.write(state?.prompt ?? "")
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
    case .scalar("\u{7f}"), .scalar("\u{8}"):
      if isCommand { output.steer("\u{8} \u{8}") }
      _ = state?.hidden.popLast()
      if state?.hidden.isEmpty == true { clearHidden() }
    case .scalar("\u{15}"): clearHidden()
    case .scalar("\u{c}"): reprint()
    case .scalar("\u{1a}"): suspend()
    case .scalar(let scalar) where scalar.value >= 0x20:
      state?.hidden.append(scalar)
      if isCommand { output.write(StyledText(String(scalar))) }
    case .paste(let bytes):
      let text = PastedText.clean(bytes)
      let keepsLines = state?.request.acceptsNewlines == true
      state?.hidden += Array((keepsLines ? text : PastedText.flattened(text)).unicodeScalars)
      noteHidden(pasted: text)
    default: break
    }
    return false
  }

  /// Says at once that a paste has come, and how much of it: nothing else of it is seen.
  private func noteHidden(pasted text: String) {
    state?.hiddenLines += text.split(whereSeparator: \.isNewline).count {
      $0.contains { !$0.isWhitespace }
    }
    output.steer("\r" + Codes.clearRight)
    drawHidden()
  }

  private func clearHidden() {
    state?.hidden = []
    state?.hiddenLines = 0
    output.steer("\r" + Codes.clearRight)
    drawHidden()
  }

  /// The prompt, and how many lines were pasted behind it.
  func drawHidden() {
    output.write(state?.prompt ?? "")
    if isCommand {
      return output.write(StyledText(draft.split(separator: "\n").joined(separator: " ")))
    }
    guard let lines = state?.hiddenLines, lines > 0 else { return }
    output.write(StyledText("[\(lines) \(lines == 1 ? "line" : "lines") pasted]", .dim))
  }

  /// A command is no secret, and nobody types one blind.
  private var isCommand: Bool { state?.hidden.first == "/" }
}
