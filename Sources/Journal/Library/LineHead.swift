/// The beginning of a line: its number and its type; nothing after its type is looked at.
enum LineHead {
  enum LineType {
    case opened, pinned, changed, renamed, closed, joined, settled, updated, undone, other
    /// Of a newer huddle, or no type at all.
    case unknown
  }

  /// Nil where there is no type.
  static func read(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (number: Int, type: LineType)? {
    if let (number, value) = asWritten(bytes, line) { return (number, type(bytes, value)) }
    var number = 0
    var found: LineType?
    FlatObject.visit(bytes, in: line) { name, value in
      if FlatObject.is(bytes, name, "n") { number = FlatObject.whole(bytes, value) ?? 0 }
      guard FlatObject.is(bytes, name, "type") else { return true }
      found = type(bytes, value)
      return false
    }
    return found.map { (number, $0) }
  }

  /// A line that begins as huddle writes it, without a walk over its members.
  ///
  /// Nearly every line does, and a library has millions of them.
  private static func asWritten(
    _ bytes: Span<UInt8>, _ line: Range<Int>
  ) -> (number: Int, type: Range<Int>)? {
    var place = line.lowerBound
    func take(_ text: StaticString) -> Bool {
      let end = place + text.utf8CodeUnitCount
      guard end <= line.upperBound, FlatObject.is(bytes, place..<end, text) else { return false }
      place = end
      return true
    }
    guard take(#"{"n":"#) else { return nil }
    var number = 0
    while place < line.upperBound, (0x30...0x39).contains(bytes[place]), number < 1 << 40 {
      number = number * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard take(#","at":""#) else { return nil }
    let moment = place..<place + momentLength
    place = moment.upperBound
    guard take(#"","type":"#) else { return nil }
    for index in moment where bytes[index] == UInt8(ascii: "\\") || bytes[index] == quote {
      return nil
    }
    let start = place
    guard take("\"") else { return nil }
    while place < line.upperBound, bytes[place] != quote {
      if bytes[place] == UInt8(ascii: "\\") { return nil }
      place += 1
    }
    return place < line.upperBound ? (number, start..<place + 1) : nil
  }

  /// `2026-09-23T09:00:02.114Z`.
  private static let momentLength = 24
  private static let quote = UInt8(ascii: "\"")

  // MARK: Types

  private static func type(_ bytes: Span<UInt8>, _ value: Range<Int>) -> LineType {
    guard value.count < byLength.count else { return .unknown }
    for (name, type) in byLength[value.count] where FlatObject.is(bytes, value, name) {
      return type
    }
    let isSomebodysOwn =
      value.count > 3 && bytes[value.lowerBound + 1] == UInt8(ascii: "x")
      && bytes[value.lowerBound + 2] == UInt8(ascii: ".")
    return isSomebodysOwn ? .other : .unknown
  }

  /// All that there are, with their quotes; those that are only passed over are `other`.
  static let types: [(StaticString, LineType)] = [
    (#""person.joined""#, .joined), (#""outcome.settled""#, .settled),
    (#""action.updated""#, .updated), (#""events.undone""#, .undone),
    (#""session.opened""#, .opened), (#""playbook.pinned""#, .pinned),
    (#""session.closed""#, .closed), (#""answer.set""#, .other), (#""items.added""#, .other),
    (#""step.entered""#, .other), (#""item.edited""#, .other), (#""item.moved""#, .other),
    (#""item.merged""#, .other), (#""item.removed""#, .other), (#""ballot.cast""#, .other),
    (#""ballot.counted""#, .other), (#""outcome.read""#, .other), (#""person.left""#, .other),
    (#""step.left""#, .other), (#""step.reopened""#, .other), (#""turn.ended""#, .other),
    (#""time.changed""#, .other), (#""signoff.given""#, .other), (#""session.linked""#, .other),
    (#""session.renamed""#, .renamed), (#""session.resumed""#, .other),
    (#""playbook.changed""#, .changed),
  ]

  private static let byLength: [[(StaticString, LineType)]] = {
    var byLength = [[(StaticString, LineType)]](repeating: [], count: 64)
    for (name, type) in types { byLength[name.utf8CodeUnitCount].append((name, type)) }
    return byLength
  }()
}
