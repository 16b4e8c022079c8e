/// The commands that libedit does not have: they change its line, and it draws.
extension EditLineReader {
  /// Performs a private key; libedit calls this between two keys.
  func perform(_ key: Int32) -> LineEditor.Next {
    if key == Self.viEdit { return openEditor() }
    if Self.viSearches.contains(key) { return search() }
    switch PrivateKey(rawValue: key) {
    case .place: return place()
    case .insert: return insertPrepared()
    case .newline: return insertText("\n")
    case .complete: return complete()
    case .search: return search()
    case .openEditor: return openEditor()
    default: return .nothing
    }
  }

  private func takePrepared() -> String? {
    guard state?.prepared.isEmpty == false else { return nil }
    return state?.prepared.removeFirst()
  }

  /// Puts the prepared text in the place of the line.
  private func place() -> LineEditor.Next {
    guard let text = takePrepared() else { return .nothing }
    setWhole(PastedText.clean(text))
    return .redraw
  }

  private func insertPrepared() -> LineEditor.Next {
    guard let text = takePrepared() else { return .nothing }
    if text.contains("\n") { state?.hasPasted = true }
    return insertText(text)
  }

  /// Inserts at the cursor; what makes the line too tall for the window goes into the block.
  private func insertText(_ text: String) -> LineEditor.Next {
    guard let current = state else { return .nothing }
    let shown = current.request.acceptsNewlines ? text : PastedText.flattened(text)
    let (scalars, cursor) = editor.line
    let added = Array(shown.unicodeScalars)
    let whole = Array(scalars[..<cursor]) + added + Array(scalars[cursor...])
    // A chat's votes are as blind as one that is typed.
    let isBlind = current.request.isWiped && whole.contains("\n")
    if current.fits(whole), !isBlind {
      editor.setLine(whole, cursor: cursor + added.count)
      return .redraw
    }
    fold(current.expanded(whole))
    return .redraw
  }

  /// Makes this text the line, as it is or as a block.
  func setWhole(_ text: String) {
    guard let current = state else { return }
    let shown = current.request.acceptsNewlines ? text : PastedText.flattened(text)
    let scalars = Array(shown.unicodeScalars)
    if current.fits(scalars), !(current.request.isWiped && scalars.contains("\n")) {
      state?.block = nil
      editor.setLine(scalars, cursor: scalars.count)
    } else {
      fold(shown)
    }
  }

  /// Keeps a text aside that the window has no room for; one character stands for it.
  private func fold(_ text: String) {
    state?.block = text
    editor.setLine([ReadState.token], cursor: 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let size = lines > 1 ? "\(lines) lines" : "\(text.count) character\(text.count == 1 ? "" : "s")"
    announceFolded("\(size) wait here as \u{fffc}: Enter takes them, Ctrl-X Ctrl-E shows them.")
  }

  /// The note goes out before libedit draws, from where it drew last.
  private func announceFolded(_ note: String) {
    goToStart()
    output.line(StyledText(note, .dim))
    editor.draw()
    state?.needsPaint = true
    noteDrawn()
  }

  /// Folds a line for which a shrunken window has no room; draws nothing.
  func foldIfTall() {
    guard let current = state, current.surface != .hidden else { return }
    let (scalars, _) = editor.line
    if current.fits(scalars) { return }
    state?.block = current.expanded(scalars)
    editor.setLine([ReadState.token], cursor: 1)
  }

  /// Puts the text that waits aside back into the line, where the window has room for it now.
  func unfoldIfRoom() {
    guard let current = state, current.block != nil, current.surface == .line else { return }
    let (scalars, cursor) = editor.line
    let whole = Array(current.expanded(scalars).unicodeScalars)
    guard scalars.contains(ReadState.token), current.fits(whole), !current.request.isWiped
    else { return }
    let place = scalars.firstIndex(of: ReadState.token) ?? cursor
    state?.block = nil
    editor.setLine(whole, cursor: cursor + (cursor > place ? whole.count - scalars.count : 0))
  }

  // MARK: - Tab

  private func complete() -> LineEditor.Next {
    guard let current = state else { return .nothing }
    let (scalars, cursor) = editor.line
    let before = String(scalars: scalars[..<cursor])
    let step = CompletionStep(
      before: before, completions: current.request.completions(before),
      isAtEnd: cursor == scalars.count)
    state?.pendingList = step.list(columns: current.size.columns)
    guard let replacement = step.replacement else { return step.isEmpty ? .refuse : .redraw }
    let kept = scalars[..<(cursor - min(cursor, step.replacedCount))]
    let added = Array(PastedText.clean(replacement).unicodeScalars)
    let whole = Array(kept) + added + Array(scalars[cursor...])
    guard current.fits(whole) else { return .refuse }
    editor.setLine(whole, cursor: kept.count + added.count)
    return .redraw
  }

  // MARK: - The person's own editor

  private func openEditor() -> LineEditor.Next {
    guard let current = state else { return .nothing }
    let text = current.expanded(editor.line.scalars)
    goToStart()
    let edited = editText(text)
    takeKeyboard()
    takeSize()
    switch edited {
    case .text(let text):
      if text.contains("\n") { state?.hasPasted = true }
      state?.drawn = nil
      setWhole(PastedText.clean(text))
    case .abandoned: output.line(StyledText("The editor was left without saving.", .dim))
    case .unavailable(let reason): output.line(StyledText(reason, .warn))
    }
    editor.draw()
    state?.needsPaint = true
    noteDrawn()
    return .nothing
  }
}
