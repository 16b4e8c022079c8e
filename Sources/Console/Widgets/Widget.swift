/// Something to look at inline: a picture for the eye, and the same in sentences.
///
/// Pictures are readable without colour and in 40 columns; sentences are for `--plain` and for
/// screen readers, and leave nothing out that the picture says.
package protocol Widget {
  /// The picture, in lines of at most so many columns.
  func lines(width: Int) -> [StyledText]
  /// The same in whole sentences, one to a line.
  var sentences: [String] { get }
}

extension Widget {
  /// The picture, or the sentences wrapped, as the person asked.
  package func shown(width: Int, isPlain: Bool) -> [StyledText] {
    if !isPlain { return lines(width: width) }
    return sentences.flatMap { wrap($0, width: width, hanging: 2) }.map { StyledText($0) }
  }
}
