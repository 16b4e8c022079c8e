import Outcomes
import Values

/// A channel's messages as Slack exports them: an array of objects, one file a day.
struct SlackExport {
  private(set) var meeting = ImportedMeeting(.slack)

  static func isLikely(_ text: String) -> Bool {
    let start = text.prefix(4_000).drop(while: \.isWhitespace)
    guard let first = start.first, first == "[" || first == "{" else { return false }
    return start.contains("\"ts\"") || start.contains("\"messages\"")
      || start.dropFirst().drop(while: \.isWhitespace).first.map { "{\"]".contains($0) } == true
  }

  init(_ text: String) throws(ImportedMeeting.Fault) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw ImportedMeeting.Fault(
        line: nil, words: "is no JSON that can be read: \(error). Export the channel again")
    }
    guard let messages = value.array ?? value["messages"]?.array else {
      throw ImportedMeeting.Fault(
        line: nil, words: "holds no list of messages: one file of a channel’s export is wanted")
    }
    let names = Self.names(value, messages)
    var lines: [SaidLine] = []
    for message in messages {
      lines += Self.lines(message, from: lines.count + 1, names)
    }
    meeting.take(lines)
    meeting.date = messages.lazy.compactMap { $0["ts"]?.string }.compactMap(Self.date).first
  }

  /// Names by user id: from the export's own list, or what each message says of its author.
  private static func names(_ value: JSONValue, _ messages: [JSONValue]) -> [String: String] {
    var names: [String: String] = [:]
    for user in value["users"]?.array ?? [] {
      if let id = user["id"]?.string { names[id] = name(user["profile"] ?? user) ?? id }
    }
    for message in messages {
      guard let id = message["user"]?.string, let profile = message["user_profile"] else {
        continue
      }
      names[id] = name(profile) ?? names[id] ?? id
    }
    return names
  }

  private static func name(_ profile: JSONValue) -> String? {
    for member in ["real_name", "display_name", "name"] {
      if let name = profile[member]?.string, !name.trimmed.isEmpty { return name.trimmed }
    }
    return nil
  }

  /// Joins, bots and empty messages are left out.
  private static func lines(
    _ message: JSONValue, from number: Int, _ names: [String: String]
  ) -> [SaidLine] {
    let subtype = message["subtype"]?.string
    guard subtype == nil || subtype == "thread_broadcast" || subtype == "file_share",
      let text = message["text"]?.string?.trimmed, !text.isEmpty, message["bot_id"] == nil
    else { return [] }
    let user = message["user"]?.string
    let speaker = user.map { names[$0] ?? $0 } ?? message["username"]?.string
    let lines = plain(text, names).split(whereSeparator: \.isNewline)
      .map { String($0).onOneLine.trimmed }.filter { !$0.isEmpty }
    return MessageLines.of(lines, speaker: speaker, from: number)
  }

  /// `<@U1>` by name, `<https://x|words>` as its words, and the three characters that are escaped.
  private static func plain(_ text: String, _ names: [String: String]) -> String {
    var plain = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      plain += rest[..<open]
      plain += link(rest[rest.index(after: open)..<close], names)
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    for (escaped, sign) in [("lt", "<"), ("gt", ">"), ("amp", "&")] {
      plain = plain.split(separator: "&\(escaped);", omittingEmptySubsequences: false)
        .joined(separator: sign)
    }
    return plain
  }

  private static func link(_ inside: Substring, _ names: [String: String]) -> String {
    let parts = inside.split(separator: "|", maxSplits: 1).map(String.init)
    let target = parts.first ?? ""
    if target.hasPrefix("@") { return names[String(target.dropFirst())] ?? parts.last ?? target }
    return parts.count == 2 ? parts[1] : target
  }

  /// Seconds since 1970 with a fraction: `1795168800.000200`.
  private static func date(_ stamp: String) -> CalendarDate? {
    guard let seconds = stamp.split(separator: ".").first.flatMap({ Int64($0) }),
      (0...253_402_300_799).contains(seconds)
    else { return nil }
    return Instant(milliseconds: seconds * 1000).date(offsetSeconds: 0)
  }
}
