import Values

/// The same notes in an editor of plain text, with the fewest keys that one needs there.
///
/// Arrows, Enter, cutting a line, putting it back, and a search that three letters and Enter
/// satisfy. It is dealt with kindly: a pasted chat stays as it is, with its greetings; nothing is
/// checked, nothing is asked, and dates are left as they were said.
struct PlainEditor {
  private var lines: [String] = [""]
  private var row = 0
  private var voted: Set<String> = []
  /// Keys so far, the words among them.
  private(set) var keys = 0

  /// Types the notes of a session, from the records of its file, in their order.
  init(_ hour: Hour, _ journal: String) {
    let typed = hour.steps.flatMap(\.kept)
    keys += hour.steps.count { $0.verb == .paste } * 2
    for line in journal.split(separator: "\n") {
      guard let record = try? JSONValue(parsing: Array(line.utf8)) else { continue }
      note(record, typed)
    }
    countVotes()
    handOut()
  }

  private mutating func note(_ record: JSONValue, _ typed: [String]) {
    switch record["type"]?.string {
    case "items.added": for item in record["items"]?.array ?? [] { add(item, typed) }
    case "item.moved":
      for id in record["items"]?.array ?? [] {
        move(id.string ?? "", below: record["into"]?.string)
      }
    case "ballot.cast": vote(record["ballots"]?.array ?? [])
    case "answer.set": add("answer \(record["q"]?.string ?? "")", keys: 1)
    case "outcome.read", "item.edited":
      // A mark, or the doubt, behind the line that it is about.
      go(to: record["outcome"]?.string ?? record["item"]?.string ?? "")
      keys += 2
    case "person.left": keys += 2
    default: break
    }
  }

  /// A line at the end; who said it stands before it, and that is more than the words.
  private mutating func add(_ item: JSONValue, _ typed: [String]) {
    let id = item["id"]?.string ?? ""
    let text = item["text"]?.string ?? ""
    let isPasted = !typed.contains { $0.contains(text) || text.isEmpty }
    let name = item["by"] == nil ? 0 : "Ana: ".count
    add(id, keys: isPasted ? 0 : name + 1)
    for member in item["members"]?.array ?? [] { move(member.string ?? "", below: id) }
  }

  private mutating func add(_ line: String, keys price: Int) {
    if row != lines.count - 1 { keys += 1 }
    lines.insert(line, at: lines.count - 1)
    row = lines.count - 1
    keys += price
  }

  /// To the line, cut it, to its new place, put it back.
  private mutating func move(_ id: String, below other: String?) {
    go(to: id)
    keys += 2
    lines.remove(at: row)
    guard let other, let place = lines.firstIndex(of: other) else {
      lines.insert(id, at: lines.count - 1)
      return
    }
    walk(to: place + 1)
    lines.insert(id, at: place + 1)
  }

  /// One line a person, or one for all hands.
  private mutating func vote(_ ballots: [JSONValue]) {
    add("ballot", keys: 1)
    voted.formUnion(ballots.flatMap { $0["value"]?.array ?? [] }.compactMap(\.string))
  }

  private mutating func go(to line: String) {
    if let place = lines.firstIndex(of: line) { walk(to: place) }
  }

  /// By arrows, or by a search: a key that begins it, three letters, Enter.
  private mutating func walk(to place: Int) {
    keys += min(abs(place - row), 5)
    row = place
  }

  /// Somebody counts the dots; the sums go behind the themes.
  private mutating func countVotes() {
    for theme in voted.sorted() {
      go(to: theme)
      keys += 2
    }
  }

  /// Marks the agreements and actions, and copies them.
  private mutating func handOut() { keys += 4 }
}
