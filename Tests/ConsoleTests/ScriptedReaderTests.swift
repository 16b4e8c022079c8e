import Testing

@testable import Console

@Test func `a scripted reader plays its lines, then says that the input has ended`() {
  let reader = ScriptedReader(lines: ["one", "two\nthree"])
  let ends = (0..<3).map { _ in reader.readLine(ReadRequest(prompt: "> ", prefill: "half")) }
  #expect(
    ends == [
      .line("one", pasted: false), .line("two\nthree", pasted: true), .endOfInput(draft: "half"),
    ])
}
