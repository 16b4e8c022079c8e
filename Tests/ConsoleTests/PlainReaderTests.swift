import TestSupport
import Testing

@testable import Console

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a plain reader makes of bytes that do not come from a terminal.
private func outcomes(_ bytes: [UInt8], prefill: String = "") -> [ReadOutcome] {
  let folder = TemporaryFolder()
  let file = open(folder.path("input"), O_RDWR | O_CREAT, 0o600)
  defer { close(file) }
  _ = pwrite(file, bytes, bytes.count, 0)
  let reader = PlainReader(
    descriptor: file, output: Output(descriptor: -1, depth: .none), showsPrompts: false)
  var outcomes: [ReadOutcome] = []
  repeat {
    outcomes.append(reader.readLine(ReadRequest(prompt: "> ", prefill: prefill)))
  } while outcomes.last != .endOfInput(draft: prefill)
  return outcomes.dropLast()
}

@Test func `a pipe is read line by line to its end`() {
  check([
    ("one\ntwo\n", ["one", "two"]), ("one\r\ntwo", ["one", "two"]), ("", []), ("\n", [""]),
    ("naïve 日本\n\nlast", ["naïve 日本", "", "last"]),
  ]) { outcomes(Array($0.utf8)).map(\.text) }
  #expect(outcomes([0x0a], prefill: "plan") == [.line("plan", pasted: false)])
}

private let endless = [UInt8](repeating: 0x61, count: LineRefusal.longestLine + 1)

@Test func `a line that is no text is refused by its number, and the next one is read`() {
  check([
    ([0x61, 0x0a, 0xff, 0x62, 0x0a, 0x63, 0x0a], "a|� line 2 … UTF-8 (byte FF in place 1)|c"),
    ([0x61, 0xc3, 0xa9, 0xc3, 0x0a], "� line 1 … UTF-8 (byte C3 in place 4)"),
    ([0x61, 0x0a, 0x62, 0x00, 0x63], "a|bc line 2 … NUL (in place 2)"),
    (endless, " line 1 … long"), (endless + [0x0a, 0x61], " line 1 … long|a"),
  ]) { bytes in outcomes(bytes).map(words).joined(separator: "|") }
}

/// Short words for an outcome, as the table above has them.
private func words(_ outcome: ReadOutcome) -> String {
  guard case .refused(let draft, let refusal) = outcome else { return outcome.text }
  let end =
    switch refusal.problem {
    case .notUTF8: "UTF-8" + refusal.description.drop { $0 != "(" }.spaced
    case .holdsNUL: "NUL" + refusal.description.drop { $0 != "(" }.spaced
    case .tooLong: "long"
    }
  let mended = draft.unicodeScalars.contains("\u{fffd}") ? "�" : draft
  return "\(mended) line \(refusal.line) … \(end)"
}

extension Substring {
  fileprivate var spaced: String { " " + self }
}

@Test func `the end of a pipe leaves what stood in the line`() {
  let folder = TemporaryFolder()
  let file = open(folder.path("input"), O_RDWR | O_CREAT, 0o600)
  defer { close(file) }
  let reader = PlainReader(
    descriptor: file, output: Output(descriptor: -1, depth: .none), showsPrompts: false)
  let outcome = reader.readLine(ReadRequest(prompt: "> ", prefill: "half a line"))
  #expect(outcome == .endOfInput(draft: "half a line"))
}
