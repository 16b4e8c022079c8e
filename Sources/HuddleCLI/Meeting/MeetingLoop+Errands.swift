import Console
import Documents
import Facilitation
import Values

/// What only the tool around a meeting can do: files, the editor, the clipboard, the second window.
extension MeetingLoop {
  func run(_ errand: Decision.Errand?, _ prompt: Prompt) throws -> Ending? {
    switch errand {
    case nil: break
    case .openEditor(let text):
      switch reader.editText(text) {
      case .text(let text): refill = text
      case .abandoned: say([.hint("The editor was left without saving.")])
      case .unavailable(let reason): say([.problem(reason)])
      }
    case .readChat(let path):
      guard let text = chat(path, prompt) else { return nil }
      return try handle(.line(text, pasted: true), facilitator.prompt(moment()))
    case .steerWall(let view): try? wallSteering.write(view)
    case .recall(let words, let found): recall(words, found)
    case .copySummary: copy(HandOut(facilitator.session).text)
    }
    return nil
  }

  /// Shows what is to be handed out, and puts it on the clipboard where the terminal lets it.
  private func copy(_ text: String) {
    // Line by line: each stands in the chat as it stands here.
    say(text.split(whereSeparator: \.isNewline).map { .words(String($0)) })
    if Clipboard(output: output, environment: world.environment).copy(text) {
      say([.hint("On the clipboard, if your terminal lets programs write to it.")])
    }
  }

  /// What earlier meetings of the project say, below what this one does.
  private func recall(_ words: String, _ found: Int) {
    let lines = ProjectRecollection(SessionStore(world), facilitator.session).lines(
      about: words, most: 5 - found)
    if lines.isEmpty, found == 0 { return say([.hint("Nothing about “\(words)” so far.")]) }
    if !lines.isEmpty { say([.hint("Earlier in this project:"), .table(lines)]) }
  }

  /// A chat's text; nil, with a word, where it cannot be read or is no answer here.
  private func chat(_ path: String, _ prompt: Prompt) -> String? {
    guard prompt.takesLines, prompt.history != "note" else {
      say([.problem("A chat is no answer here: /chat works at lists, votes and writing.")])
      return nil
    }
    do throws(Failure) {
      let (kept, remarks) = Self.screened(try Files.text(path), keepsLines: true)
      if !remarks.isEmpty { say([.hint(remarks.joined(separator: " "))]) }
      // An empty line would end the question.
      guard !kept.trimmed.isEmpty else {
        say([.hint("There is nothing for the room in it.")])
        return nil
      }
      return kept
    } catch {
      say([.problem(error.words)])
      return nil
    }
  }

  /// The question and its list in so many rows: of a long list the newest, which the room talks of.
  func atHand(_ prompt: Prompt, rows: Int) -> [StyledText] {
    let lines = printer.lines(atHand(prompt), facilitator.session)
    guard lines.count > rows else { return lines }
    let head = min(rows / 3, 4)
    let tail = max(0, rows - head - 1)
    let left = lines.count - head - tail
    return lines.prefix(head)
      + [StyledText("   … \(left.counted("line")) more; /show has them all", .dim)].prefix(rows)
      + lines.suffix(tail)
  }

  /// What the wall shows, and how to type here: with one screen only, this is the wall.
  private func atHand(_ prompt: Prompt) -> [Utterance] {
    let opening = prompt.opening.filter { if case .tip = $0 { false } else { true } }
    guard facilitator.dialog == nil, prompt.place != nil else { return opening }
    let wall = Wall(facilitator.session, .list, moment()).utterances
    guard wall.contains(where: { if case .question = $0 { true } else { false } }) else {
      return opening
    }
    return wall + opening.filter { if case .hint = $0 { true } else { false } }
  }
}
