package import Session
import Values

/// What has been said in a silent round, before the reveal.
package struct HeldRound: Sendable, Equatable {
  /// The list, and how often it was revealed before: another number is another round.
  package let round: Key
  package let isAnonymous: Bool
  /// Sorted by their text, so that the order tells nobody who wrote what.
  package private(set) var lines: [Line] = []
  /// Who has had the keyboard.
  package var turned: [String] = []

  package struct Key: Sendable, Hashable {
    package let list: Address
    package let reveals: Int

    package init(list: Address, reveals: Int) {
      self.list = list
      self.reveals = reveals
    }
  }

  package struct Line: Sendable, Equatable {
    package let text: String
    /// Whose it is; nil where the round is anonymous or nobody said.
    package let by: String?

    package init(_ text: String, by: String? = nil) {
      self.text = text
      self.by = by
    }
  }

  package init(round: Key, isAnonymous: Bool) {
    self.round = round
    self.isAnonymous = isAnonymous
  }

  /// Adds lines; in an anonymous round whose they are is dropped here and never reaches a disk.
  package mutating func add(_ new: [Line]) {
    lines += isAnonymous ? new.map { Line($0.text) } : new
    lines.sort { ($0.text, $0.by ?? "") < ($1.text, $1.by ?? "") }
  }

  /// Takes out the line at a place in `lines`; nothing where there is none.
  package mutating func remove(at index: Int) {
    if lines.indices.contains(index) { lines.remove(at: index) }
  }
}

extension HeldRound {
  /// One sealed line, like a record's.
  var wire: [UInt8] {
    var fields = WireWriter()
    fields.put("round", "\(round.list)#\(round.reveals)")
    fields.put("anonymous", isAnonymous)
    fields.put("lines", lines) { line, entry in
      entry.put("text", line.text)
      entry.put("by", line.by)
    }
    fields.put("turned", turned)
    return RecordCodec.line(fields.object)
  }

  init(wire bytes: [UInt8]) throws(RecordFault) {
    let newline = UInt8(ascii: "\n")
    let line = bytes.last == newline ? bytes.dropLast() : bytes[...]
    var fields = WireReader(try RecordCodec.members(line))
    let round = try Self.key(fields.string("round"))
    self.init(round: round, isAnonymous: try fields.boolIfAny("anonymous") ?? false)
    for value in try fields.list("lines") {
      var entry = try WireReader(value, in: "lines")
      add([Line(try entry.string("text"), by: try entry.stringIfAny("by"))])
    }
    turned = try fields.stringsIfAny("turned") ?? []
  }

  private static func key(_ text: String) throws(RecordFault) -> Key {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let list = Address(text: String(parts[0])),
      let reveals = Int(parts[1])
    else { throw .wrong(field: "round", expected: "an address and a number (reasons#0)") }
    return Key(list: list, reveals: reveals)
  }
}
