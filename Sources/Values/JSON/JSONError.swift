/// Where and why a text is no JSON that huddle takes.
package struct JSONError: Error, Sendable, Hashable {
  package let problem: Problem
  /// Bytes before the problem.
  package let offset: Int
  /// Counted from 1.
  package let line: Int
  /// Characters (Unicode scalars) in the line, counted from 1.
  package let column: Int

  /// What is wrong, as facts; ``words`` says it.
  package enum Problem: Sendable, Hashable {
    case empty
    case byteOrderMark
    case invalidUTF8
    case unexpected(String)
    case unfinished
    case afterTheEnd
    case trailingComma
    case badNumber
    case numberOutOfReach(String)
    case controlInString
    case badEscape
    case loneSurrogate
    case duplicateName(String)
    case tooDeep(limit: Int)
  }

  init(_ problem: Problem, in bytes: [UInt8], at offset: Int) {
    self.problem = problem
    self.offset = offset
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
  }
}

extension JSONError: CustomStringConvertible {
  /// `line 1, column 9: a comma with nothing after it`.
  package var description: String { "line \(line), column \(column): \(problem.words)" }
}

extension JSONError.Problem {
  /// The problem in plain words.
  package var words: String {
    switch self {
    case .empty: "there is nothing here"
    case .byteOrderMark: "the text begins with a byte order mark; save it as UTF-8 without one"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .unexpected(let text): "\(text) cannot stand here"
    case .unfinished: "the text ends too early"
    case .afterTheEnd: "there is more text after the end of the value"
    case .trailingComma: "a comma with nothing after it"
    case .badNumber: "this is not how JSON writes a number"
    case .numberOutOfReach(let text):
      "\(text) is out of reach: at most 38 digits, between 1e-128 and 1e128"
    case .controlInString: "a control character inside a string; write it as an escape"
    case .badEscape: "no such escape in a string"
    case .loneSurrogate: "half of a surrogate pair"
    case .duplicateName(let name): "the name \"\(name)\" stands here a second time"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    }
  }
}
