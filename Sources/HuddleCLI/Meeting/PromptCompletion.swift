import Console
import Facilitation
import Session
import Values

/// What Tab offers at a meeting's prompt: commands after a slash, else what the question offers.
struct PromptCompletion {
  let prompt: Prompt
  let session: MeetingSession

  init(_ prompt: Prompt, _ session: MeetingSession) {
    self.prompt = prompt
    self.session = session
  }

  func candidates(_ before: String) -> [Completion] {
    if before.hasPrefix("/"), !before.contains(" ") { return commands(before) }
    if before.hasPrefix(">"), !before.contains(" ") { return laterQuestions(before) }
    let typed = before.split(whereSeparator: { " ,:".contains($0) }).last.map(String.init) ?? ""
    let word = before.last.map { " ,:".contains($0) } ?? true ? "" : typed
    return words(before).filter { TextFolding.fold($0).hasPrefix(TextFolding.fold(word)) }
      .map { Completion($0, replacedCount: word.count) }
  }

  private func words(_ before: String) -> [String] {
    let names = session.state.people.map(\.name)
    let own = before.isEmpty || !prompt.completions.isEmpty ? prompt.completions : []
    return own + names.filter { !own.contains($0) }
  }

  private func commands(_ before: String) -> [Completion] {
    SlashCommand.all.filter { ("/" + $0.name).hasPrefix(before) }.map {
      Completion("/\($0.name)", $0.summary, replacedCount: before.count)
    }
  }

  private func laterQuestions(_ before: String) -> [Completion] {
    let agenda = session.agenda()
    return agenda.places.filter { !agenda.isSettled($0) && $0.question != nil }
      .map { ">" + $0.address.question }.filter { $0.hasPrefix(before) }
      .map { Completion($0, replacedCount: before.count) }
  }
}
