import Console
import Documents
import Journal
import Values

extension Subcommand {
  static let prepareLibrary = Subcommand(
    "init", "[DIR]", most: 1, summary: "make a folder ready for sessions, also one that git keeps",
    example: "huddle init workshops"
  ) { invocation, world in
    let given = invocation.operands.first
    let folder = given ?? world.sessionsFolder
    let made = try Failure.from { () throws(JournalError) in
      try SessionLibrary(folder).prepare()
    }
    let report = LibraryReport(made, folder, isElsewhere: given != nil)
    world.output.lines(report.lines)
    return 0
  }
}

/// What making a library ready came to, in words.
struct LibraryReport {
  let lines: [StyledText]

  init(_ made: SessionLibrary.Preparation, _ folder: String, isElsewhere: Bool) {
    let path = ShellText.word(Files.wholePath(folder))
    var lines: [StyledText] = [
      made.madeFolder
        ? "Made \(folder), for you alone (0700)." : "\(folder) is there, and stays as it is."
    ]
    switch made.attributes {
    case .made: lines.append("Made .gitattributes: git keeps each session whole.")
    case .there: lines.append(".gitattributes is there, with the line for sessions.")
    case .lacking:
      lines.append(
        StyledText(
          ".gitattributes is there without this line; add it, or git may join two sessions’ lines: "
            + SessionLibrary.attributes.trimmed, .warn))
    }
    if let mode = made.looseMode {
      let octal = "0" + String(mode, radix: 8)
      lines.append(
        StyledText("Others can look into it (mode \(octal)): chmod 700 \(path)", .warn))
    }
    if isElsewhere {
      lines.append("Sessions go there with --folder, or from now on in this shell with:")
      lines.append("  export HUDDLE_FOLDER=\(path)")
    }
    self.lines = lines
  }
}
