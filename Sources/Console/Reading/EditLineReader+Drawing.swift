/// The screen around libedit's line: the painted prompt, messages above, suggestions below.
extension EditLineReader {
  package var wordsOnPrefill: String { "Enter keeps what stands there, Ctrl-U clears it." }

  /// Shows a message above the line, or below what was written last.
  package func announce(_ text: StyledText) {
    guard state != nil else { return output.line(text) }
    goToStart()
    output.line(text)
    redraw()
  }

  /// Brings everything up to date with what libedit has just drawn; called before each wait.
  func settle() {
    guard let current = state else { return }
    let isFirst = current.drawn == nil
    if isFirst {
      // Only now: at the start of a read libedit takes the window's real height again.
      editor.resize(rows: current.size.rows)
      terminal.takeAllKeys()
      editor.setPrompt(current.prompt.string)
      output.steer("\r")
      editor.draw()
    }
    let (scalars, cursor) = editor.line
    let hasGrown = Self.onlyGrew(from: current.drawn, to: scalars, cursor)
    let layout = hasGrown ? grown(scalars) : nil
    let drawn = layout ?? current.layout(scalars, cursor: cursor)
    if layout == nil ? !current.fits(scalars) : drawn.rowCount > current.rowLimit {
      return refuseOverflow()
    }
    let isBrokenAnew = !hasGrown || drawn.rowCount != current.drawn?.layout.rowCount
    state?.drawn = .init(scalars: scalars, cursor: cursor, layout: drawn)
    if isBrokenAnew { stitch() }
    if isFirst || current.needsPaint || !hasGrown { paint() }
    state?.needsPaint = false
    paintClock()
    showList()
  }

  /// The layout after a character at the end, which needs no laying out of the whole line.
  private func grown(_ scalars: [Unicode.Scalar]) -> LineLayout? {
    guard let current = state, let last = scalars.last, let drawn = current.drawn else {
      return nil
    }
    return drawn.layout.appending(last, columns: current.size.columns)
  }

  /// Whether a key only added a character at the end, which cannot have touched the prompt.
  private static func onlyGrew(
    from old: ReadState.Drawn?, to scalars: [Unicode.Scalar], _ cursor: Int
  ) -> Bool {
    guard let old else { return false }
    return scalars.count == old.scalars.count + 1 && cursor == scalars.count
      && old.cursor == old.scalars.count && scalars.starts(with: old.scalars)
  }

  /// Writes over each margin where a row ends in a blank, so that the terminal knows the rows for one
  /// line and breaks them anew when its width changes: libedit leaves such a row by a line feed.
  private func stitch() {
    guard let current = state, let drawn = current.drawn, drawn.layout.rowCount > 1 else { return }
    let seams = LineLayout.seams(
      prompt: current.prompt.string.unicodeScalars, line: drawn.scalars,
      columns: current.size.columns)
    for seam in seams {
      let rows = seam.row - drawn.layout.cursor.row
      output.steer(
        Codes.save + Codes.up(-rows) + Codes.down(rows) + "\r"
          + Codes.right(current.size.columns - 1) + " " + seam.next + Codes.restore)
    }
  }

  /// Paints the prompt in its colours over the plain one.
  private func paint() {
    guard let current = state, let drawn = current.drawn, current.surface == .line,
      current.prompt.spans.contains(where: { $0.style != .plain })
    else { return }
    let painted = output.painted(current.prompt)
    if painted == current.prompt.string { return }
    output.steer(
      Codes.save + Codes.up(drawn.layout.cursor.row) + "\r" + painted + Codes.restore)
  }

  /// The line became too tall for the window in a way that nobody could foresee, such as a yank.
  private func refuseOverflow() {
    guard let current = state, let drawn = current.drawn else { return }
    let row = current.layout(editor.line.scalars, cursor: editor.line.cursor).cursor.row
    output.steer(Codes.up(row) + "\r" + Codes.clearBelow)
    editor.setLine(drawn.scalars, cursor: drawn.cursor)
    output.line(Self.fullLine)
    redraw()
    settle()
  }

  static let fullLine = StyledText(
    "The line is full. Ctrl-X Ctrl-E opens it in your editor.", .dim)

  // MARK: - Where things are

  /// Goes to the block's first cell and clears it and all below.
  func goToStart() {
    let row =
      switch state?.surface {
      case .line: state?.drawn?.layout.cursor.row ?? 0
      case .hidden: state?.hiddenCell.row ?? 0
      case .search, nil: 0
      }
    output.steer(Codes.up(row) + "\r" + Codes.clearBelow)
    state?.isListShown = false
  }

