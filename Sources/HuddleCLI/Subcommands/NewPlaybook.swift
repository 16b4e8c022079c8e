import Console
import PlaybookLanguage
import Values

extension Subcommand {
  static let newPlaybook = Subcommand(
    "new", "ID", most: 1, summary: "begin a playbook of your own, in the folder you are in",
    example: "huddle new our-review"
  ) { invocation, world in
    try PlaybookBeginning(invocation.operands.first).write(world)
  }
}

/// A commented playbook as a file, which runs as it is.
struct PlaybookBeginning {
  private let id: String

  init(_ typed: String?) throws(Failure) {
    guard let typed else {
      throw Failure("How shall it be called? huddle new our-review", .usage)
    }
    let id = typed.hasSuffix(".yaml") ? String(typed.dropLast(5)) : typed
    guard Self.isID(id) else {
      throw Failure(
        "“\(typed)” cannot be a playbook’s name: small letters, digits, - and _, at most 64. "
          + "huddle new \(Slug.make(id)) would do.", .usage)
    }
    self.id = id
  }

  /// As the language wants an id.
  private static func isID(_ id: String) -> Bool {
    let isFit = id.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return isFit && (1...64).contains(id.utf8.count) && !id.hasPrefix("-")
  }

  func write(_ world: World) throws(Failure) -> Int32 {
    let path = "\(id).yaml"
    guard !Files.isTaken(path) else {
      throw Failure(
        "\(path) is there already and stays as it is. Take another name.", .cannotCreate)
    }
    try Files.write(StarterPlaybook.text(id: id), to: path, replacing: false)
    let next = [
      ("huddle check \(path)", "finds every mistake"), ("huddle run \(path)", "runs it"),
      ("huddle reference", "names all that a playbook can say"),
    ]
    world.say("\(path) is a whole meeting with comments. Change what you like, then:")
    world.output.lines(LabelledRows.lines(next, columns: world.columns))
    return 0
  }
}
