import TestSupport
import Testing

/// Somebody at the keys of a meeting, who types on when the next prompt is there and not before.
final class Keyboard {
  private static let promptBegins = Array("\u{1b}[?2004h".utf8)

  private(set) var terminal: PseudoTerminal
  private let desk: Desk
  /// Where the bytes begin that came after the last keys.
  private var mark = 0

  init(_ desk: Desk, _ terminal: PseudoTerminal) {
    self.desk = desk
    self.terminal = terminal
  }

  /// Types a line and Enter; waits for words and for the prompt that comes after it.
  func type(
    _ line: String, says words: String = "", at prompt: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try send(line + "\r", says: words, at: prompt, sourceLocation: sourceLocation)
  }

  /// Presses keys that end the line; waits for words and for the prompt that comes after them.
  func send(
    _ keys: String, says words: String = "", at prompt: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    mark = terminal.bytes.count
    terminal.send(keys)
    try wait(words, prompt, "“\(keys)”", sourceLocation)
  }

  /// Waits for the first prompt of a program that has just been started.
  func begin(
    at prompt: String, says words: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    mark = 0
    try wait(words, prompt, "the start", sourceLocation)
  }

  private func wait(
    _ words: String, _ prompt: String, _ cause: String, _ place: SourceLocation
  ) throws {
    do {
      try terminal.waitUntil("\(prompt) after \(cause)") { terminal in
        self.hasPrompt && self.line.hasPrefix(prompt) && self.has(words)
      }
    } catch {
      Issue.record("no “\(words)” and \(prompt) after \(cause): \(error)", sourceLocation: place)
      throw error
    }
  }

  private var news: ArraySlice<UInt8> { terminal.bytes[min(mark, terminal.bytes.count)...] }
  private var hasPrompt: Bool { news.firstRange(of: Self.promptBegins) != nil }
  private func has(_ words: String) -> Bool {
    words.isEmpty || String(decoding: news, as: UTF8.self).contains(words)
  }

  /// The line that the cursor stands in.
  var line: String { terminal.screen[terminal.cursor.row] }

  /// Presses keys that end no line, and waits for what the line is then.
  func press(
    _ keys: String, gives line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    mark = terminal.bytes.count
    terminal.send(keys)
    do {
      try terminal.waitUntil("“\(line)” in the line") { _ in self.line == line }
    } catch {
      Issue.record("\(error)", sourceLocation: sourceLocation)
      throw error
    }
  }

  /// Kills the program where it stands, and resumes: the same prompt, and the same draft in it.
  func killAndResume(
    at prompt: String, says words: String = "", draft: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // The draft is kept half a second after the last key.
    terminal.settle(milliseconds: 700)
    terminal.kill(9)
    #expect(try terminal.waitForExit() == 137, sourceLocation: sourceLocation)
    terminal = try desk.terminal("resume")
    try begin(at: prompt, says: words, sourceLocation: sourceLocation)
    try press(
      "", gives: draft.isEmpty ? prompt : "\(prompt) \(draft)", sourceLocation: sourceLocation)
  }

  /// Resumes after the program has ended.
  func resumed(at prompt: String, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> Keyboard
  {
    let keys = Keyboard(desk, try desk.terminal("resume"))
    try keys.begin(at: prompt, sourceLocation: sourceLocation)
    return keys
  }

  /// Types a line that ends the program.
  func leave(_ line: String, status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    terminal.send(line)
    #expect(try terminal.waitForExit() == status, sourceLocation: sourceLocation)
  }
}

extension ArraySlice<UInt8> {
  /// Where the pattern stands first.
  func firstRange(of pattern: [UInt8]) -> Range<Int>? {
    guard count >= pattern.count, let first = pattern.first else { return nil }
    return (startIndex...(endIndex - pattern.count)).first {
      self[$0] == first && self[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }.map { $0..<($0 + pattern.count) }
  }
}
