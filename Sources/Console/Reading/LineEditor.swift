internal import CEditLine

/// libedit, in one class: code points in, code points out, and two functions that it calls back.
final class LineEditor {
  /// Waits for the next key; `nil` ends the read.
  var nextKey: () -> Int32? = { nil }
  /// Performs the private command that a key stands for.
  var perform: (Int32) -> Next = { _ in .nothing }

  private var editor: OpaquePointer?

  /// What libedit does after a private command.
  enum Next {
    case nothing, redraw, refuse
  }

  /// Opens libedit on the standard descriptors.
  ///
  /// - Returns: `nil` without a UTF-8 locale, in which libedit drops letters, or without memory.
  init?(program: String) {
    guard huddle_prepare_locale() == 1 else { return nil }
    let context = Unmanaged.passUnretained(self).toOpaque()
    editor = huddle_editor_open(
      program, context,
      { context, key in
        guard let context, let key else { return 0 }
        let owner = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        guard let next = owner.nextKey() else { return 0 }
        key.pointee = next
        return 1
      },
      { context, key in
        guard let context else { return Int32(HUDDLE_REFUSE) }
        let owner = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return switch owner.perform(key) {
        case .nothing: Int32(HUDDLE_NOTHING)
        case .redraw: Int32(HUDDLE_REDRAW)
        case .refuse: Int32(HUDDLE_REFUSE)
        }
      })
    if editor == nil { return nil }
  }

  deinit { huddle_editor_close(editor) }

  /// Whether an `.editrc` left editing on.
  var isOn: Bool { huddle_editor_is_on(editor) != 0 }
  /// Whether the keys are vi's.
  var isVi: Bool { huddle_editor_is_vi(editor) != 0 }

  /// Reads an `.editrc`, where there is one.
  func source(_ path: String) { _ = huddle_editor_source(editor, path) }

  /// Binds a key to a command of libedit's, or to `huddle-key`, which calls ``perform``.
  func bind(_ key: Int32, _ command: String, alternate: Bool = false) {
    _ = huddle_editor_bind(editor, alternate ? 1 : 0, key, command)
  }

  /// Reads a line; `nil` when the read ended without Enter.
  func read() -> String? {
    guard huddle_editor_read(editor) > 0 else { return nil }
    var scalars = line.scalars
    if scalars.last == "\n" || scalars.last == "\r" { scalars.removeLast() }
    return String(scalars: scalars)
  }

  /// The line as it stands, and the index of the scalar before which the cursor is.
  var line: (scalars: [Unicode.Scalar], cursor: Int) {
    var count = 0
    var cursor = 0
    let text = huddle_editor_line(editor, &count, &cursor)
    let scalars = UnsafeBufferPointer(start: text, count: count).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{fffd}"
    }
    return (scalars, cursor)
  }

  func setLine(_ scalars: [Unicode.Scalar], cursor: Int) {
    huddle_editor_set_line(editor, codes(scalars), scalars.count, max(0, cursor))
  }

  func setPrompt(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    huddle_editor_set_prompt(editor, codes(scalars), scalars.count)
  }

  func draw() { huddle_editor_draw(editor) }
  func beep() { huddle_editor_beep(editor) }
  func setRaw(_ isRaw: Bool) { huddle_editor_set_raw(editor, isRaw ? 1 : 0) }

  /// Takes the window's new size, and then believes in more rows than there are.
  ///
  /// libedit crashes when a line reaches the height that it knows of. Lines are kept lower than the
  /// window, but yanking and vi's `p` and `.` insert before anyone can look.
  func resize(rows: Int) {
    huddle_editor_resize(editor)
    huddle_editor_set_rows(editor, Int32(clamping: rows * 4 + 100))
  }

  func setHistory(_ entries: [[Unicode.Scalar]]) {
    huddle_editor_history_clear(editor)
    for entry in entries { huddle_editor_history_add(editor, codes(entry), entry.count) }
  }

  private func codes(_ scalars: [Unicode.Scalar]) -> [Int32] {
    scalars.map { Int32(bitPattern: $0.value) }
  }
}

extension String {
  /// The text of these scalars.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
