import TestSupport
import Testing

/// Plays an hour at a terminal, step by step, and counts the keys.
final class HourPlayer {
  let hour: Hour
  private let desk: Desk
  private var keyboard: Keyboard?
  /// Everything that a terminal has shown so far, the dead ones included.
  private(set) var seen: [String] = []
  private(set) var bytes: [UInt8] = []

  init(_ hour: Hour, at desk: Desk) {
    self.hour = hour
    self.desk = desk
  }

  func play() throws {
    for step in hour.steps {
      do {
        try play(step)
        try check(step)
      } catch {
        Issue.record("line \(step.number), \(step.verb) \(step.words): \(error)")
        throw error
      }
    }
    remember()
  }

  private func play(_ step: Hour.Step) throws {
    let says = step.all("says").first ?? ""
    let prompt = step.all("at").first ?? ""
    if step.verb == .start {
      let arguments = step.words.split(separator: " ").map(String.init)
      let keys = Keyboard(desk, try desk.terminal(arguments))
      keyboard = keys
      return try keys.begin(at: prompt, says: says)
    }
    guard let keyboard else { throw ProgramFailure(description: "nothing was started") }
    switch step.verb {
    case .start: break
    case .kill:
      remember()
      try keyboard.killAndResume(at: prompt, says: says)
    case .type where prompt.isEmpty: try keyboard.leave(Hour.keys(step.typed) + "\r")
    case .type: try keyboard.type(Hour.keys(step.typed), says: says, at: prompt)
    case .keys:
      try keyboard.press(Hour.keys(step.typed), gives: step.all("line").first ?? prompt)
    case .paste:
      let text = hour.block(step.words).joined(separator: "\r")
      try keyboard.type("\u{1b}[200~\(text)\u{1b}[201~", says: says, at: prompt)
    }
  }

  private func remember() {
    seen += keyboard?.terminal.transcript ?? []
    bytes += keyboard?.terminal.bytes ?? []
  }

  private func check(_ step: Hour.Step) throws {
    for words in step.all("hides") {
      #expect(keyboard?.terminal.shows(words) == false, "line \(step.number): “\(words)” is seen")
    }
    let shown = step.all("wall")
    let unseen = step.all("unseen")
    guard !shown.isEmpty || !unseen.isEmpty else { return }
    let wall = try desk.huddle("wall").output
    for words in shown where !wall.contains(words) {
      Issue.record("line \(step.number): no “\(words)” on the wall:\n\(wall)")
    }
    for words in unseen where wall.contains(words) {
      Issue.record("line \(step.number): “\(words)” on the wall:\n\(wall)")
    }
  }
}
