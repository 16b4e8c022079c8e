import Values

/// A part of a session, or of what was answered after it, that cannot be read.
///
/// Nobody can know what stood there: a yes, a no, or a part of what was signed.
package struct UnreadPart: Sendable, Equatable {
  package enum Place: Sendable, Equatable {
    /// A line, counted from 1.
    case line(Int)
    /// Records are missing before a line.
    case before(line: Int)
    /// The whole file.
    case whole
    /// It holds the same session, and went on otherwise.
    case other
    /// The file was cut: what came after its end is there, and its end is not.
    case end
  }

  /// The file as it stands beside the session: `follow-ups/6b05e928.jsonl`; nil is the session's own.
  package let file: String?
  package let place: Place

  package init(file: String? = nil, _ place: Place) {
    self.file = file
    self.place = place
  }

  /// The same without the name of a file that somebody may have named after a person.
  package var nameless: UnreadPart {
    UnreadPart(
      file: file.map { _ in place == .other ? "another file" : "a file in follow-ups" }, place)
  }

  /// `line 2 of follow-ups/6b05e928.jsonl cannot be read`.
  package var words: String {
    let file = file ?? "the session’s file"
    return switch place {
    case .line(let line): "line \(line) of \(file) cannot be read"
    case .before(let line): "records are missing before line \(line) of \(file)"
    case .whole: "\(file) cannot be read"
    case .other: "\(file) holds this session too, and went on otherwise"
    case .end: "the end of \(file) is missing"
    }
  }
}

extension [UnreadPart] {
  /// The first two in words, and how many more there are; empty where there is none.
  package var words: String {
    let more = count > 2 ? ["\(count - 2) more like these"] : []
    return DisplayText.joined(prefix(2).map(\.words) + more)
  }
}
