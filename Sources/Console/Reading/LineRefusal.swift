/// Why a line that came through a pipe is not taken: which line, and what is wrong with it.
package struct LineRefusal: Sendable, Equatable {
  /// Counted from 1, over all that came through this reader.
  package let line: Int
  package let problem: Problem

  package init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  package enum Problem: Sendable, Equatable {
    /// A byte that is no UTF-8, and its place in the line, counted from 1.
    case notUTF8(byte: UInt8, place: Int)
    /// A NUL, and its place in the line, counted from 1.
    case holdsNUL(place: Int)
    /// More bytes than ``LineRefusal/longestLine`` without an end of line.
    case tooLong
  }

  /// Bytes that a line has at most.
  package static let longestLine = 1 << 20
}

extension LineRefusal: CustomStringConvertible {
  /// `line 7 of the input is not UTF-8 text (byte E9 in place 12)`.
  package var description: String {
    switch problem {
    case .notUTF8(let byte, let place):
      "line \(line) of the input is not UTF-8 text (byte "
        + "\(String(byte, radix: 16, uppercase: true)) in place \(place))"
    case .holdsNUL(let place): "line \(line) of the input holds a NUL (in place \(place))"
    case .tooLong: "line \(line) of the input is longer than \(Self.longestLine) bytes"
    }
  }
}

extension LineRefusal.Problem {
  /// What is wrong with a line; nil where it is text.
  package init?(_ line: some Collection<UInt8>) {
    if let place = line.firstIndex(of: 0) {
      self = .holdsNUL(place: line.distance(from: line.startIndex, to: place) + 1)
      return
    }
    var iterator = line.makeIterator()
    var decoder = UTF8()
    var read = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): read += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error:
        let byte = line[line.index(line.startIndex, offsetBy: read)]
        self = .notUTF8(byte: byte, place: read + 1)
        return
      }
    }
  }
}
