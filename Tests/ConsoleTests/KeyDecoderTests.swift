import Testing

@testable import Console

/// Bytes, and the keys that a person meant by them.
struct Decoding: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let keys: [Key]
  var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }

  init(_ text: String, _ keys: Key...) {
    bytes = Array(text.utf8)
    self.keys = keys
  }

  init(bytes: [UInt8], _ keys: Key...) {
    self.bytes = bytes
    self.keys = keys
  }
}

let decodings: [Decoding] = [
  Decoding("aé日😀", .scalar("a"), .scalar("é"), .scalar("日"), .scalar("😀")),
  Decoding("\r\u{3}\u{7f}", .scalar("\r"), .scalar("\u{3}"), .scalar("\u{7f}")),
  Decoding("\u{1b}[A\u{1b}OB", .named(.up), .named(.down)),
  Decoding("\u{1b}[1;5C\u{1b}[1;3D\u{1b}[1;2C", .named(.wordRight), .named(.wordLeft), .named(.right)),
  Decoding("\u{1b}[H\u{1b}[1~\u{1b}[7~\u{1b}OH", .named(.home), .named(.home), .named(.home), .named(.home)),
  Decoding("\u{1b}[F\u{1b}[4~\u{1b}[3~\u{1b}[Z", .named(.end), .named(.end), .named(.delete), .named(.backTab)),
  Decoding("\u{1b}OM\u{1b}\r", .named(.enter), .named(.newline)),
  Decoding("\u{1b}[13;3u\u{1b}[27;2;13~\u{1b}[97;5u", .named(.newline), .named(.newline), .scalar("\u{1}")),
  Decoding("\u{1b}b\u{1b}\u{7f}\u{1b}é", .meta("b"), .meta("\u{7f}"), .meta("é")),
  Decoding("\u{1b}[99;5X\u{1b}[<0;1;1Mq", .named(.enter), .scalar("q")),
  Decoding("\u{1b}[?1;2cq", .scalar("q")),
  Decoding("\u{1b}[1\u{1b}[Aq", .named(.up), .scalar("q")),
  Decoding("\u{1b}[200~a\rb\u{1b}[201~c", .paste(Array("a\rb".utf8)), .scalar("c")),
  Decoding("\u{1b}[200~\u{1b}[A\u{1b}[201~", .paste(Array("\u{1b}[A".utf8))),
  Decoding(bytes: [0xff, 0x61, 0xc3, 0x28, 0xe6, 0x97, 0x62], .scalar("a"), .scalar("("), .scalar("b")),
  Decoding(bytes: [0xc2, 0x9b, 0x61, 0xed, 0xa0, 0x80, 0x62], .scalar("a"), .scalar("b")),
]

@Test(arguments: decodings) func `keys are read from bytes in any pieces`(_ decoding: Decoding) {
  for size in 1...max(1, decoding.bytes.count) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for start in stride(from: 0, to: decoding.bytes.count, by: size) {
      decoder.feed(decoding.bytes[start..<min(start + size, decoding.bytes.count)])
      while let key = decoder.next() { keys.append(key) }
    }
    #expect(keys == decoding.keys, "in pieces of \(size)")
  }
}

@Test func `a lone Escape is a key once nothing follows`() {
  let cases: [(String, Key?)] = [
    ("\u{1b}", .escape), ("\u{1b}[", .meta("[")), ("\u{1b}O", .meta("O")), ("\u{1b}[12", nil),
    ("", nil),
  ]
  for (text, key) in cases {
    var decoder = KeyDecoder()
    decoder.feed(text.utf8)
    #expect([decoder.next(), decoder.flush(), decoder.next()] == [nil, key, nil])
  }
}

@Test func `any bytes are read without a trap, and nothing is left over`() {
  var state: UInt64 = 42
  for _ in 0..<2_000 {
    var decoder = KeyDecoder()
    let bytes = (0..<24).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let byte = UInt8(truncatingIfNeeded: state >> 33)
      return byte % 3 == 0 ? [0x1b, 0x5b, 0x32, 0x30, 0x7e, 0x3b, 0x4f][Int(byte) % 7] : byte
    }
    decoder.feed(bytes)
    while decoder.next() != nil {}
    _ = decoder.flush()
    while decoder.next() != nil {}
    #expect(!decoder.isWaiting || decoder.isPasting)
  }
}
