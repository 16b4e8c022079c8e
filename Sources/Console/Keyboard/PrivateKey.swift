/// The code points from the C1 range, which nobody can type, that stand for keys and commands.
///
/// Sequences that start with Escape would break vi mode, so each special key is handed to libedit
/// as one of these, bound in both of its maps.
enum PrivateKey: Int32, CaseIterable {
  case left = 0x81
  case right, home, end, delete, up, down, wordLeft, wordRight, deleteWord
  case commandMode
  /// Puts the prepared text in the place of the line.
  case place
  /// Inserts the prepared text at the cursor.
  case insert
  case newline, complete, search, openEditor, nothing

  /// All code points that must not mean anything else.
  static let codes: ClosedRange<Int32> = 0x80...0x9f

  /// The command of libedit's that does it; `nil` for what the console does itself.
  var command: String? {
    switch self {
    case .left: "ed-prev-char"
    case .right: "ed-next-char"
    case .home: "ed-move-to-beg"
    case .end: "ed-move-to-end"
    case .delete: "ed-delete-next-char"
    case .up: "ed-prev-history"
    case .down: "ed-next-history"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .deleteWord: "ed-delete-prev-word"
    case .commandMode: "vi-command-mode"
    case .place, .insert, .newline, .complete, .search, .openEditor, .nothing: nil
    }
  }

  /// The key for what a terminal sends as a sequence; `nil` for keys without a use here.
  init?(_ named: Key.Named) {
    switch named {
    case .left: self = .left
    case .right: self = .right
    case .home: self = .home
    case .end: self = .end
    case .delete: self = .delete
    case .up: self = .up
    case .down: self = .down
    case .wordLeft: self = .wordLeft
    case .wordRight: self = .wordRight
    case .newline: self = .newline
    case .enter, .insert, .pageUp, .pageDown, .backTab: return nil
    }
  }
}
