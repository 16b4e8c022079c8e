import Values

/// Words of a command line to an invocation; every refusal says what would have been right.
enum CommandParser {
  /// What stands before the command's name: options that every command has.
  static func leadingOptions(_ words: [String]) -> ArraySlice<String> {
    var count = 0
    while count < words.count, words[count].hasPrefix("-"), words[count] != "-" {
      count += words[count] == "--folder" ? 2 : 1
    }
    return words.prefix(min(count, words.count))
  }

  static func parse(_ words: [String]) throws(Failure) -> Invocation {
    let options = leadingOptions(words)
    let rest = words.dropFirst(options.count)
    guard let name = rest.first else {
      throw Failure("What shall I do? huddle help lists the commands.", .usage)
    }
    guard let subcommand = Subcommand.all.first(where: { $0.name == name }) else {
      throw unknown(name, "command", Subcommand.all.map(\.name), "huddle help lists them")
    }
    return try parse(options + rest.dropFirst(), for: subcommand)
  }

  /// The options and operands of a command.
  static func parse(
    _ words: ArraySlice<String>, for subcommand: Subcommand
  ) throws(Failure) -> Invocation {
    var invocation = Invocation(subcommand: subcommand)
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        invocation.operands += rest
        rest = []
      } else if word.hasPrefix("-"), word != "-" {
        try take(word, &rest, &invocation)
      } else {
        invocation.operands.append(word)
      }
    }
    guard invocation.operands.count <= subcommand.mostOperands else {
      let extra = invocation.operands[subcommand.mostOperands]
      throw Failure(
        "“\(extra)” is too much: huddle \(usage(subcommand)). "
          + "Words with spaces go in quotes.", .usage)
    }
    return invocation
  }

  private static func take(
    _ word: String, _ rest: inout ArraySlice<String>, _ invocation: inout Invocation
  ) throws(Failure) {
    if word == "-h" || word == "--help" {
      invocation.switches.insert("--help")
      return
    }
    let pieces = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let subcommand = invocation.subcommand
    guard let option = subcommand.options.first(where: { $0.name == pieces[0] }) else {
      throw unknown(
        pieces[0], subcommand.name.isEmpty ? "option" : "option of \(subcommand.name)",
        subcommand.options.map(\.name),
        "huddle help \(subcommand.name) lists them")
    }
    guard let value = option.value else {
      guard pieces.count == 1 else {
        throw Failure("\(option.name) takes no value.", .usage)
      }
      invocation.switches.insert(option.name)
      return
    }
    guard let given = pieces.count == 2 ? pieces[1] : rest.popFirst() else {
      throw Failure("\(option.name) needs a value: \(option.name) \(value).", .usage)
    }
    invocation.options[option.name] = given
  }

  private static func unknown(
    _ word: String, _ what: String, _ known: [String], _ list: String
  ) -> Failure {
    let near = NearestWord.find(word, in: known)
    return Failure(
      "There is no \(what) “\(word)”" + (near.map { ": did you mean \($0)?" } ?? "; \(list)."),
      .usage)
  }

  static func usage(_ subcommand: Subcommand) -> String {
    [subcommand.name, subcommand.operands].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
