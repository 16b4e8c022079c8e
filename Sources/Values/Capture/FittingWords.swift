/// Words that stand for one of several things: `austria` for `Germany + Austria`.
package enum FittingWords {
  /// The only one of the labels of which each typed word begins a word; nil where that is none, or
  /// more than one.
  ///
  /// Fewer than two letters stand for nothing.
  package static func only(_ typed: String, among labels: [String]) -> Int? {
    let typed = TextFolding.words(in: typed)
    guard typed.contains(where: { $0.count > 1 && $0.contains(where: \.isLetter) }) else {
      return nil
    }
    let fitting = labels.indices.filter { place in
      let label = TextFolding.words(in: labels[place])
      return typed.allSatisfy { word in label.contains { $0.hasPrefix(word) } }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
