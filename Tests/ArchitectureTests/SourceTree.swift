#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of this package as they stand on disk.
struct SourceTree {
  /// One file, by its path from the top: `Sources/Session/Item.swift`.
  struct File {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// `Session` in `Sources/Session/Item.swift`.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The lines that are no comments, with their numbers.
    var code: [(number: Int, text: Substring)] {
      numbered.filter { !$0.text.drop { $0 == " " }.hasPrefix("//") }
    }

    private var numbered: [(number: Int, text: Substring)] {
      lines.enumerated().map { (number: $0.offset + 1, text: $0.element) }
    }

    /// Where the words stand in the code, for a person to go to: `Item.swift:12: getenv`.
    func places(of words: [String], inComments: Bool = false) -> [String] {
      // Most files hold none of them, which C tells a hundred times faster than a debug build.
      let near = words.filter { strstr(text, $0) != nil }
      if near.isEmpty { return [] }
      return (inComments ? numbered : code).flatMap { line in
        near.filter { line.text.holds($0) }.map { "\(path):\(line.number): \($0)" }
      }
    }
  }

  static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All files below a folder with one of these endings, in order of their paths.
  static func files(in folder: String, _ endings: [String]) throws -> [File] {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: top.appending(path: folder).path)
    return try paths.sorted().filter { path in endings.contains { path.hasSuffix($0) } }
      .map { "\(folder)/\($0)" }.filter { !$0.isFolder }.map(file)
  }

  static func file(_ path: String) throws -> File {
    File(path: path, text: try String(contentsOf: top.appending(path: path), encoding: .utf8))
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: top.appending(path: path).path)
  }

  /// The names of what stands in a folder.
  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: top.appending(path: folder).path).sorted()
  }
}

extension String {
  /// Whether the path leads from the top leads to a folder, which alone has a `.` in it.
  fileprivate var isFolder: Bool { SourceTree.exists(self + "/.") }
}

extension StringProtocol {
  /// Whether the words stand here by themselves and not as a piece of a longer name.
  func holds(_ words: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: words) {
      let before = self[..<found.lowerBound].last
      let after = self[found.upperBound...].first
      let isBegun = words.first?.isNameLetter == true && before?.isNameLetter == true
      let isContinued = words.last?.isNameLetter == true && after?.isNameLetter == true
      if !isBegun && !isContinued { return true }
      rest = self[self.index(after: found.lowerBound)...]
    }
    return false
  }
}

extension Character {
  fileprivate var isNameLetter: Bool { isLetter || isNumber || self == "_" }
}
