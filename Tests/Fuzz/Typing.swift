@testable import Console
@testable import HuddleCLI

/// A command line, as the prompt at home cuts it into words: an invocation or a reason.
func words(_ bytes: [UInt8]) {
  let line = String(decoding: bytes, as: UTF8.self)
  guard let words = CommandWords.split(line), !words.isEmpty else { return }
  do throws(Failure) {
    let invocation = try CommandParser.parse(words)
    precondition(invocation.operands.count <= invocation.subcommand.mostOperands)
  } catch {
    precondition(error.status == 64 && !error.words.isEmpty, "refused without a word")
  }
}

/// A terminal's bytes: the same keys come out in whatever pieces the bytes come.
func keys(_ bytes: [UInt8]) {
  let piece = Int(bytes.first ?? 0) % 7 + 1
  var whole = KeyDecoder()
  whole.feed(bytes)
  var pieces = KeyDecoder()
  var keys: [Key] = []
  for start in stride(from: 0, to: bytes.count, by: piece) {
    pieces.feed(bytes[start..<min(start + piece, bytes.count)])
    while let key = pieces.next() { keys.append(key) }
  }
  var expected: [Key] = []
  while let key = whole.next() { expected.append(key) }
  precondition(keys == expected, "other keys in pieces of \(piece)")
  while let key = whole.flush() { _ = key }
}
