/// A title made fit for file names and ids.
package enum Slug {
  /// Lower-case letters, digits and single dashes, at most 64: `Überprüfung Q3` → `uberprufung-q3`.
  ///
  /// A text with nothing to keep (`日本`) becomes `p-` and six digits of its SHA-256.
  package static func make(_ text: String) -> String {
    var slug: [UInt8] = []
    for byte in TextFolding.fold(text).utf8 {
      let isKept = (0x61...0x7A).contains(byte) || DecimalParts.isDigit(byte)
      if isKept {
        slug.append(byte)
      } else if let last = slug.last, last != dash {
        slug.append(dash)
      }
    }
    slug = Array(slug.prefix(64))
    while slug.last == dash { slug.removeLast() }
    guard slug.isEmpty else { return String(decoding: slug, as: UTF8.self) }
    return "p-" + Digest.sha256(Array(text.utf8)).prefix(6)
  }

  private static let dash = UInt8(ascii: "-")
}
