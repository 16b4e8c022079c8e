import Console
import Documents
import Journal
import Values

/// What a check of a session's file found, in words.
struct VerificationReport {
  let lines: [StyledText]

  init(_ verification: Verification) {
    let state = verification.isClosed ? "closed" : "open"
    var lines: [StyledText] = [
      StyledText(
        TerminalText.visibleLine(verification.path)
          + ": \(verification.recordCount.counted("record")), \(state)")
    ]
    if let unreadable = verification.unreadable {
      lines = [StyledText("\(unreadable)", .bad)]
    }
    lines += verification.lost.flatMap(Self.lines)
    lines += Self.runs(verification.missing).map { run in
      let words =
        run.count == 1
        ? "record \(run.lowerBound) is missing"
        : "records \(run.lowerBound) to \(run.upperBound) are missing"
      return StyledText(words, .bad)
    }
    lines += verification.misplaced.map {
      StyledText("record \($0.number) is out of place: \($0.why)", .bad)
    }
    lines += verification.editedPlaybooks.map {
      StyledText(
        "record \($0): the playbook’s text is not the one that was pinned (its sha256 is another); "
          + "what was signed before it was changed is void", .bad)
    }
    if verification.lacksEnd {
      lines.append(
        StyledText(
          "its end is missing: answers were given after it. Take the file from a copy (git, a backup, "
            + "--also)", .bad))
    }
    lines += verification.followUps.map { StyledText("follow-ups: \($0.finding)", .bad) }
    lines += Self.remedies(verification.followUps)
    switch verification.tail {
    case .clean, .unterminated: break
    case .torn(let bytes), .trailed(let bytes):
      lines.append(
        StyledText(
          "\(bytes.counted("byte")) of a write that was cut short; resume sets them aside", .warn))
    }
    lines += Self.remedy(verification)
    if verification.unreadable == nil, let newer = verification.newer {
      lines.append(
        StyledText("line \(newer.line): \(newer.what) is from a newer huddle; read only", .warn))
    }
    if let mode = verification.looseMode {
      lines.append(
        StyledText("others on this machine can read it (mode \(mode)): chmod 600", .warn))
    }
    if let mode = verification.looseFolderMode {
      lines.append(
        StyledText("others can look into its folder (mode \(mode)): chmod 700", .warn))
    }
    if verification.isSound {
      lines.append(
        StyledText("Sound: every line’s check sum and number is right.", .good))
    }
    self.lines = lines
  }

  /// A line that cannot be read: what is wrong with it, and what it says as far as it says anything.
  private static func lines(_ lost: Verification.LostLine) -> [StyledText] {
    guard let edited = lost.edited else {
      return [
        StyledText("line \(lost.line): \(lost.why)", .bad), StyledText("  \(lost.preview)", .bad),
      ]
    }
    return [
      StyledText("line \(lost.line) was edited by hand: \(lost.why)", .bad),
      StyledText("  now: \(GistText.of(edited))"),
    ]
  }

  /// Numbers that follow each other, together.
  private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  /// A file of follow-ups is mended as a session's is, by its path.
  private static func remedies(_ followUps: [JournalError]) -> [StyledText] {
    let files = followUps.filter { !$0.isWhollyUnreadable && $0.isDamage }.map(\.path)
    return files.enumerated().filter { !files[..<$0.offset].contains($0.element) }.map {
      StyledText(
        "huddle verify \(ShellText.word($0.element)) shows its lines, and how to mend them.")
    }
  }

  /// What to do about it.
  private static func remedy(_ verification: Verification) -> [StyledText] {
    guard !verification.lost.isEmpty else { return [] }
    // A session is found by its name, follow-ups only by their path.
    let stem = JournalPath.stem(verification.path).split(separator: "/").last.map(String.init) ?? ""
    let name = verification.isOfFollowUps ? verification.path : stem
    if verification.isMendedByReseal {
      return [
        StyledText(
          "Nothing is lost. If this is meant, huddle reseal \(ShellText.word(name)) accepts "
            + "the file as it is; if it is not, take the file from a copy (git, a backup, --also).")
      ]
    }
    return [
      "Nothing is added to it as it is. If somebody edited it by hand, mend that line and reseal "
        + "the file. A copy (git, a backup, --also) may hold what is lost; "
        + "huddle show shows the rest."
    ]
  }
}
