import Values

/// Actions and decisions in minutes as people write them: suggestions, to be offered one by one.
///
/// `Decision: …`, `To do Bo: …`, `Ana to send … by Friday`, `I'll book the train`, lists under
/// “Action items” and “Decisions”. Prose is no form, so it errs: nothing found here is ever taken
/// without being asked for.
package struct MinutesText {
  package private(set) var marks: [Mark] = []
  /// Who is there, as the notes name them.
  package private(set) var people: [String] = []

  /// What was found already, so that what is said twice counts once.
  private var seen: Set<String> = []
  private var known: KnownNames
  /// How many are listed as being there.
  private var listed = 0
  private var section: Mark.Kind?
  /// What the next line is, where a heading says so of that line alone.
  private var next: Mark.Kind?
  /// How far the first line of the list is indented: what stands further in belongs to it.
  private var indent: Int?
  private var table: MinutesTable?
  /// The last line of the table: an empty one ends it.
  private var row = 0
  /// Whose the list is that stands below a name.
  private var holder: (name: String, indent: Int)?
  /// Who was called the owner, and where, of an action that is not told yet.
  private var called: (names: [String], line: Int)?
  /// What was moved, and is not carried yet.
  private var motion: MinutesMotion?
  /// What was proposed in a word of its own, and is not resolved yet.
  private var proposed: Mark?
  /// What was said last: a mark alone on the next line says whose it is.
  private var last: (sentence: String, line: SaidLine)?
  /// The lines of marks that only say whose the sentence in front of them is.
  private(set) var trailing: Set<Int> = []

  /// `people` are known beforehand: those in the room.
  package init(_ lines: [SaidLine], people: [String] = []) {
    known = KnownNames(people)
    let lines = lines.map(\.bySpeaker)
    var roll = MinutesRoll()
    for line in lines {
      if let found = roll.take(line) {
        listed += found.names.count
        for name in found.names { found.isThere ? add(name) : known.add(name) }
      } else {
        meet(line)
      }
    }
    for (name, nick) in MinutesRoll.nicks(lines) {
      known.add(nick)
      known.add(name)
    }
    for (place, line) in lines.enumerated() {
      interpret(byKnown(line), below: place + 1 < lines.count ? lines[place + 1].text : "")
    }
    marks.nameLate(known)
  }

  /// The same from notes in one piece.
  package init(_ text: String, people: [String] = []) {
    self.init(
      LogText(text).lines.map { SaidLine($0.number, nil, $0.text) }, people: people)
  }

  /// What is found beyond what somebody marked.
  func marks(besides marked: [Mark]) -> [Mark] {
    let lines = Set(marked.map(\.line))
    return marks.filter { !lines.contains($0.line) }
  }

  // MARK: Who is there

  /// `ana: I will send it`, where Ana is known to be there.
  private func byKnown(_ line: SaidLine) -> SaidLine {
    guard line.speaker == nil, let colon = line.text.firstIndex(of: ":") else { return line }
    let head = line.text[..<colon].trimmed
    let rest = line.text[line.text.index(after: colon)...]
    guard rest.first == " ", head.allSatisfy(\.isLetter), known.contains(head) else { return line }
    return SaidLine(line.number, known.spelling(of: head), rest.trimmed)
  }

  private mutating func meet(_ line: SaidLine) {
    if let speaker = line.speaker { add(speaker) }
    let roll = RollLine(line.text)
    if let list = roll.there { return addPeople(list) }
    // `Present      Ana Berg, Bo Lind`, as a table without lines has it.
    if let rest = Keyword.rest(of: "present", in: line.text),
      rest.hasPrefix("  ") || rest.first == "\t"
    {
      return addPeople(rest)
    }
    // Whoever could not come can be given something all the same.
    if let list = roll.away {
      let present = people
      addPeople(list)
      people = present
    }
  }

  /// Takes the names of `Rosa Lund (PM), Tom Berg and Uli. Apologies: Vera.`, up to the full stop.
  private mutating func addPeople(_ list: Substring) {
    for piece in RollLine.sentence(list).split(whereSeparator: { ",&;".contains($0) }) {
      let name = piece.prefix { !"(<[".contains($0) }
      // `E. Simpson (ES)`, `Eve Simpson [ES]`: minutes call her by her initials.
      let short = piece.drop { $0 != "(" && $0 != "[" }.dropFirst().prefix { !")]".contains($0) }
      if (2...4).contains(short.count), short.allSatisfy(\.isLetter) { known.add(String(short)) }
      for part in String(name).components(" and ") {
        let part = part.trimmed.first == "@" ? String(part.trimmed.dropFirst()) : part
        let words = part.split(separator: " ")
        guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isLetter == true })
        else { continue }
        add(part.trimmed)
        listed += 1
      }
    }
  }

  private mutating func add(_ name: String) {
    let name = name == name.uppercased() && name.count > 1 ? name.capitalisedWords : name
    if !known.contains(name) { people.append(name) }
    known.add(name)
  }

  // MARK: One line

  private static func indent(_ text: String) -> Int { text.prefix(while: \.isWhitespace).count }

  private mutating func interpret(_ line: SaidLine, below: String) {
    if line.number > row + 1 { table = nil }
    if let cells = MinutesTable.cells(line.text, isInside: table != nil, below: below) {
      row = line.number
      return takeRow(cells, line)
    }
    table = nil
    let list = ListMark(line.text)
    let own = Self.indent(line.text)
    // What is indented below it, it may head.
    let isAbove = Self.indent(below) > own
    // What stands further in below a box to tick belongs to it, ticked or not.
    if section != nil, list.isTask || list.isDone { indent = min(indent ?? own, own) }
    guard !list.isQuoted, !list.isDone else { return }
    let text = list.text
    if !list.isListed || holder.map({ own <= $0.indent }) == true { endHolder(list) }
    if text.isEmpty || MinutesSentence.isSignature(text) || names(text, line) { return }
    if settles(text, line) || takeTrailing(text, line, list) { return }
    if section == .action, let name = loneName(text) {
      holder = (name, list.isListed ? own : -1)
      indent = nil
      return
    }
    if line.speaker == nil,
      let heading = MinutesMarker.heading(text, isListed: list.isListed && !isAbove)
    {
      section = heading.kind
      indent = nil
      // `Action Point 3`: what it is stands on the next line.
      next = heading.isOfNext && !list.isListed ? heading.kind : nil
      return
    }
    let isNext = next != nil
    next = nil
    if let marker = MinutesMarker(text, known) {
      if marker.kind != section { section = nil }
      return take(marker, line)
    }
    if list.isTask { return takeListed(text, .action, line) }
    if let section, list.isListed {
      guard own <= indent ?? own else { return }
      indent = own
      return takeListed(text, section, line)
    }
    if let section, isNext { return takeListed(text, section, line) }
    if section == .action, !list.isListed, isDuty(text) { return takeListed(text, .action, line) }
    if !list.isListed { section = nil }
    // In a list that is no list of actions, `- Wei: will run it` is said by Wei.
    let said = list.isListed ? SaidLine(line.number, line.speaker, text).bySpeaker : line
    // What they say can be a mark: `* EB: ACTION bo to merge it`.
    if said.text != text, let marker = MinutesMarker(said.text, known) { return take(marker, said) }
    for sentence in MinutesSentence.split(list.isListed ? said.text : text) {
      last = (sentence, said)
      // `We need a page. Action: Ana to write it.`
      if let marker = MinutesMarker(sentence, known) {
        take(marker, said)
      } else {
        hear(sentence, said)
      }
    }
  }

  /// `Ana to send the draft.`, where each action is a line and none has a bullet.
  private func isDuty(_ text: String) -> Bool {
    let trust = text.hasPrefix("The ") ? LeadingNames.Trust.marked : .prose
    return LeadingNames(text, known: known, trust: trust).map { MinutesSentence.isDeed($0.rest) }
      ?? false
  }

  private mutating func endHolder(_ list: ListMark) {
    guard holder != nil else { return }
    holder = nil
    indent = nil
  }

  /// `Ana`, `@bo:` alone in a list of actions: what stands below is theirs.
  private func loneName(_ text: String) -> String? {
    let name = text.last == ":" ? text.dropLast().trimmed : text
    guard name.split(separator: " ").count <= 3 else { return nil }
    if name.first == "@", name.count > 1, !name.contains(" ") { return String(name.dropFirst()) }
    return known.contains(name) ? known.spelling(of: name) : known.sole(name)
  }

  private mutating func hear(_ words: String, _ said: SaidLine) {
    let sentence = MinutesSentence(words, known, said, hasList: listed > 2)
    if sentence.cues.contains(.motion), let moved = MinutesMotion(words, line: said.number) {
      motion = moved
    }
    if sentence.cues.contains(.carried) {
      if let moved = motion, MinutesMotion.isCarried(words), said.number - moved.line < 8 {
        append(
          Mark(.decision, moved.words, isExplicit: false, line: moved.line, speaker: said.speaker))
        motion = nil
        return
      }
      if MinutesMotion.isLost(words) { motion = nil }
    }
    if let mark = sentence.mark { append(mark) }
  }

  // MARK: Marks that stand behind

  /// `RESOLVED` alone, below `PROPOSED: …` and the votes for it.
  private mutating func settles(_ text: String, _ line: SaidLine) -> Bool {
    if let words = ScribeLog.proposal(in: text) {
      proposed = Mark(.decision, words, line: line.number, speaker: line.speaker)
      return false
    }
    guard let proposal = proposed, ScribeLog.settles(text) else { return false }
    proposed = nil
    append(proposal)
    return true
  }

  /// `Quotes to be obtained. ACTION: JG`, and `ACTION: JG` alone below it.
  private mutating func takeTrailing(_ text: String, _ line: SaidLine, _ list: ListMark) -> Bool {
    guard let mark = TrailingMark(text, known) else { return false }
    var said = SaidLine(line.number, line.speaker, mark.before).bySpeaker
    let sentences = MinutesSentence.split(said.text)
    guard var deed = sentences.last ?? last?.sentence else { return false }
    if sentences.isEmpty, let last {
      guard line.number - last.line.number <= 3, !list.isListed else { return false }
      said = last.line
    }
    last = nil
    trailing.insert(line.number)
    for sentence in sentences.dropLast() { hear(sentence, said) }
    if let found = MinutesSentence(deed, known, said, hasList: listed > 2).mark {
      append(found)
      if found.kind == .action, !found.owners.isEmpty { return true }
      deed = found.text
    }
    let action = OwnedAction(deed, known)
    let owners = !mark.owners.isEmpty ? mark.owners : action.owners
    let text = mark.owners.isEmpty || action.owners == mark.owners ? action.text : deed
    let speaker = said.speaker.flatMap { name in
      let isSomebody = known.contains(name) || NameWords.roles.contains(TextFolding.fold(name))
      return owners.isEmpty && isSomebody ? name : nil
    }
    append(
      Mark(
        .action, text, owners: speaker.map { [$0] } ?? owners, line: line.number,
        speaker: said.speaker))
    return true
  }

  // MARK: Tables, and owners on a line of their own

  private mutating func takeRow(_ cells: [String], _ line: SaidLine) {
    guard !MinutesTable.isRule(cells) else { return }
    guard let table else {
      table = MinutesTable(header: cells)
      return
    }
    if let kind = table.kind {
      guard let row = table.row(cells) else { return }
      if kind == .action, row.owners.isEmpty { return action(row.text, line) }
      append(Mark(kind, row.text, owners: row.owners, line: line.number))
    } else {
      for cell in cells {
        for sentence in MinutesSentence.split(cell) {
          hear(sentence, SaidLine(line.number, nil, cell))
        }
      }
    }
  }

  /// `Owner: @sarah. Due: Friday.` under the action that it is about.
  private mutating func names(_ text: String, _ line: SaidLine) -> Bool {
    guard let found = TrailingNames.called(in: text, known), found.before.isEmpty else {
      return false
    }
    guard let place = marks.indices.last, marks[place].kind == .action, marks[place].owners.isEmpty,
      (1...3).contains(line.number - marks[place].line)
    else {
      // Above the action that it is about.
      called = (found.owners, line.number)
      return false
    }
    marks[place].owners = found.owners.map(known.spelling)
    if !found.after.isEmpty { marks[place].text += " – " + found.after }
    return true
  }

  private mutating func append(_ mark: Mark) {
    var mark = mark
    mark.owners = mark.owners.map(known.spelling)
    mark.text = mark.text.trimmed
    while let last = mark.text.last, ".;,".contains(last) { mark.text.removeLast() }
    if let called, mark.kind == .action, mark.isExplicit, mark.owners.isEmpty,
      (1...2).contains(mark.line - called.line)
    {
      mark.owners = called.names.map(known.spelling)
      self.called = nil
    }
    guard !MinutesMarker.isNothing(mark.text), seen.insert(mark.sameness).inserted else { return }
    // Whoever was given something is known from then on.
    if mark.isExplicit { for owner in mark.owners { known.add(owner) } }
    marks.append(mark)
  }

  private mutating func take(_ marker: MinutesMarker, _ line: SaidLine) {
    guard !MinutesSentence.isOver(marker.text) else { return }
    guard marker.kind == .action else {
      // `Decision: what is it to be?` is none yet.
      let first = MinutesSentence.split(marker.text).first ?? ""
      guard !first.hasSuffix("?") else { return }
      append(Mark(marker.kind, marker.text, line: line.number, speaker: line.speaker))
      return
    }
    if marker.isList, let several = several(marker.text) {
      for said in several { action(said, line) }
    } else if !marker.owners.isEmpty {
      append(
        Mark(
          .action, marker.text, owners: marker.owners, line: line.number, speaker: line.speaker))
    } else {
      action(marker.text, line)
    }
  }

  /// `Actions: Ana to write; Bo to print`: each somebody’s.
  private func several(_ words: String) -> [String]? {
    let pieces = words.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    let isEachs = pieces.allSatisfy {
      let action = OwnedAction($0, known)
      return action.isInFront && !action.owners.isEmpty
    }
    return pieces.count > 1 && isEachs ? pieces : nil
  }

  private mutating func action(_ said: String, _ line: SaidLine) {
    let action = OwnedAction(said, known)
    let owners = action.owners.isEmpty ? holder.map { [$0.name] } ?? [] : action.owners
    let mark = Mark(.action, action.text, owners: owners, line: line.number, speaker: line.speaker)
    append(FirstPerson.named(mark))
  }

  private mutating func takeListed(_ text: String, _ kind: Mark.Kind, _ line: SaidLine) {
    guard !MinutesSentence.isOver(text) else { return }
    guard kind == .action else {
      let words = ActionMarker.withoutLabel(text)
      append(Mark(kind, words, line: line.number, speaker: line.speaker))
      return
    }
    action(text, line)
  }
}

extension Mark {
  fileprivate var sameness: String {
    "\(kind.rawValue) \(owners.joined(separator: ",")) \(TextFolding.fold(text))"
  }
}
