/// What stands where words were taken out of a session for good.
package enum RedactedText {
  package static let mark = "[redacted]"

  /// The words; nil where there are none, or where they were taken out: what two were called is not
  /// known to be the same because neither is known any more.
  package static func known(_ words: String?) -> String? { words == mark ? nil : words }
}
