import FoundationEssentials
import PlaybookLanguage
import Testing
import Values

/// Playbooks that somebody damaged: each is loaded or refused with a place, and nothing traps.
struct `Damaged playbooks` {
  /// 400 of them, and 10,000 where `HUDDLE_LONG` is set.
  private static let perSeed =
    ProcessInfo.processInfo.environment["HUDDLE_LONG"] == nil ? 50 : 1_250

  @Test(arguments: 0..<8)
  func `are refused and never trap`(_ seed: Int) throws {
    let fixtures = try ["example", "every-kind"].map {
      try Fixture($0, in: `Mistakes in playbooks`.folder)
    }
    var random = Dice(state: UInt64(seed) &* 7919 &+ 1)
    for number in 0..<Self.perSeed {
      let fixture = fixtures[number % 2]
      var bytes = Array(fixture.text.utf8)
      for _ in 0...random.roll(3) { random.damage(&bytes) }
      let (playbook, diagnostics) = PlaybookLoader.load(bytes: bytes, file: "damaged") {
        fixture.part(named: $0)
      }
      let isRefused = diagnostics.contains { $0.severity == .error }
      guard (playbook == nil) == isRefused, diagnostics.allSatisfy(isPlaced) else {
        Issue.record("\(String(decoding: bytes, as: UTF8.self))")
        return
      }
      if let playbook, PlaybookLoader.load(body: playbook.body).0 == nil {
        Issue.record("its pinned body is refused: \(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }

  /// As many lines as a file may have, each with a mistake of its own.
  private static let floods: [(String, String)] = [
    ("", "k#: 1"), ("sections: [{id: s, title: S, steps: [", "{say: \"{n#}\"}, "),
    ("sections: [{id: s, title: S, steps: [", "{ask: q, id: Q#}, "), ("", "- &a# x"),
    ("", "- !t# x"), ("x: [", "[#]"), ("sections: [", "{id: s#, s#: 1}, "),
    ("", String(repeating: "k", count: 1_000) + "#: 1"),
    (
      "sections: [{id: s, title: S, steps: [",
      "{say: \"{1+\(String(repeating: "1+", count: 1_000))#\"}, "
    ),
  ]

  @Test(arguments: floods)
  func `are given up where the mistakes are too many to be mended one by one`(
    _ head: String, _ line: String
  ) {
    var text = "huddle: 1\nid: x\ntitle: X\n\(head)\n"
    for number in 0..<20_000 where text.utf8.count < 1 << 20 - 2_100 {
      text += line.replacing("#", with: "\(number)") + "\n"
    }
    let (playbook, diagnostics) = PlaybookLoader.load(text: text, file: "flood")
    #expect(playbook == nil && (1...200).contains(diagnostics.count), "\(diagnostics.count)")
    #expect(diagnostics.allSatisfy { $0.message.utf8.count < 5_000 })
  }

  private func isPlaced(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.span.line >= 1 && diagnostic.span.column >= 1 && !diagnostic.span.file.isEmpty
  }
}

/// A small generator of its own, so that a failure repeats.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, sides)
  }

  /// Takes a byte or a line away, doubles a line, or puts in what YAML cares about.
  mutating func damage(_ bytes: inout [UInt8]) {
    let place = roll(bytes.count)
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    switch roll(4) {
    case 0: bytes.remove(at: place)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]) + [0x0A], at: place)
    default:
      let signs: [String] = ["{", "[", "\"", "'", ": ", " #", "\t", "&", "*", "!", "- ", "é", "\n"]
      bytes.insert(contentsOf: Array(signs[roll(signs.count)].utf8), at: place)
    }
  }
}
