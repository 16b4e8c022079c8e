#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The editor that `$VISUAL` or `$EDITOR` names, with the arguments they carry, or `vi`.
struct ExternalEditor {
  private static let limit = 1 << 20
  let environment: [String: String]

  /// The command as the person wrote it.
  private var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name], value.contains(where: { !$0.isWhitespace }) { return value }
    }
    return "vi"
  }

  /// Lets the person edit a text; the terminal must be in its ordinary state.
  func edit(_ text: String) -> EditedText {
    var path = Array("\(environment["TMPDIR"] ?? "/tmp")/huddle-XXXXXX.txt".utf8CString)
    let file = mkstemps(&path, 4)
    guard file >= 0 else { return .unavailable(reason: "Cannot make a file to edit: \(reason).") }
    defer { unlink(path) }
    let bytes = Array((text + "\n").utf8)
    let isWritten = writeAll(bytes, to: file)
    close(file)
    guard isWritten else { return .unavailable(reason: "Cannot write a file to edit: \(reason).") }
    let status = run(path)
    if status == 127 {
      return .unavailable(reason: "Cannot start the editor ‘\(command)’; set VISUAL or EDITOR.")
    }
    return status == 0 ? read(path) : .abandoned(status: status)
  }

  private var reason: String { String(cString: strerror(errno)) }

  private func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func read(_ path: [CChar]) -> EditedText {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return .unavailable(reason: "Cannot read the text back: \(reason).") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < Self.limit {
      #if canImport(Glibc)
        let count = Glibc.read(file, &buffer, buffer.count)
      #else
        let count = Darwin.read(file, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return .text(text)
  }

  /// Runs the command on the file, and waits.
  private func run(_ path: [CChar]) -> Int32 {
    let file = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    let shell = ShellCommand(command, argument: file, environment: environment)
    return shell.start().map(ShellCommand.wait) ?? 127
  }
}
