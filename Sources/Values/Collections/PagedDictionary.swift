/// A dictionary in parts by hash, so that a copy which then changes costs a part and not the whole.
///
/// See `Pages` for what for. In no order, like a dictionary.
package struct PagedDictionary<Key: Hashable, Value> {
  private static var partCount: Int { 128 }

  private var parts: [[Key: Value]]
  package private(set) var count = 0

  package init() { parts = Array(repeating: [:], count: Self.partCount) }

  package var isEmpty: Bool { count == 0 }

  package subscript(key: Key) -> Value? {
    get { parts[Self.part(key)][key] }
    set {
      let part = Self.part(key)
      let before = parts[part].count
      parts[part][key] = newValue
      count += parts[part].count - before
    }
  }

  package subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { parts[Self.part(key)][key] ?? value() }
    _modify {
      let part = Self.part(key)
      let before = parts[part].count
      defer { count += parts[part].count - before }
      yield &parts[part][key, default: value()]
    }
  }

  package var keys: some Sequence<Key> { self.lazy.map(\.key) }
  package var values: some Sequence<Value> { self.lazy.map(\.value) }

  private static func part(_ key: Key) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    return hasher.finalize() & (partCount - 1)
  }
}

extension PagedDictionary: Sequence {
  package func makeIterator() -> some IteratorProtocol<(key: Key, value: Value)> {
    parts.joined().makeIterator()
  }
}

extension PagedDictionary: Sendable where Key: Sendable, Value: Sendable {}
extension PagedDictionary: Equatable where Value: Equatable {}
