/// Ctrl-R: libedit's own search reads only the low byte of a character, so this one is ours.
extension EditLineReader {
  /// Searches the history of this kind of prompt until a key takes, or leaves, what was found.
  func search() -> LineEditor.Next {
    guard let current = state else { return .nothing }
    let entries = current.request.historyKind.map(history.texts) ?? []
    guard !entries.isEmpty else { return .refuse }
    goToStart()
    state?.surface = .search
    state?.search = HistorySearch(entries: entries)
    drawSearch()
    let taken = searchLoop()
    output.steer("\r" + Codes.clearBelow)
    state?.surface = .line
    // The block is gone from the screen: whatever is drawn now starts at this row.
    state?.drawn = nil
    if let taken { setWhole(PastedText.clean(taken)) }
    redraw()
    return .nothing
  }

  /// The text that was chosen; `nil` when the search was left.
  private func searchLoop() -> String? {
    while let key = waitForKey() {
      switch step(key) {
      case .goOn: drawSearch()
      case .leave: return nil
      case .take: return state?.search?.match
      }
    }
    return nil
  }

  private enum Step {
    case goOn, take, leave
  }

  private func step(_ key: Key) -> Step {
    switch key {
    case .named(.up), .scalar("\u{12}"): state?.search?.older()
    case .named(.down), .scalar("\u{13}"): state?.search?.newer()
    case .scalar("\u{7f}"), .scalar("\u{8}"): state?.search?.removeLast()
    case .escape, .scalar("\u{7}"), .scalar("\u{4}"): return .leave
    case .scalar("\u{3}"):
      end { .interrupted(draft: $0) }
      return .leave
    case .scalar(let scalar) where scalar.value >= 0x20: state?.search?.append(scalar)
    case .paste(let bytes):
      for scalar in PastedText.flattened(PastedText.clean(bytes)).unicodeScalars {
        state?.search?.append(scalar)
      }
    case .scalar, .named, .meta: return state?.search?.found == nil ? .leave : .take
    }
    return .goOn
  }

  /// Draws the search on one row: what is looked for, and what was found.
  func drawSearch() {
    guard let current = state, let search = current.search else { return }
    let room = current.size.columns - 1
    let label = search.hasFailed ? "no older" : "history"
    let query = DisplayWidth.truncated(search.query, to: max(1, room / 2))
    let rest = room - DisplayWidth.of("\(label) ‘\(query)’: ")
    let match = DisplayWidth.truncated(TerminalText.visibleLine(search.match), to: max(0, rest))
    output.steer("\r" + Codes.clearBelow)
    output.write("\(label, .dim) ‘\(query, .accent)’: \(match)")
  }
}
