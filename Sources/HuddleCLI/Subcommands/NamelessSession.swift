import Journal
import PlaybookLanguage
import Session
import Values

extension Subcommand.Option {
  static let noNames = Self(
    "--no-names", nil, "people as Participant 1, Participant 2 …, wherever they are named")
}

/// A session for those who were not there: the same, but for everybody's name.
struct NamelessSession {
  let session: MeetingSession
  private let names: ReplacedNames
  /// Everybody whom the session names, with all the names that each went by.
  let people: [[String]]
  /// What the text without names would be signed as, and what the real one is.
  private let digests: [(nameless: String, signed: String)]

  init(_ named: MeetingSession) {
    let nameless = NamelessRecords(
      Array(named.log.records), others: PeopleOutside(named).names)
    names = nameless.names
    people = nameless.people
    let bare = Self.session(nameless.records, named.playbook)
    let digests = Self.digests(named, bare)
    self.digests = digests
    var session = Self.session(
      nameless.records.map { Self.rebound($0, digests) }, named.playbook)
    session.unread = named.unread.map(\.nameless)
    self.session = session
  }

  /// Whether the playbook's own words have somebody's name, where nothing replaces it.
  var isNamedByPlaybook: Bool {
    let words = session.playbook.body.encoded()
    return names.text(words) != words
  }

  /// The text of a document: the digest that was signed in place of one that nobody saw.
  func shown(_ text: String) -> String {
    digests.reduce(text) { text, digest in
      text.replacing(digest.nameless, with: digest.signed)
        .replacing(SignedContent.short(digest.nameless), with: SignedContent.short(digest.signed))
    }
  }

  /// What stands for somebody, who may not have been there.
  func person(_ name: String) -> String {
    let known = names.text(name)
    return known == name ? "somebody else" : known
  }

  /// The beginning of its documents' names.
  func stem(_ stem: String) -> String { Slug.make(names.text(stem)) }

  private static func session(_ records: [SessionRecord], _ playbook: Playbook) -> MeetingSession {
    MeetingSession(log: SessionLog(replaying: records), playbook: playbook)
  }

  private static func digests(
    _ named: MeetingSession, _ bare: MeetingSession
  ) -> [(nameless: String, signed: String)] {
    named.index.order.filter { named.index.questions[$0]?.content.kind == .signoff }.map { id in
      let address = Address(id)
      return (
        SignedContent(bare, before: address).sha256, SignedContent(named, before: address).sha256
      )
    }
  }

  /// A signature of the text as it stands holds for the text without names as well.
  private static func rebound(
    _ record: SessionRecord, _ digests: [(nameless: String, signed: String)]
  ) -> SessionRecord {
    guard case .signoffGiven(var bound) = record.fact.event,
      let digest = digests.first(where: { $0.signed == bound.contentSHA256 })
    else { return record }
    bound.contentSHA256 = digest.nameless
    let fact = Fact(.signoffGiven(bound), done: record.fact.done, again: record.fact.again)
    return SessionRecord(number: record.number, at: record.at, fact: fact)
  }
}
