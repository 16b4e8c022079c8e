/// A meeting as somebody types it: keys, and what has to come of them, from a file of `Fixtures`.
///
/// The head of `Hours/pre-mortem.hour` says how such a file is written.
struct Hour {
  enum Verb: String {
    case start, type, keys, paste, kill
  }

  /// What one line of the file does, and the indented lines below it expect.
  struct Step {
    let verb: Verb
    /// With braces around what somebody said and the record keeps.
    let words: String
    /// The number of its line in the file.
    let number: Int
    fileprivate(set) var expected: [(name: String, words: String)] = []

    func all(_ name: String) -> [String] {
      expected.filter { $0.name == name }.map(\.words)
    }

    /// What is typed, without the braces.
    var typed: String { words.filter { $0 != "{" && $0 != "}" } }

    /// What stands in braces.
    var kept: [String] {
      words.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "}" })
      }
    }
  }

  private(set) var steps: [Step] = []
  private var blocks: [String: [String]] = [:]

  init(_ text: String) {
    var block: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let pieces = line.drop { $0 == " " }.split(
        separator: " ", maxSplits: 1, omittingEmptySubsequences: false
      ).map(String.init)
      if line.hasPrefix("#") || pieces.first?.isEmpty ?? true { continue }
      let rest = pieces.count > 1 ? pieces[1] : ""
      if line.hasPrefix("block ") {
        block = rest
      } else if line.hasPrefix("  "), let block {
        blocks[block, default: []].append(String(line.dropFirst(2)))
      } else if line.hasPrefix("  ") {
        steps[steps.count - 1].expected.append((pieces[0], rest))
      } else if let verb = Verb(rawValue: pieces[0]) {
        block = nil
        steps.append(Step(verb: verb, words: rest, number: index + 1))
      } else {
        preconditionFailure("line \(index + 1): “\(line)” is no step")
      }
    }
  }

  /// The lines of a block; `+ NAME` in it stands for another one, as in a chat that goes on.
  func block(_ name: String) -> [String] {
    (blocks[name] ?? []).flatMap { $0.hasPrefix("+ ") ? block(String($0.dropFirst(2))) : [$0] }
  }

  /// Keys by the names that the file gives them.
  static func keys(_ words: String) -> String {
    var keys = ""
    var rest = words[...]
    while let first = rest.first {
      if first == "^", let key = rest.dropFirst().first?.asciiValue, (0x40...0x5f).contains(key) {
        keys.append(Character(Unicode.Scalar(key & 0x1f)))
        rest = rest.dropFirst(2)
      } else if let name = named.keys.first(where: { rest.hasPrefix("<\($0)>") }) {
        keys += named[name] ?? ""
        rest = rest.dropFirst(name.count + 2)
      } else {
        keys.append(first)
        rest = rest.dropFirst()
      }
    }
    return keys
  }

  private static let named = ["Tab": "\t", "Up": "\u{1b}[A"]
}
