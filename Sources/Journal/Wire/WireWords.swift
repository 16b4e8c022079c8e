/// Which members of a record are the format's own, and which are people's words.
enum WireWords {
  /// Ids, numbers of records, and words of the format itself, at the top of a record.
  static let structural: Set = [
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
