import Session
import Values

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
    // What was taken from a chat names its authors, in the order in which they wrote.
    fields.put("turned", ifAny: isAnonymous ? [] : turned)
    return RecordCodec.line(fields.object)
  }

  init(wire bytes: [UInt8]) throws(RecordFault) {
    let newline = UInt8(ascii: "\n")
    let line = bytes.last == newline ? bytes.dropLast() : bytes[...]
    var fields = WireReader(try RecordCodec.members(line))
    let round = try Self.key(fields.string("round"))
    self.init(round: round, isAnonymous: try fields.boolIfAny("anonymous") ?? false)
    add(
      try fields.entries("lines") { entry throws(RecordFault) in
        Line(try entry.string("text"), by: try entry.stringIfAny("by"))
      })
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
