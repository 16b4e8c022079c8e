/// A list in pages, so that a copy which then changes costs a page and not the whole list.
///
/// A meeting looks at each fact before it is recorded: what would follow is worked out on a copy of
/// everything that was said so far. Elements are only ever appended, changed in place, or taken off
/// the end.
package struct Pages<Element> {
  private static var pageSize: Int { 64 }

  /// All full but the last.
  private var pages: [[Element]] = []
  package private(set) var count = 0

  package init() {}

  package init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  package mutating func append(_ element: Element) {
    if count % Self.pageSize == 0 {
      pages.append([])
    }
    pages[pages.count - 1].append(element)
    count += 1
  }

  @discardableResult
  package mutating func removeLast() -> Element {
    count -= 1
    let element = pages[pages.count - 1].removeLast()
    if pages[pages.count - 1].isEmpty { pages.removeLast() }
    return element
  }
}

extension Pages: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Element {
    get { pages[position / Self.pageSize][position % Self.pageSize] }
    _modify { yield &pages[position / Self.pageSize][position % Self.pageSize] }
  }
}

extension Pages: Sendable where Element: Sendable {}
extension Pages: Equatable where Element: Equatable {}
