/// The word that was probably meant: for "did you mean".
package enum NearestWord {
  /// The one known word within a slip or two of the typed one; nil where none is, or two are.
  ///
  /// Words of one or two letters must be right, up to five letters may have one slip, longer ones
  /// two. A slip is a letter too many, too few, wrong, or two letters that changed places.
  package static func find(_ word: String, in known: [String]) -> String? {
    guard word.utf8.count <= longest else { return nil }
    let typed = TextFolding.fold(word)
    let limit = slips(allowedIn: typed)
    var best: (word: String, distance: Int)?
    var isTied = false
    for candidate in known {
      let distance = distance(typed, TextFolding.fold(candidate), limit: limit)
      guard distance <= limit else { continue }
      if let found = best, found.distance <= distance {
        isTied = isTied || (found.distance == distance && found.word != candidate)
      } else {
        best = (candidate, distance)
        isTied = false
      }
    }
    return isTied ? nil : best?.word
  }

  /// In bytes; nothing that has a name has a longer one.
  private static let longest = 256

  static func slips(allowedIn word: String) -> Int {
    switch word.count {
    case ...2: 0
    case ...5: 1
    default: 2
    }
  }

  /// Damerau–Levenshtein (optimal string alignment), or anything above the limit.
  static func distance(_ a: String, _ b: String, limit: Int) -> Int {
    let a = Array(a)
    let b = Array(b)
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
