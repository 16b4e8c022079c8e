import Values

extension JournalError: CustomStringConvertible {
  /// The error for people: where, what, and how to mend it.
  ///
  /// One line, whatever stands in a path.
  package var description: String { words.withoutLineBreaks }

  private var words: String {
    wordsOnContent ?? wordsOnBeginning ?? wordsOnChoice ?? wordsOnSaving ?? wordsOnOpening
      ?? "\(path): \(problem)"
  }

  /// The error for people who only look: what is not shown, and where to find out more.
  package var wordsWhileReading: String {
    switch problem {
    case .damaged, .outOfOrder:
      "\(finding); what can be read is shown, huddle verify says what is lost"
    case .readOnly(let line, let what):
      "\(path.withoutLineBreaks):\(line): \(what) is from a newer huddle; what this one knows is shown"
    default: description
    }
  }

  /// What was found where, and nothing on what to do about it.
  package var finding: String {
    switch problem {
    case .damaged(let line, let fault): "\(path.withoutLineBreaks):\(line): \(fault)"
    case .outOfOrder(let line, let number, let expected):
      "\(path.withoutLineBreaks):\(line): record \(number) where \(expected) is due"
    default: description
    }
  }

  private var wordsOnOpening: String? {
    switch problem {
    case .missing: "\(path): there is no such file"
    case .notAFile:
      "\(path) is not a plain file (a link, a folder or a device); name the file itself"
    case .unfitName:
      "\(path): its name has a control character or is no text, so it is left out; rename it"
    case .alreadyThere: "\(path) is there already; go on with it (huddle resume) or move it away"
    case .locked: "\(path): another huddle has this session open; leave it there first (/quit)"
    case .followUpsHeld:
      "\(path): another huddle is writing an answer down there; nothing was written, so do it again"
    case .cannotCreate(let operation, let reason):
      "\(path): cannot \(operation): \(reason); nothing was begun"
    case .cannotCopy(let operation, let reason):
      "--also \(path): cannot \(operation): \(reason); name another folder, or leave --also out"
    case .copyHeld(let copy):
      "--also \(path): another huddle has \(copy) open; leave it there first (/quit), or name another "
        + "folder"
    case .copyDiffers(let copy):
      "--also \(path): \(copy) holds what this session does not: somebody went on with that copy, or "
        + "changed it. Nothing was changed. huddle resume \(ShellWord.quoted(copy)) goes on there; "
        + "otherwise move it away, or name another folder"
    case .copyKeeps(let copy, let records):
      "--also \(path): \(copy) is this session as it was before "
        + "\(records.count.agreeing("record", "records")) "
        + "\(records.map(String.init).joined(separator: ", ")) lost \(records.count.agreeing("its", "their")) "
        + "words. Nothing was changed. Remove that copy, and it is written anew without them"
    case .changedMeanwhile:
      "\(path): another program changed it, or put another file in its place, just now; it is as that "
        + "program left it. Look at it (huddle show), and do this again"
    case .cannotUse(let operation, let reason): "\(path): cannot \(operation): \(reason)"
    default: nil
    }
  }

  private var wordsOnSaving: String? {
    switch problem {
    case .notSaved(let operation, let reason):
      "NOT saved: cannot \(operation) \(path): \(reason); make room and press Enter again"
    case .halted(let operation, let reason):
      "NOT saved: cannot \(operation) \(path): \(reason); leave and run huddle resume, "
        + "which reads what is really on the disk"
    case .moved(let rescued):
      "NOT saved: \(path) was moved, replaced or changed by another program; \(rescued.news)"
    case .movedAndLost(let reason):
      "NOT saved: \(path) was moved, replaced or changed by another program, and nothing could "
        + "be written beside it: \(reason); make room and press Enter again"
    case .tooLong(let bytes):
      "NOT saved: this is \(bytes) bytes; a record has \(RecordCodec.longestLine) at most, "
        + "so paste it in parts"
    case .notWritable(let type, let why):
      "NOT saved: \(type) would not read back from \(path): \(why); please report this"
    default: nil
    }
  }

  private var wordsOnContent: String? {
    switch problem {
    case .damaged(let line, let fault):
      "\(path):\(line): \(fault); nothing was changed; huddle verify says what is lost, "
        + "huddle reseal accepts a line edited by hand"
    case .outOfOrder(let line, let number, let expected):
      "\(path):\(line): record \(number) where \(expected) is due; two copies were joined or "
        + "lines are missing; nothing was changed; huddle verify says what is lost"
    case .readOnly(let line, let what):
      "\(path):\(line): \(what) is from a newer huddle; this one reads the file "
        + "but does not add to it"
    case .noNextRevision:
      "\(path): nothing was written: an answer of the same person beside it has the highest \"rev\" "
        + "that there is, so none can count after it; huddle writes no such line, so take it out"
    case .closed: "\(path): this session is closed; nothing is added to it"
    default: nil
    }
  }

  private var wordsOnBeginning: String? {
    switch problem {
    case .empty:
      "\(path) holds no whole line: it was cut off while it was begun or copied; "
        + "take it from a copy, or remove it"
    case .headless(let why):
      "\(path):1: \(why); without its first line nothing of it can be shown; "
        + "huddle verify says what is lost"
    case .notASession:
      "\(path) is not a huddle session: its first line is not session.opened"
    case .unpinned:
      "\(path) was cut off behind its first line: playbook and answers are missing; "
        + "take it from a copy, or remove it"
    case .newerFormat(let version):
      "\(path) was written by a newer huddle (version \(version) of the format, this one reads "
        + "\(RecordCodec.version)); nothing was changed; that huddle opens it"
    default: nil
    }
  }

  private var wordsOnChoice: String? {
    switch problem {
    case .unknownName(let name, let nearest):
      "no session \"\(name)\" in \(path)"
        + (nearest.map { "; did you mean \($0)?" } ?? "; huddle list shows them")
    case .ambiguousName(let name, let names):
      "\"\(name)\" is the beginning of several: \(names.map(JournalPath.stem).joined(separator: ", ")); "
        + "write more of it"
    case .severalOpen(let project, let names):
      "\(project) has \(names.count) open sessions: "
        + "\(names.map { "huddle resume \($0)" }.joined(separator: ", "))"
    case .sameSession(let other):
      "\(path) holds the same session as \(Folder.name(of: other)), so it is not counted; if both "
        + "went on, see what each says (huddle show), and move one of them away"
    case .emptyLibrary: "there is no session in \(path) yet; begin one with huddle run"
    case .cannotReseal(let line, let why):
      "\(path):\(line): \(why); nothing was changed; mend this line in an editor and reseal again, "
        + "or take the file from a copy (git, a backup, --also)"
    case .cannotRedact(let number, let why): "\(path): record \(number) cannot be redacted: \(why)"
    default: nil
    }
  }
}

extension String {
  /// Line breaks as their picture, so that a path cannot make a second line of a message.
  fileprivate var withoutLineBreaks: String {
    String(map { $0.isNewline ? "\u{2424}" : $0 })
  }
}
