import Testing

@testable import Console

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a plain reader makes of bytes that come through a pipe.
private func outcomes(_ bytes: [UInt8], prefill: String = "") -> ([ReadOutcome], damaged: Int?) {
  var ends: [Int32] = [-1, -1]
  pipe(&ends)
  _ = write(ends[1], bytes, bytes.count)
  close(ends[1])
  defer { close(ends[0]) }
  let reader = PlainReader(
    descriptor: ends[0], output: Output(descriptor: -1, depth: .none), showsPrompts: false)
  var outcomes: [ReadOutcome] = []
  repeat {
    outcomes.append(reader.readLine(ReadRequest(prompt: "> ", prefill: prefill)))
  } while outcomes.last != .endOfInput(draft: "")
  return (outcomes.dropLast(), reader.firstDamagedLine)
}

@Test func `a pipe is read line by line to its end`() {
  check([
    ("one\ntwo\n", ["one", "two"]), ("one\r\ntwo", ["one", "two"]), ("", []), ("\n", [""]),
    ("naïve 日本\n\nlast", ["naïve 日本", "", "last"]),
  ]) { outcomes(Array($0.utf8)).0.map(\.text) }
  #expect(outcomes([0x0a], prefill: "plan").0 == [.line("plan", pasted: false)])
}

@Test func `a pipe's damaged line is named`() {
  check([([0x61, 0x0a, 0xff, 0x0a], 2), ([0x61, 0x00, 0x0a], 1), ([0x61], nil)]) {
    outcomes($0).damaged
  }
}