  /// Draws prompt and line anew at the cursor, which is in column 0.
  func redraw() {
    switch state?.surface {
    case .line:
      editor.draw()
      noteDrawn()
      stitch()
      paint()
      paintClock()
    case .search: drawSearch()
    case .hidden: drawHidden()
    case nil: break
    }
  }

  /// Remembers the line as it has just been drawn.
  func noteDrawn() {
    guard let current = state else { return }
    let (scalars, cursor) = editor.line
    state?.drawn = .init(
      scalars: scalars, cursor: cursor, layout: current.layout(scalars, cursor: cursor))
  }

  /// Goes to a new row below everything, as the end of a read does.
  func leaveBlock() {
    guard let current = state else { return }
    let layout = current.surface == .line ? current.drawn?.layout : nil
    let rows = (layout?.end.row ?? 0) - (layout?.cursor.row ?? 0)
    output.steer(String(repeating: "\n", count: rows) + Codes.clearBelow + "\r\n")
    state?.isListShown = false
  }

  /// Takes an accepted line off the screen, which is already at the row below it.
  func wipeBlock() {
    guard let current = state, let drawn = current.drawn else { return }
    output.steer(Codes.up(drawn.layout.rowCount) + "\r" + Codes.clearBelow)
    output.line(current.prompt)
  }

  // MARK: - The window

  /// What a person looks at in one go: a taller window shows no more of it.
  private static let mostRows = 24

  /// Ctrl-L: pushes all rows into the scroll, and shows anew what is at hand, and the line below it.
  func reprint() {
    guard let current = state else { return }
    goToStart()
    output.steer(String(repeating: "\n", count: current.size.rows) + Codes.home)
    let rows = min(Self.mostRows, current.size.rows) - (current.drawn?.layout.rowCount ?? 1)
    output.lines(current.request.reprint?(max(0, rows)) ?? [])
    redraw()
  }

  /// The window has another size: draws from the block's first row by the new width.
  func windowChanged() {
    guard var current = state, let size = terminal.windowSize, size != current.size else { return }
    current.size = size
    current.prompt = ReadState.fitted(current.request.prompt, columns: size.columns)
    let (scalars, cursor) = editor.line
    // Terminals break a block anew by the new width, so the cursor's row is counted by it too.
    let row = current.surface == .line ? current.layout(scalars, cursor: cursor).cursor.row : 0
    output.steer(Codes.up(row) + "\r" + Codes.clearBelow)
    state = current
    state?.isListShown = false
    takeSize()
    redraw()
  }

  /// Makes libedit and the line fit the window as it is now.
  func takeSize() {
    guard let size = terminal.windowSize, let current = state else { return }
    let prompt = ReadState.fitted(current.request.prompt, columns: size.columns)
    state?.size = size
    state?.prompt = prompt
    foldIfTall()
    unfoldIfRoom()
    editor.setPrompt(prompt.string)
    editor.resize(rows: size.rows)
    state?.needsPaint = true
  }

  // MARK: - Below the line

  /// Shows the suggestions that a Tab asked for, and comes back to the cursor.
  private func showList() {
    guard let current = state, let layout = current.drawn?.layout, !current.pendingList.isEmpty
    else { return }
    state?.pendingList = []
    let room = current.size.rows - layout.rowCount
    guard room > 0 else { return editor.beep() }
    var lines = current.pendingList
    if lines.count > room {
      let left = lines.count - room + 1
      lines = Array(lines.prefix(room - 1)) + [StyledText("… and \(left) more", .dim)]
    }
    let down = layout.end.row - layout.cursor.row
    let list = lines.map { "\r\n" + Codes.clearRight + output.painted($0) }.joined()
    output.steer(
      String(repeating: "\n", count: down) + list + Codes.up(lines.count + down) + "\r"
        + Codes.right(layout.cursor.column))
    state?.isListShown = true
  }

  /// Takes the suggestions away before the next key does anything.
  func hideList() {
    guard let current = state, current.isListShown, let layout = current.drawn?.layout else {
      return
    }
    let down = layout.end.row - layout.cursor.row + 1
    output.steer(Codes.save + Codes.down(down) + "\r" + Codes.clearBelow + Codes.restore)
    state?.isListShown = false
  }
}
