extension Output {
  /// Shows these lines from the top of an emptied window, in place of what stood there.
  package func page(_ texts: [StyledText]) {
    steer("\u{1b}[H\u{1b}[2J")
    lines(texts)
  }
}
