/// A CSI or SS3 sequence, and the key that terminals mean by it.
struct ControlSequence: Sendable, Equatable {
  /// The byte that ends it.
  var final: UInt8
  /// The numbers before it; those left out are 0.
  var numbers: [Int]

  /// Whether it opens a bracketed paste.
  var beginsPaste: Bool { final == UInt8(ascii: "~") && numbers.first == 200 }

  /// The key; `nil` for what the console does not know.
  var key: Key? {
    if final == UInt8(ascii: "u") { return reported(numbers.first ?? 0) }
    if final == UInt8(ascii: "~"), numbers.first == 27, numbers.count > 2 {
      return reported(numbers[2])
    }
    return named.map { .named($0) }
  }

  /// Shift is 1, Alt 2, Ctrl 4; terminals send one more than their sum.
  private var modifiers: Int { numbers.count > 1 ? max(0, numbers[1] - 1) : 0 }

  /// The key without a character that it names.
  var named: Key.Named? {
    let jumps = modifiers & 0b110 != 0
    return switch Character(Unicode.Scalar(final)) {
    case "A": .up
    case "B": .down
    case "C": jumps ? .wordRight : .right
    case "D": jumps ? .wordLeft : .left
    case "H": .home
    case "F": .end
    case "M": .enter
    case "Z": .backTab
    case "~": numbered
    default: nil
    }
  }

  private var numbered: Key.Named? {
    switch numbers.first {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  /// A key that the terminal reports by its code point, with what was held down beside it.
  private func reported(_ code: Int) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return nil }
    if code == 13 { return modifiers == 0 ? .named(.enter) : .named(.newline) }
    if code == 27 { return .escape }
    if modifiers & 4 != 0, scalar.isASCII, code >= 0x40 {
      return .scalar(Unicode.Scalar(UInt8(code & 0x1f)))
    }
    guard code >= 0x20 || code == 9, !(0x7f...0x9f).contains(code) || code == 127 else {
      return nil
    }
    return modifiers & 2 != 0 ? .meta(scalar) : .scalar(scalar)
  }
}
