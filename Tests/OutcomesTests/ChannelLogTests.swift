import Outcomes
import Testing

/// One line each, as clients write it, and who said what in it; nil where nobody said anything.
private let lines: [(line: String, said: String?)] = [
  ("<ana> go", "ana: go"),
  ("15:00:01 <ana> go", "ana: go"),
  ("[15:00] <@ana> go", "ana: go"),
  ("2026-11-20T15:00:11Z <ana> go", "ana: go"),
  ("Sep 23 09:01:00 <ana>\tACTION: ana to go", "ana: ACTION: ana to go"),
  ("Sep 23 09:01:00 <ana> go", "ana: go"),
  ("2012-05-21 19:00:10\tana\t#action ana to go", "ana: #action ana to go"),
  ("2012-05-21 19:00:10\t@ana\tgo", "ana: go"),
  ("2012-05-21 19:00:10\t-->\tana has joined", nil),
  ("2012-05-21 19:00:10\t--\tmode +o ana", nil),
  ("09:01:00 [ana] ACTION: ana to go", "ana: ACTION: ana to go"),
  ("19:00:01 ana | go", "ana: go"),
  ("19:00:01 | ana goes", nil),
  ("ana | bo | cy", nil),
  ("[09:01:00] 10 of 12", nil),
  ("see <b>this</b>", nil),
  ("[Tue 11:04:07] <ana>\tgo", "ana: go"),
  ("[3:01pm]\t<ana>\tgo", "ana: go"),
  ("18-04-2019 10:40:00 < ana!ana@example.org: go", "ana: go"),
  ("18-04-2019 10:40:00 > ana: go", "ana: go"),
  ("18-04-2019 10:40:00 < * ana!ana@example.org goes", nil),
  ("18-04-2019 10:40:00 -!- ana!ana@example.org has joined #x", nil),
]

@Test(arguments: lines)
func `a line of a log says who said what, whatever client wrote it`(
  _ line: String, _ said: String?
) {
  let first = ChannelLog(line).lines.first { $0.speaker != nil }
  #expect(first.map { "\($0.speaker ?? ""): \($0.text)" } == said)
}
