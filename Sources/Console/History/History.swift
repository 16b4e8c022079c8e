#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What was typed before, by kind of prompt: in memory, and in a file where one is named.
///
/// The file is JSON Lines, readable by its owner only. Each new line is appended by one write, so
/// that two huddles at once do not tear each other's. A file that cannot be read or written is no
/// reason to stop a meeting: ``problem`` says what it was.
package final class History {
  /// What is kept of one kind.
  static let limit = 500

  /// Why the file could not be used, as a sentence; `nil` while all is well.
  package private(set) var problem: String?

  private let path: String?
  private var entries: [String: [String]] = [:]
  private var isLoaded = false

  /// A history in memory, or in the file at this path, which need not exist yet.
  package init(path: String? = nil) {
    self.path = path
  }

  /// The texts of a kind, oldest first, each once.
  package func texts(_ kind: String) -> [String] {
    load()
    return entries[kind] ?? []
  }

  /// Adds a text as the newest of its kind; a text that is only blanks is not kept.
  package func add(_ text: String, kind: String) {
    load()
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let isRepeated = entries[kind]?.last == text
    remember(HistoryLine(kind: kind, text: text))
    if !isRepeated { append(HistoryLine(kind: kind, text: text).json + "\n") }
  }

  private func remember(_ line: HistoryLine) {
    var texts = entries[line.kind] ?? []
    texts.removeAll { $0 == line.text }
    texts.append(line.text)
    entries[line.kind] = texts.suffix(Self.limit)
  }

  // MARK: - The file

  private func load() {
    guard !isLoaded else { return }
    isLoaded = true
    guard let path, let bytes = read(path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for line in lines { HistoryLine(json: line).map(remember) }
    // Old repetitions are dropped when they are most of the file.
    let kept = entries.values.reduce(0) { $0 + $1.count }
    if lines.count > 1_000, lines.count > kept * 2 { compact(path) }
  }

  private func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno != ENOENT { fail("read", path) }
      return nil
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 16 << 20 {
      #if canImport(Glibc)
        let count = Glibc.read(file, &buffer, buffer.count)
      #else
        let count = Darwin.read(file, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func append(_ line: String) {
    guard let path, problem == nil else { return }
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    write(line, to: path, flags)
  }

  private func compact(_ path: String) {
    let aside = "\(path).new"
    let lines = entries.sorted { $0.key < $1.key }.flatMap { kind, texts in
      texts.map { HistoryLine(kind: kind, text: $0).json + "\n" }
    }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    if write(lines.joined(), to: aside, flags) { rename(aside, path) }
  }

  @discardableResult
  private func write(_ text: String, to path: String, _ flags: Int32) -> Bool {
    let file = open(path, flags, 0o600)
    guard file >= 0 else {
      fail("write", path)
      return false
    }
    defer { close(file) }
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
      let count = Glibc.write(file, bytes, bytes.count)
    #else
      let count = Darwin.write(file, bytes, bytes.count)
    #endif
    if count != bytes.count { fail("write", path) }
    return count == bytes.count
  }

  private func fail(_ verb: String, _ path: String) {
    problem = "Cannot \(verb) the history \(path): \(String(cString: strerror(errno)))."
  }
}
