/// A set in parts by hash, so that a copy which then changes costs a part and not the whole.
///
/// See `Pages` for what for.
package struct PagedSet<Element: Hashable> {
  private var elements = PagedDictionary<Element, Bool>()

  package init() {}

  package var count: Int { elements.count }
  package var isEmpty: Bool { elements.isEmpty }

  package func contains(_ element: Element) -> Bool { elements[element] != nil }
  package mutating func insert(_ element: Element) { elements[element] = true }
  package mutating func remove(_ element: Element) { elements[element] = nil }
}

extension PagedSet: Sequence {
  package func makeIterator() -> some IteratorProtocol<Element> {
    elements.lazy.map(\.key).makeIterator()
  }
}

extension PagedSet: Sendable where Element: Sendable {}
extension PagedSet: Equatable {}
