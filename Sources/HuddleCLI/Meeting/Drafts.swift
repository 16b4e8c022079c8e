import Facilitation
import Journal
import Session
import Values

/// Half-typed answers by their place, kept on a disk as they are typed.
///
/// A line that was answered is no draft any more; one that brought a question back is, until that is
/// answered; and a command on the way leaves what stood there before it.
struct Drafts {
  private let file: DraftFile
  private(set) var texts: [Address: String]
  /// The line that brought the question back.
  private(set) var asked: (place: Address, line: String)?

  /// Why half-typed words could not be kept, until it is told.
  private var failure: String?
  private var hasFailed = false

  /// What waited when it was asked about at the close.
  private var askedAbout: [Address: String] = [:]

  /// Where it was told already that nothing is kept, a failure says nothing new.
  init(_ file: DraftFile, isResumed: Bool, isTold: Bool) {
    self.file = file
    hasFailed = isTold
    texts = isResumed ? file.load() : [:]
    for (key, text) in texts where key.question.hasSuffix(Self.cellMark) {
      texts[key] = nil
      leftInCell = (Self.place(ofCell: key), text)
    }
  }

  /// What was half typed for a cell when the meeting stopped, and the place of its table.
  private(set) var leftInCell: (place: Address, text: String)?

  /// Stands behind a table's question in the file, where the words are for one of its cells.
  private static let cellMark = ".cell"

  private static func cell(at place: Address) -> Address {
    Address(place.question + cellMark, items: place.items, person: place.person)
  }

  private static func place(ofCell key: Address) -> Address {
    Address(
      String(key.question.dropLast(cellMark.count)), items: key.items, person: key.person)
  }

  /// Half-typed words for a question back, kept for the place behind it: a kill takes the question
  /// away, and not the words.
  private var aside: (place: Address, text: String)?

  subscript(place: Address) -> String? { texts[place] }

  /// Nil once the question back is answered.
  mutating func setAside(_ text: String?, at place: Address, isCell: Bool = false) {
    guard aside?.text != text else { return }
    aside = text.map { (place, $0) }
    var all = texts
    let key = isCell ? Self.cell(at: place) : place
    if let aside, all[key] == nil { all[key] = aside.text }
    store(all)
  }

  mutating func set(_ text: String?, at place: Address) {
    guard texts[place] != text else { return }
    texts[place] = text
    store(texts)
  }

  private mutating func store(_ all: [Address: String]) {
    do throws(JournalError) {
      try file.store(all)
    } catch {
      guard !hasFailed else { return }
      hasFailed = true
      failure = "\(error.path)"
      if case .notSaved(let operation, let reason) = error.problem {
        failure = "\(operation) \(error.path): \(reason)"
      }
    }
  }

  /// Why words could not be kept, once in a meeting.
  mutating func takeFailure() -> String? {
    defer { failure = nil }
    return failure
  }

  /// Words for a later question, behind those that wait there already.
  mutating func add(_ draft: Decision.Draft) {
    let kept = texts[draft.address]
    set(kept.map { $0 + draft.separator + draft.text } ?? draft.text, at: draft.address)
  }

  mutating func clear() {
    texts = [:]
    store(texts)
  }

  /// What is being typed; nil where it is what was offered anyhow.
  mutating func keep(_ text: String?, at place: Address) {
    if let text, Self.isCommand(text), let kept = texts[place], !Self.isCommand(kept) { return }
    set(text, at: place)
  }

  /// What still waits at the close, in the order of the places, to be asked about once.
  mutating func unasked() -> [(place: Address, text: String)] {
    guard texts != askedAbout else { return [] }
    askedAbout = texts
    return texts.filter { !Self.isCommand($0.value) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  // MARK: What becomes of a line

  /// A line at a place brought a question back: until that is answered, it waits here.
  mutating func wait(_ line: String, at place: Address) {
    asked = (place, line)
    keep(line, at: place)
  }

  /// The question back is answered, and so is the line that brought it.
  mutating func answered() {
    guard let asked else { return }
    self.asked = nil
    drop(asked.line, at: asked.place)
  }

  /// The question back is taken off; its line, to put it back.
  mutating func cancelled() -> String? {
    defer { asked = nil }
    return asked?.line
  }

  /// A line is done with that left its place as it is: what stood there before it stays.
  mutating func drop(_ line: String, at place: Address) {
    guard let kept = texts[place], Self.isCommand(kept) || line.contains(kept) else { return }
    set(nil, at: place)
  }

  static func isCommand(_ text: String) -> Bool {
    text.hasPrefix("/") && !text.hasPrefix("//")
  }
}
