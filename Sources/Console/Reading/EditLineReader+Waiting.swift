#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The one place that waits: for keys, signals and deadlines at once.
extension EditLineReader {
  private static let escapeWait: Int64 = 40
  private static let idleWait: Int64 = 500
  /// A paste comes without such pauses: whoever types after one means the keys.
  private static let pasteWait: Int64 = 1_000
  /// So many bytes at once are keys; more come from a paste.
  private static let typedAtMost = 64

  /// The next key of the keyboard; `nil` once the read has an outcome.
  func waitForKey() -> Key? {
    while true {
      if state == nil || state?.outcome != nil { return nil }
      if let key = decoder.next() {
        noteKey()
        return key
      }
      announceDue()
      if state?.outcome != nil { return nil }
      if let key = wait() { return key }
    }
  }

  private func noteKey() {
    state?.lastKeyAt = .now
    state?.hasNews = true
  }

  /// Waits once, and reads what came; a lone Escape is returned when nothing follows it.
  private func wait() -> Key? {
    let now = MonotonicTime.now
    let (due, isEscape) = nextMoment()
    let timeout = due.map { max(0, min($0.milliseconds(since: now), 3_600_000)) } ?? -1
    var polled = [
      pollfd(fd: terminal.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&polled, nfds_t(polled.count), Int32(timeout))
    if ready > 0, polled[1].revents != 0 { takeSignals() }
    if ready > 0, polled[0].revents != 0, state?.outcome == nil { readKeys() }
    if ready == 0, isEscape {
      noteKey()
      return decoder.flush()
    }
    tick()
    if ready == 0 {
      reportIdle()
      reportEndlessPaste()
    }
    return nil
  }

  /// The next moment at which something is due without a key, and whether it is Escape's.
  private func nextMoment() -> (MonotonicTime?, isEscape: Bool) {
    guard let state else { return (nil, false) }
    var moments = state.request.deadlines.filter { !announced.contains($0) }.map(\.at)
    if let end = state.request.expiresAt { moments.append(end) }
    if state.request.onIdle != nil, state.hasNews {
      moments.append(state.lastKeyAt.advanced(milliseconds: Self.idleWait))
    }
    if state.request.clock != nil { moments.append(state.clockAt) }
    if decoder.isPasting, !state.hasToldEndless {
      moments.append(state.lastReadAt.advanced(milliseconds: Self.pasteWait))
    }
    if decoder.isWaiting {
      let escape = MonotonicTime.now.advanced(milliseconds: Self.escapeWait)
      if moments.allSatisfy({ escape <= $0 }) { return (escape, true) }
    }
    return (moments.min(), false)
  }

  private func readKeys() {
    let count = read(terminal.descriptor, &buffer, buffer.count)
    if count > 0 {
      if decoder.isPasting, isPasteSilent, Self.isInterrupt(buffer[..<count]) {
        decoder.endPaste()
      }
      state?.lastReadAt = .now
      // Whoever types into a paste that has no end is told again; a paste comes in larger pieces.
      if count < Self.typedAtMost { state?.hasToldEndless = false }
      decoder.feed(buffer[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      end { .hungUp(draft: $0) }
    }
  }

  private var isPasteSilent: Bool {
    guard let state else { return false }
    return MonotonicTime.now >= state.lastReadAt.advanced(milliseconds: Self.pasteWait)
  }

  /// Ctrl-C alone, perhaps behind an Escape.
  private static func isInterrupt(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last == 3 && bytes.dropLast().allSatisfy { $0 == 0x1b || $0 == 3 }
  }

  /// A paste whose end mark was lost on its way would take all that is typed, unseen.
  private func reportEndlessPaste() {
    guard decoder.isPasting, isPasteSilent, state?.hasToldEndless == false else { return }
    state?.hasToldEndless = true
    announce("   The end of a paste has not come yet. Ctrl-C ends it; nothing of it is lost.")
  }

  /// Tells the caller what the line holds, once for each state in which it is left alone.
  private func reportIdle() {
    guard let state, let onIdle = state.request.onIdle, state.hasNews,
      MonotonicTime.now >= state.lastKeyAt.advanced(milliseconds: Self.idleWait)
    else { return }
    self.state?.hasNews = false
    let text = draft
    guard text != state.idleText else { return }
    self.state?.idleText = text
    onIdle(text)
  }

  // MARK: - Deadlines and signals

  private func announceDue() {
    guard let request = state?.request, !request.deadlines.isEmpty || request.expiresAt != nil
    else { return }
    let now = MonotonicTime.now
    for deadline in request.deadlines.sorted(by: { $0.at < $1.at })
    where deadline.at <= now && announced.insert(deadline).inserted {
      announce(StyledText(deadline.message, deadline.style))
    }
    if let end = request.expiresAt, end <= now { self.end { .expired(draft: $0) } }
  }

  private func takeSignals() {
    for signal in signals.take() where state?.outcome == nil {
      switch signal {
      case SIGINT: end { .interrupted(draft: $0) }
      case SIGTERM, SIGQUIT: end { .terminated(draft: $0) }
      case SIGHUP: end { .hungUp(draft: $0) }
      case SIGWINCH: windowChanged()
      case SIGTSTP: suspend()
      case SIGCONT: resume()
      default: break
      }
    }
  }

  /// Ends the read with all that was typed, a paste that is still coming in included.
  func end(_ outcome: (String) -> ReadOutcome) {
    guard state?.outcome == nil else { return }
    let rest = decoder.unfinishedPaste()
    let isTooLong = rest.count > Self.longestPaste
    if let refusal = refusal(ofPaste: rest) { announce(StyledText("   \(refusal)", .warn)) }
    let kept = isTooLong ? draft : draft + PastedText.clean(rest)
    state?.outcome = outcome(kept)
  }

  /// Stops as Ctrl-Z asks, with the terminal as it was found, and draws the line again after it.
  func suspend() {
    leaveBlock()
    output.steer(Codes.pasteOff)
    editor.setRaw(false)
    signals.stop()
    // The signal that woke us is in the pipe; it must not draw the line a second time.
    _ = signals.take()
    returnToBlock()
  }

  /// Draws the line again after a stop that nobody announced (SIGSTOP).
  private func resume() {
    editor.setRaw(false)
    output.steer("\r\n")
    returnToBlock()
  }

  /// Turns the terminal to single keys, each as it is.
  func takeKeyboard() {
    editor.setRaw(true)
    terminal.takeAllKeys()
  }

  private func returnToBlock() {
    takeKeyboard()
    output.steer(Codes.pasteOn)
    takeSize()
    redraw()
  }
}
