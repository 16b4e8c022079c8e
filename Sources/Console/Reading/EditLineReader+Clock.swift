/// A clock at the right end of the prompt's row, for those who asked for one.
///
/// libedit does not know of it: it is painted over, and only where the line leaves room.
extension EditLineReader {
  /// Milliseconds between two looks at the clock.
  static let clockWait: Int64 = 1_000

  /// Shows the clock anew when its second is over.
  func tick() {
    guard let current = state, current.request.clock != nil, current.clockAt <= .now else { return }
    paintClock()
  }

  /// Paints the clock, or takes it away where the line has come too near.
  func paintClock() {
    guard let current = state, let clock = current.request.clock, current.surface == .line,
      let layout = current.drawn?.layout
    else { return }
    state?.clockAt = MonotonicTime.now.advanced(milliseconds: Self.clockWait)
    let text = StyledText(
      spans: clock().spans.map { .init(TerminalText.visibleLine($0.text), $0.style) })
    let start = current.size.columns - DisplayWidth.of(text.string) - 1
    let hasRoom = layout.end.row == 0 && layout.end.column + 2 <= start
    if !hasRoom, !current.isClockShown { return }
    state?.isClockShown = hasRoom
    if !hasRoom, layout.end.row > 0 { return }
    let shown = hasRoom ? output.painted(text) : ""
    output.steer(
      Codes.save + "\r" + Codes.right(hasRoom ? start : layout.end.column) + shown
        + Codes.clearRight + Codes.restore)
  }
}
