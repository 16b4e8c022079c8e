/// From the keyboard's keys to the ones that libedit gets.
extension EditLineReader {
  /// What libedit calls for its next key; `nil` ends its read.
  func nextKey() -> Int32? {
    settle()
    while state?.outcome == nil {
      if let key = state?.queue.first {
        state?.queue.removeFirst()
        return key
      }
      guard let key = waitForKey() else { break }
      hideList()
      translate(key)
    }
    leaveBlock()
    return nil
  }

  private func translate(_ key: Key) {
    let follows = state?.followsControlX == true
    state?.followsControlX = false
    if follows, key == .scalar("\u{5}") { return enqueue(.openEditor) }
    if follows { enqueue(codes: [0x18]) }
    switch key {
    case .scalar(let scalar): translate(scalar)
    case .meta(let scalar): translateMeta(scalar)
    case .named(.enter): enqueue(codes: [0x0a])
    case .named(.newline): enqueue(state?.request.acceptsNewlines == true ? .newline : .nothing)
    case .named(let named): PrivateKey(named).map(enqueue)
    case .escape: escape()
    case .paste(let bytes): paste(bytes)
    }
  }

  private func enqueue(_ key: PrivateKey) { state?.queue.append(key.rawValue) }

  private func enqueue(codes: [Int32]) { state?.queue += codes }

  private func translate(_ scalar: Unicode.Scalar) {
    if state?.followsEscape == true {
      state?.followsEscape = false
      return translateMeta(scalar)
    }
    switch scalar.value {
    case 0x03: end { .interrupted(draft: $0) }
    case 0x04: endOrDelete()
    case 0x09: enqueue(.complete)
    case 0x0c: reprint()
    case 0x0d: enqueue(codes: [0x0a])
    case 0x12: enqueue(.search)
    case 0x16: enqueue(.nothing)
    case 0x18: state?.followsControlX = true
    case 0x1a: suspend()
    case 0x1c: end { .terminated(draft: $0) }
    case 0x00: break
    case 0x01...0x1f, 0x7f: enqueue(codes: [Int32(scalar.value)])
    default: insert(scalar)
    }
  }

  /// Ctrl-D on an empty line leaves; elsewhere it deletes.
  private func endOrDelete() {
    if editor.line.scalars.isEmpty { return end { .endOfInput(draft: $0) } }
    enqueue(.delete)
  }

  private func insert(_ scalar: Unicode.Scalar) {
    guard scalar != ReadState.token, !TerminalText.steers(scalar), let current = state else {
      return
    }
    if !editor.isVi, isFull(current, scalar) {
      // Said once: a key that is held down would fill the scroll.
      if !current.hasToldFull { announce(Self.fullLine) }
      state?.hasToldFull = true
      return editor.beep()
    }
    state?.hasToldFull = false
    if countsDigit(scalar) { return }
    // libedit's quick way of adding a character miscounts one without a width of its own.
    if DisplayWidth.of(scalar) == 0 {
      state?.prepared.append(String(scalar))
      return enqueue(.insert)
    }
    enqueue(codes: [Int32(bitPattern: scalar.value)])
  }

  /// Whether one more character would make the line too tall.
  private func isFull(_ current: ReadState, _ scalar: Unicode.Scalar) -> Bool {
    guard let drawn = current.drawn, drawn.layout.rowCount >= current.rowLimit else { return false }
    return !current.fits(editor.line.scalars + [scalar])
  }

  /// A repeat count has two digits at most: a million times one letter fits no window.
  private func countsDigit(_ scalar: Unicode.Scalar) -> Bool {
    guard let current = state, current.countDigits > 0 else { return false }
    let isDigit = ("0"..."9").contains(scalar)
    state?.countDigits = isDigit ? current.countDigits + 1 : 0
    return isDigit && current.countDigits >= 2
  }

  // MARK: - Alt and Escape

  private func escape() {
    if editor.isVi { return enqueue(.commandMode) }
    state?.followsEscape = true
  }

  private func translateMeta(_ scalar: Unicode.Scalar) {
    if editor.isVi {
      enqueue(.commandMode)
      return translate(scalar)
    }
    switch scalar.value {
    case 0x0a, 0x0d: enqueue(state?.request.acceptsNewlines == true ? .newline : .nothing)
    case 0x08, 0x7f: enqueue(.deleteWord)
    // libedit would wait for the rest of an arrow key (O, [), or for a command of its own (X, x).
    case 0x00...0x1f, 0x4f, 0x5b, 0x58, 0x78: break
    case 0x30...0x39: metaDigit(scalar)
    case 0x20...0x7e: enqueue(codes: [0x1b, Int32(scalar.value)])
    default: insert(scalar)
    }
  }

  private func metaDigit(_ scalar: Unicode.Scalar) {
    guard let current = state, current.countDigits < 2 else { return }
    state?.countDigits = current.countDigits + 1
    enqueue(codes: [0x1b, Int32(scalar.value)])
  }

  private func paste(_ bytes: [UInt8]) {
    if let refusal = refusal(ofPaste: bytes) { return announce(StyledText("   \(refusal)", .warn)) }
    let text = screened(bytes)
    guard !text.isEmpty else { return }
    state?.prepared.append(text)
    enqueue(.insert)
  }

  /// A paste as it may stand in the line, be that shown or hidden; what is left out is said.
  func screened(_ bytes: [UInt8]) -> String {
    // What is screened may know by its tabs what it is.
    var text = PastedText.clean(bytes, tab: "\t")
    if let screened = state?.request.screensPaste?(text) {
      text = screened.text
      if let remark = screened.remark { announce(StyledText("   \(remark)", .dim)) }
    }
    return PastedText.clean(text, tab: state?.request.tab ?? " ")
  }

  /// What is said of a paste that is more than a line takes, and of which nothing stands in it; nil
  /// where all of it does.
  func refusal(ofPaste bytes: [UInt8]) -> String? {
    guard bytes.count > Self.longestPaste else { return nil }
    let cut =
      decoder.pasteWasCut ? "the first \(KeyDecoder.pasteLimit >> 20) MiB of it" : "all of it"
    let text = PastedText.clean(bytes, tab: "\t")
    let place = state?.request.setsAside?(text).map { "\(cut) is in \($0)" } ?? "it is not kept"
    return "This paste is \(bytes.count >> 10) KiB, and a line takes \(Self.longestPaste >> 10). "
      + "Nothing of it stands in the line; \(place). Paste it in parts."
  }

  /// More than any record of a session takes, in bytes.
  static let longestPaste = 1 << 20
}
