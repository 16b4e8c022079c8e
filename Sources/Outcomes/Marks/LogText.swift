import Values

/// The lines of a log as they were typed, without what a mail, a page or a document put around them.
///
/// Logs are seldom handed on as a client wrote them: they stand quoted in notes (`> 15:00 <ana> …`),
/// indented in a page's source, or wrapped at 72 columns in a mail. Here each thing said is one line
/// again, under the number of the line on which it begins.
struct LogText {
  struct Line {
    let number: Int
    var text: String
    /// Whether an empty line stands in front.
    var isAfterGap: Bool
    /// Whether a mail program broke it: such lines keep their space at the end (RFC 3676).
    var isSoft = false
  }

  private(set) var lines: [Line] = []
  /// Minutes of a scribe’s program, as a browser for text puts them into a mail: each paragraph is
  /// one thing, whatever the lines’ length.
  private var isDump = false

  init(_ text: String) {
    var number = 0
    var isAfterGap = false
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      var line = raw
      while line.last == " " { line = line.dropLast() }
      let isSoft = raw.count == line.count + 1 && line.count >= 60
      if line.allSatisfy(\.isWhitespace) {
        isAfterGap = true
        continue
      }
      for piece in FlatLog.lines(line) {
        lines.append(Line(number: number, text: piece, isAfterGap: isAfterGap, isSoft: isSoft))
        isAfterGap = false
      }
    }
    uncode()
    unmark()
    unquote()
    dedent()
    join()
  }

  // MARK: Marked up

  /// Pages in Markdown keep a log as code, so that nothing in it is taken for a mark of theirs:
  /// ``16:05 `<ana>` \#topic Rooms``, or the whole line between strokes.
  private mutating func uncode() {
    let plain = lines.map { Self.withoutCode($0.text) }
    let isCoded = plain.lazy.compactMap(\.self).filter { ChannelLog.said($0.trimmed) != nil }
    guard isCoded.prefix(3).count == 3 else { return }
    for place in lines.indices { lines[place].text = plain[place] ?? lines[place].text }
  }

  private static func withoutCode(_ text: String) -> String? {
    guard text.firstRange(of: "`<") != nil || text.trimmed.hasPrefix("`") else { return nil }
    var plain = text.filter { $0 != "`" }
    // A stroke at the end breaks the line there.
    if plain.hasSuffix("\\") { plain.removeLast() }
    for sign in ["#", "*", "_"] {
      plain = plain.components("\\" + sign).joined(separator: sign)
    }
    return plain.withoutLinks
  }

  /// Pages that are made of a log set who speaks and what was resolved in stars, and hang classes
  /// on it: `> ***Resolution #4: ship it*** {: #resolution4 .resolution}`.
  private mutating func unmark() {
    let isPage = lines.contains { $0.text.hasSuffix("}") && $0.text.contains("{: ") }
    for place in lines.indices {
      var text = lines[place].text[...]
      if isPage, let open = text.firstRange(of: "{:"), text.hasSuffix("}") {
        text = text[..<open.lowerBound]
      }
      if isPage, text.hasPrefix("> *") { text = text.dropFirst(2) }
      // A wiki indents by a colon.
      if text.hasPrefix(": ") { text = text.dropFirst(2) }
      lines[place].text = Self.withoutStars(Self.withoutTicks(text.endTrimmed))
    }
    lines.removeAll { $0.text.isEmpty }
  }

  /// `**Ana:** text` → `Ana: text`, `***Action #1: …***` → `Action #1: …`, `**RESOLVED: …**` →
  /// `RESOLVED: …`, `**Resolution** ship it` → `Resolution: ship it`.
  private static func withoutStars(_ text: Substring) -> String {
    // `*[NEW]* *ACTION:* Ana to …`: a mail program’s stars for what was bold.
    if text.hasPrefix("*["), let close = text.firstRange(of: "]*"),
      let marker = text.firstRange(of: "*ACTION:*"), close.upperBound <= marker.lowerBound
    {
      let status = text[..<close.lowerBound].dropFirst()
      return "\(status)] ACTION: \(text[marker.upperBound...].trimmed)"
    }
    let stars = text.prefix { $0 == "*" }
    let body = text[stars.endIndex...]
    guard (1...3).contains(stars.count), let close = body.firstRange(of: String(stars)) else {
      return String(text)
    }
    let inner = body[..<close.lowerBound]
    let isNumbered = ["Resolution #", "Action #"].contains(where: inner.hasPrefix)
    // In a resolution there may be stars too: the last ones close it.
    if isNumbered || isMark(String(inner)), body.hasSuffix(stars) {
      return String(body.dropLast(stars.count))
    }
    let rest = body[close.upperBound...]
    if ["Resolution", "Resolved", "Decision"].contains(inner), rest.first == " ",
      rest.dropFirst().first?.isLetter == true
    {
      return inner + ":" + rest
    }
    guard inner.hasSuffix(":"), inner.first?.isWhitespace == false else { return String(text) }
    return String(inner + rest)
  }

  /// `''ACTION:'' ana to send it` → `ACTION: ana to send it`, as MoinMoin and MediaWiki set it.
  private static func withoutTicks(_ text: Substring) -> Substring {
    let head = text.prefix { $0 == " " || $0 == "*" }
    let body = text[head.endIndex...]
    guard body.hasPrefix("''"), let close = body.dropFirst(2).firstRange(of: "''") else {
      return text
    }
    let inner = body.dropFirst(2)[..<close.lowerBound]
    guard inner.hasSuffix(":"), !inner.contains(" ") else { return text }
    return Substring(head + inner + body[close.upperBound...])
  }

  // MARK: Quoted

  /// A quoted line is kept as it is where what it quotes is no line of a log: `> they wrote this`.
  private mutating func unquote() {
    guard lines.contains(where: { $0.text.hasPrefix("> ") }) else { return }
    let bold = lines.filter { Self.bold($0.text.dropFirst(2)) != nil }.count
    var isInside = false
    for place in lines.indices {
      let text = lines[place].text
      guard text.hasPrefix("> ") else {
        isInside = isInside && text == ">"
        lines[place].text = Self.withoutEmphasis(text)
        continue
      }
      let inner = text.dropFirst(2)
      if bold > 2, let said = Self.bold(inner) {
        lines[place].text = said
        continue
      }
      let isSaid = ChannelLog.said(String(inner)) != nil
      isInside = isSaid || isInside && inner.first == " "
      if isInside { lines[place].text = String(inner) }
    }
  }

  /// `**ana** text` → `<ana> text`, as pages in Markdown show a log.
  private static func bold(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }
    guard text.hasPrefix("**"), let close = text.dropFirst(2).firstRange(of: "** ") else {
      return nil
    }
    let nick = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound]
    guard !nick.isEmpty, nick.allSatisfy({ !$0.isWhitespace && $0 != ":" }) else { return nil }
    return "<\(nick)> \(withoutStars(text[close.upperBound...]))"
  }

  /// `__ana:__ text` → `ana: text`, in the same pages.
  private static func withoutEmphasis(_ text: String) -> String {
    let rest = text.drop { $0 == " " }
    guard rest.hasPrefix("__"), let close = rest.dropFirst(2).firstRange(of: ":__ ") else {
      return text
    }
    let name = rest[rest.index(rest.startIndex, offsetBy: 2)..<close.lowerBound]
    return name.contains(" ") ? text : "\(name): \(rest[close.upperBound...])"
  }

  // MARK: Indented

  /// Takes away as many spaces as stand in front of what somebody said.
  private mutating func dedent() {
    let said = lines.lazy.filter { $0.text.first == " " }
      .filter { ChannelLog.inAngles($0.text.drop { $0 == " " }) != nil }
    guard let indent = said.map({ Self.indent($0.text) }).min(), indent > 0,
      !lines.contains(where: { ChannelLog.inAngles($0.text[...]) != nil && $0.text.first != " " })
    else { return }
    isDump = lines.contains {
      $0.text.contains("scribe.perl") || $0.text.contains("[End of minutes]")
    }
    for place in lines.indices {
      let own = min(indent, Self.indent(lines[place].text))
      lines[place].text = String(lines[place].text.dropFirst(own))
    }
  }

  private static func indent(_ text: String) -> Int { text.prefix { $0 == " " }.count }

  // MARK: Wrapped

  /// Puts together what a mail or MeetBot's minutes broke at the right margin: a line that has no
  /// room for the next one's first word was not ended by whoever wrote it.
  private mutating func join() {
    let width = isDump ? 0 : margin
    var joined: [Line] = []
    var room = 0
    var isSoft = false
    /// How far the mark is indented whose further lines hang below it.
    var hang: Int?
    /// How far the item is indented that the last line is in.
    var item: Int?
    /// How far the mark is indented that begins a paragraph of its own.
    var paragraph: Int?
    for line in lines {
      let next = line.text.drop { $0 == " " || $0 == "\t" }
      let word = next.prefix { !$0.isWhitespace }
      let own = line.text.count - next.count
      let isFull = width.map { room + 1 + word.count > $0 } ?? false
      let hangs = hang.map { own > $0 && Self.isOpen(String(next)) } ?? false
      // In a list, what is not an item of its own is the last one’s.
      let isOfItem = item.map { $0 > 0 && own >= $0 } ?? false
      let tells = hang != nil && Self.isStanding(String(next))
      // In a text that was wrapped, a paragraph that begins with a mark is one thing.
      let isParagraph = paragraph == own && room * 2 > width ?? .max && Self.isOpen(String(next))
      if let last = joined.last, !line.isAfterGap,
        hangs || tells || isParagraph
          || (isFull || isSoft || isOfItem) && Self.goesOn(last.text, String(next))
      {
        joined[joined.count - 1].text += " " + next
      } else {
        joined.append(line)
        let list = ListMark(line.text)
        item = list.isListed ? own : nil
        let said = ChannelLog.said(String(next))?.text ?? list.text
        let isMark = Self.isMark(said)
        hang = isMark ? own : nil
        paragraph = isMark && line.isAfterGap ? own : nil
      }
      room = line.text.count
      isSoft = line.isSoft
    }
    lines = joined
  }

  /// Where the lines end, if they were wrapped at all; addresses may be longer than the margin.
  private var margin: Int? {
    var widest = 0
    var full = 0
    let counts = lines.lazy.filter { !$0.text.contains("://") }.map(\.text.count)
    for count in counts {
      guard count <= 100 else { return nil }
      widest = max(widest, count)
    }
    guard widest >= 60 else { return nil }
    for count in counts where count > widest - 14 { full += 1 }
    return full >= 3 ? widest : nil
  }

  private static func goesOn(_ last: String, _ next: String) -> Bool {
    guard let first = next.first, isOpen(next) else { return false }
    let isMarked = last.last == ")" || last.last == "]"
    let ends =
      last.last.map { ".!?:".contains($0) } ?? true
      || isMarked && TrailingMark(last, KnownNames()) != nil
    if ends, first.isUppercase || first == " " { return false }
    return true
  }

  /// Whether a line may go on with another: it is no item, no heading, and nobody says it.
  private static func isOpen(_ next: String) -> Bool {
    guard let first = next.first else { return false }
    if "<*•◦▪–|#>=+".contains(first) || next.hasPrefix("...") || first == "…" { return false }
    if next.hasPrefix("- ") || ListMark(next).isListed { return false }
    if Keyword.status(of: next) != nil { return isStanding(next) }
    if ChannelLog.said(next) != nil || isMark(next) { return false }
    let word = next.prefix { !$0.isWhitespace }
    let markers = ["ACTION", "RESOLVED", "PROPOSED", "AGREED", "PENDING", "DONE", "NEW", "DROPPED"]
    if markers.contains(String(word)) { return false }
    if MinutesMarker.heading(next, isListed: false)?.kind != nil { return false }
    // `Rhys: …` is somebody else; `16:05:00)` is not.
    return !(first.isLetter && word.last == ":")
  }

  /// `[DONE] [recorded in …`, which tells of what stands before it; `[NEW] ACTION: …` is another.
  private static func isStanding(_ next: String) -> Bool {
    guard let status = Keyword.status(of: next) else { return false }
    return ScribeStanding.words.contains(status.word)
      && (status.rest.isEmpty || status.rest.first == "[")
  }

  /// `ACTION: …`, `Decision – …`, with words behind it.
  private static func isMark(_ text: String) -> Bool {
    MinutesMarker(text).map { !$0.text.isEmpty } ?? false
  }
}

extension Substring {
  fileprivate var endTrimmed: Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
