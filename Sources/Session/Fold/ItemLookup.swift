import Values

/// Where a state's items are found without going through all of them.
struct ItemLookup: Sendable, Equatable {
  /// Places of each list's items, gone and merged ones included, in order.
  var lists = PagedDictionary<Address, Pages<Int>>()
  /// Places of what was put into each theme, in order.
  var groups = PagedDictionary<String, [Int]>()
  /// What was merged into an item directly, in order of merging.
  var absorbed: [String: [String]] = [:]
  /// Addresses of the answers whose innermost item this is, in order of first answering.
  var hanging = PagedDictionary<String, [Address]>()
}

extension Array where Element == Int {
  /// Keeps an ascending list ascending, each number once.
  mutating func insertSorted(_ number: Int) {
    var place = count
    while place > 0, self[place - 1] > number { place -= 1 }
    if place > 0, self[place - 1] == number { return }
    insert(number, at: place)
  }
}
