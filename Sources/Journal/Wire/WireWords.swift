/// Which members of a record are the format's own, and which are people's words.
enum WireWords {
  /// Whether a member at the top of a record of this type is the format's own.
  static func isStructural(_ name: String, of type: String?) -> Bool {
    // How a step was left is a word of the format; how a signature came is told in anybody's words.
    structural.contains(name) && !(name == "how" && type == "signoff.given")
  }

  /// Ids, numbers of records, and words of the format itself, at the top of a record.
  private static let structural: Set = [
    "n", "at", "type", "done", "again", "redacted", "huddle", "session", "tz", "offset", "today",
    "app", "id", "version", "sha256", "person", "roles", "role", "step", "q", "item", "into",
    "targets", "via", "how", "verdict", "given", "kind", "state", "status", "rev", "by", "turn",
    "outcome", "action", "minutes", "writer", "away", "content_sha256", "renamed",
  ]

  /// Members that hold entries, each an object with members of its own.
  static let entryLists: Set = ["people", "items", "ballots", "counts"]

  /// The same in the entries of `people`, `items`, `ballots` and `counts`.
  static let structuralInside: Set = [
    "id", "by", "group", "members", "src", "person", "roles", "item", "votes",
  ]
}
