/// Reads YAML text strictly: what YAML would lose or read in its own way is a mistake that is named.
///
/// Limits hold while events are read, so that no hostile file costs more than it weighs: 1 MiB, a
/// depth of 32, scalars of 64 KiB, 20,000 events. No tags, anchors, aliases, merge keys, second
/// documents or repeated keys.
package enum YAMLReader {
  package static let largestFile = 1 << 20
  package static let deepestNesting = 32
  package static let longestScalar = 64 << 10
  package static let mostEvents = 20_000

  /// The tree, and every mistake up to the first that ends it being YAML (then the tree is nil).
  package static func read(_ bytes: [UInt8], file: String) -> (YAMLNode?, [Diagnostic]) {
    guard bytes.count <= largestFile else {
      let span = SourceSpan(file: file, line: 1, column: 1)
      return (
        nil,
        [
          Diagnostic(
            .tooLarge, at: span, "the file is larger than 1 MiB",
            notes: ["a playbook is a few kilobytes: move parts to files of their own with 'use'"])
        ]
      )
    }
    switch TextInput.text(of: bytes, file: file) {
    case .failure(let diagnostic): return (nil, [diagnostic])
    case .success(let text):
      var builder = YAMLTreeBuilder(lines: SourceLines(text, file: file))
      return builder.build(Array(text.utf8))
    }
  }

  package static func read(text: String, file: String) -> (YAMLNode?, [Diagnostic]) {
    read(Array(text.utf8), file: file)
  }
}
