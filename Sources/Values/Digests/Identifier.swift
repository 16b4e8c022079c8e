/// Names that the machine gives: session ids and their short tags.
package enum Identifier {
  /// A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits.
  ///
  /// Takes ten random bytes; missing ones count as zero.
  package static func uuidV7(milliseconds: Int64, random: [UInt8]) -> String {
    let clock = UInt64(clamping: milliseconds)
    var bytes = [40, 32, 24, 16, 8, 0].map { UInt8(truncatingIfNeeded: clock >> UInt64($0)) }
    bytes += (random + [UInt8](repeating: 0, count: 10)).prefix(10)
    return uuid(bytes, version: 7)
  }

  /// A UUID of version 8 (RFC 9562) from SHA-256 over the parts: the same parts, the same id.
  ///
  /// Each part counts with its length, so that `ab`, `c` and `a`, `bc` differ.
  package static func uuidV8(hashing parts: [[UInt8]]) -> String {
    let bytes = parts.flatMap { Array("\($0.count):".utf8) + $0 }
    return uuid(Array(Digest.sha256Bytes(bytes).prefix(16)), version: 8)
  }

  /// Five characters (a–z, 2–7) of a UUID's random tail, as in `k7f3q-A1`.
  ///
  /// A text that is no UUID gets the tag of its SHA-256.
  package static func shortTag(of uuid: String) -> String {
    let tail =
      tailBits(of: uuid) ?? Digest.sha256Bytes(Array(uuid.utf8)).suffix(4).reduce(0, append)
    return base32(tail, count: 5)
  }

  /// So many base32 characters (a–z, 2–7) of the value's lowest bits.
  package static func base32(_ value: UInt32, count: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    let text = stride(from: (count - 1) * 5, through: 0, by: -5).map {
      alphabet[Int((value >> UInt32($0)) & 31)]
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func tailBits(of uuid: String) -> UInt32? {
    guard uuid.utf8.count == 36 else { return nil }
    return UInt32(uuid.suffix(8), radix: 16)
  }

  private static func append(_ value: UInt32, _ byte: UInt8) -> UInt32 {
    value << 8 | UInt32(byte)
  }

  private static func uuid(_ sixteen: [UInt8], version: UInt8) -> String {
    var bytes = sixteen
    bytes[6] = bytes[6] & 0x0F | version << 4
    bytes[8] = bytes[8] & 0x3F | 0x80
    let ends = [0, 4, 6, 8, 10, 16]
    return zip(ends, ends.dropFirst()).map { Digest.hex(bytes[$0..<$1]) }.joined(separator: "-")
  }
}
