/// What a sentence of minutes may be about, by the words in it: all of them are looked for in one go.
///
/// A long text is asked for dozens of turns of speech in each sentence, of which hardly any is there.
/// A cue only says where to look: that the words are meant so is for the reading itself to tell.
struct SentenceCues: OptionSet {
  let rawValue: UInt16

  static let wish = SentenceCues(rawValue: 1)
  static let bidding = SentenceCues(rawValue: 2)
  static let undertaking = SentenceCues(rawValue: 4)
  static let request = SentenceCues(rawValue: 8)
  static let decision = SentenceCues(rawValue: 16)
  static let motion = SentenceCues(rawValue: 32)
  static let carried = SentenceCues(rawValue: 64)
  static let done = SentenceCues(rawValue: 128)
  /// Who does what: without one of these, nobody is given anything.
  static let duty = SentenceCues(rawValue: 256)

  /// In small letters, and as few as tell.
  private static let words: [(String, SentenceCues)] = [
    (" to ", .duty), (" will ", .duty), (" should ", .duty), (" must ", .duty), (" shall ", .duty),
    (" can ", .duty), (" could ", .duty), ("'ll ", .duty), ("’ll ", .duty),
    (" would ", [.wish, .undertaking, .duty]), (" asked ", .bidding), (" instructed ", .bidding),
    (" tasked ", .bidding), (" directed ", .bidding), (" is going to ", .undertaking),
    (" volunteered to ", .undertaking), (" promised to ", .undertaking),
    (" agreed to ", .undertaking), (" offered to ", .undertaking), (" undertook to ", .undertaking),
    (" asked to ", .undertaking), (" action to ", .undertaking), (" actioned to ", .undertaking),
    ("please ", .request), ("can you ", .request),
    ("could you ", .request), ("agree", .decision), ("decide", .decision), ("resolve", .decision),
    ("concluded", .decision), ("vote", [.decision, .motion, .carried]), ("consensus", .decision),
    ("seconded", [.decision, .motion]), (" move", .motion), ("motion", [.motion, .carried]),
    ("carried", .carried), ("passed", .carried), ("unanim", .carried), ("approved", .carried),
    ("in favo", .carried), ("yes", .carried), ("ayes", .carried), ("defeated", .carried),
    ("withdrawn", .carried), ("no second", .carried), ("done", .done), ("✓", .done), ("✔", .done),
  ]
  private static let search = WordSearch(words.map(\.0))
  private static let meanings: [SentenceCues] = words.map(\.1)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Of a sentence in small letters.
  init(in folded: String) {
    var cues: SentenceCues = []
    for word in Self.search.words(in: folded) { cues.formUnion(Self.meanings[word]) }
    self = cues
  }
}
