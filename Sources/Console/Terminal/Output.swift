#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The one way to a terminal, a pipe or a file: styled text in, bytes out.
///
/// Control characters in the text are made visible here, and escape codes are written here and
/// nowhere else, so that no playbook, answer or file can steer the terminal. A write that fails is
/// remembered in ``failure`` and ends all further writing.
package final class Output {
  /// Where the bytes go.
  package let descriptor: Int32
  /// How much colour is written.
  package let depth: ColourDepth
  /// The error number of the write that failed, such as `EPIPE`.
  package private(set) var failure: Int32?
  /// What was written while somebody collects it; nil where it goes out at once.
  private var waiting: String?

  package init(descriptor: Int32, depth: ColourDepth) {
    self.descriptor = descriptor
    self.depth = depth
  }

  /// An output that asks its own descriptor what it can show.
  package convenience init(descriptor: Int32, environment: [String: String]) {
    let terminal = Terminal(descriptor: descriptor, environment: environment)
    self.init(descriptor: descriptor, depth: terminal.colourDepth)
  }

  /// Writes the text, and nothing after it.
  package func write(_ text: StyledText) {
    send(painted(text))
  }

  /// Writes the text and a newline.
  package func line(_ text: StyledText = "") {
    send(painted(text) + "\n")
  }

  /// Writes each text on a line of its own, all of them at once.
  package func lines(_ texts: [StyledText]) {
    send(texts.map { painted($0) + "\n" }.joined())
  }

  /// Writes a text exactly as it is, for documents that go to a file or into a pipe.
  ///
  /// On a terminal it is made visible like all else.
  package func document(_ text: String) {
    send(isatty(descriptor) == 1 ? TerminalText.visible(text) : text)
  }

  /// The text as bytes for this output, with the codes of its styles.
  func painted(_ text: StyledText) -> String {
    text.spans.map { span in
      let visible = TerminalText.visible(span.text)
      let codes = codes(span.style)
      return codes.isEmpty || visible.isEmpty ? visible : "\u{1b}[\(codes)m\(visible)\u{1b}[0m"
    }.joined()
  }

  private func codes(_ style: Style) -> String {
    if depth == .none { return "" }
    let hasColour = depth == .sixteen
    return switch style {
    case .plain: ""
    case .bold, .heading: "1"
    case .dim: "2"
    case .accent: hasColour ? "36" : "1"
    case .good: hasColour ? "32" : ""
    case .warn: hasColour ? "33" : "1"
    case .bad: hasColour ? "31" : "1"
    }
  }

  /// Sends the console's own codes to a terminal: cursor moves, erasing, modes.
  func steer(_ codes: String) {
    if depth != .none || isatty(descriptor) == 1 { send(codes) }
  }

  /// Keeps what is written from now on, until ``collected()`` hands it over.
  func collect() { waiting = "" }

  /// What was kept; from now on everything goes out at once again.
  func collected() -> String {
    defer { waiting = nil }
    return waiting ?? ""
  }

  /// Writes all bytes, waiting where the reader is slow.
  func send(_ text: String) {
    if waiting != nil {
      waiting? += text
      return
    }
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty, failure == nil {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(sendSome(rest)))
      }
    }
  }

  private func sendSome(_ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
    if count >= 0 { return count }
    switch errno {
    case EINTR: break
    case EAGAIN:
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&wait, 1, 1_000)
    default: failure = errno
    }
    return 0
  }
}
