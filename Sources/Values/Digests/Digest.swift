internal import CSystem

/// The two digests of a journal: SHA-256 for what is signed, CRC-32 for each line.
package enum Digest {
  /// SHA-256 (FIPS 180-4) in 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: some Collection<UInt8>) -> String {
    hex(sha256Bytes(bytes))
  }

  /// SHA-256 (FIPS 180-4) as its 32 bytes.
  package static func sha256Bytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    withContiguous(bytes) { huddle_sha256($0.baseAddress, $0.count, &digest) }
    return digest
  }

  /// CRC-32 (IEEE 802.3), as in zlib, gzip and PNG.
  package static func crc32(_ bytes: some Collection<UInt8>) -> UInt32 {
    withContiguous(bytes) { huddle_crc32($0.baseAddress, $0.count) }
  }

  /// Eight lower-case hexadecimal digits: `9c0f1a22`.
  package static func hex8(_ value: UInt32) -> String {
    hex([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) })
  }

  /// Two lower-case hexadecimal digits a byte.
  package static func hex(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func withContiguous<Result>(
    _ bytes: some Collection<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withContiguousStorageIfAvailable(body)
      ?? Array(bytes).withUnsafeBufferPointer(body)
  }
}
