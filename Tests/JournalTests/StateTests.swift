import Session
import TestSupport
import Testing
import Values

@testable import Journal

private let round = HeldRound.Key(list: Address("reasons"), reveals: 1)

@Test func `a held round comes back as it was held`() throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path("huddle")), session: Samples.session)
  #expect(try file.load(for: round) == .nothing)
  var held = HeldRound(round: round, isAnonymous: false)
  held.add([.init("zebra", by: "p1"), .init("apple", by: "p2")])
  held.turned = ["p2", "p1"]
  try file.store(held)
  #expect(try file.load(for: round) == .held(held))
  #expect(try FileStatus(of: file.path).mode == 0o600)
  try file.discard()
  #expect(try file.load(for: round) == .nothing)
}

@Test func `nothing of an anonymous round tells who wrote what`() throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path), session: Samples.session)
  var held = HeldRound(round: round, isAnonymous: true)
  for line in ["c", "a", "b"] {
    held.add([.init(line, by: "p7")])
    held.turned.append("p7|\(line)")
  }
  try file.store(held)
  #expect(held.lines == ["a", "b", "c"].map { HeldRound.Line($0) })
  let text = String(decoding: try WholeFile.read(file.path) ?? [], as: UTF8.self)
  #expect(!text.contains("p7"))
  #expect(try Folder.names(in: Folder.parent(of: file.path)) == ["held"])
}

@Test func `lines of another round are discarded and never shown`() throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path), session: Samples.session)
  try file.store(HeldRound(round: round, isAnonymous: true))
  let next = HeldRound.Key(list: Address("reasons"), reveals: 2)
  #expect(try file.load(for: next) == .discarded(round))
  #expect(try file.load(for: round) == .nothing)
}

@Test func `a held file that cannot be read is set aside, where no line replaces it`() throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path), session: Samples.session)
  try file.store(HeldRound(round: round, isAnonymous: true))
  var bytes = try WholeFile.read(file.path) ?? []
  bytes[3] ^= 1
  try WholeFile.replace(file.path, with: bytes, care: .quick)
  for aside in [file.path + ".unreadable", file.path + ".unreadable-2"] {
    try WholeFile.replace(file.path, with: bytes, care: .quick)
    guard case .unreadable(aside, let why) = try file.load(for: round) else {
      Issue.record("it was read")
      return
    }
    #expect(why.contains("its check does not hold"))
    try file.store(HeldRound(round: round, isAnonymous: true))
    #expect(try WholeFile.read(aside) == bytes)
  }
}

@Test func `drafts come back by address, and none leaves no file`() throws {
  let folder = TemporaryFolder()
  let file = DraftFile(in: StateFolder(folder.path("huddle")), session: Samples.session)
  let drafts = [
    Address("goal"): "Replace bill", Address("rate", items: ["T1"], person: "p1"): "3\n\"x\"",
  ]
  #expect(file.load() == [:])
  try file.store(drafts)
  #expect(file.load() == drafts)
  try file.store([:])
  #expect(try Folder.names(in: Folder.parent(of: file.path)) == [])
}

@Test(arguments: ["", "{", "[1]", #"{"a":1,"b@@":"x"}"#])
func `a draft file that is no draft is none`(_ text: String) throws {
  let folder = TemporaryFolder()
  let file = DraftFile(in: StateFolder(folder.path), session: Samples.session)
  try file.store([Address("goal"): "x"])
  try WholeFile.replace(file.path, with: Samples.text(text), care: .quick)
  #expect(file.load() == [:])
}

@Test(arguments: ["..", "../../etc", "", "/tmp/x", "a/b", "A.B", "x\0y"])
func `a session's id leads nowhere else`(_ session: String) {
  let folder = StateFolder("/state/huddle").folder(session: session)
  #expect(Folder.parent(of: folder) == "/state/huddle" && Folder.name(of: folder).count == 64)
}

@Test func `a writer has one name in a library and another in the next`() throws {
  let folder = TemporaryFolder()
  let state = StateFolder(folder.path("state"))
  let names = try ["a", "a", "b"].map { name in
    try Folder.make(folder.path(name))
    return try WriterName.here(state: state, library: folder.path(name))
  }
  #expect(names[0] == names[1] && names[0] != names[2])
  #expect(names.allSatisfy { $0.count == 8 })
}

// MARK: - A folder that cannot be used

/// Whatever is kept outside of the session's file, and how each is asked for it.
private let keeping: [(name: String, keep: @Sendable (StateFolder) throws -> Void)] = [
  (
    "held lines",
    { try HeldFile(in: $0, session: "s").store(.init(round: round, isAnonymous: true)) }
  ),
  ("drafts", { try DraftFile(in: $0, session: "s").store([Address("goal"): "x"]) }),
  ("a long text", { _ = try DraftFile(in: $0, session: "s").setAside("x") }),
  ("messages", { try ChatFile(in: $0, session: "s").store(ChatMemory(["hello": 1])) }),
  ("the writer's name", { _ = try WriterName.here(state: $0, library: "/") }),
]

@Test(arguments: keeping.indices)
func `a state folder that is a file is named, with what could not be done`(_ index: Int) throws {
  let folder = TemporaryFolder()
  try WholeFile.replace(folder.path("state"), with: [], care: .quick)
  let error = #expect(throws: JournalError.self, "\(keeping[index].name)") {
    try keeping[index].keep(StateFolder(folder.path("state")))
  }
  #expect(error?.exitStatus == 74 && error?.description.contains("Not a directory") == true)
  #expect(error?.path.hasPrefix(folder.path("state/")) == true)
}

@Test func `a held file that is a folder is no reason to show or lose anything`() throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path), session: "s")
  try Folder.make(file.path)
  for use in [{ _ = try file.load(for: round) }, { try file.discard() }] {
    let error = #expect(throws: JournalError.self) { try use() }
    #expect(error?.exitStatus == 74 && error?.path == file.path)
  }
}

@Test(arguments: [
  (#"{"round":"reasons","lines":[]}"#, #"its "round" is not an address and a number"#),
  (#"{"round":"a@@b#1","lines":[]}"#, #"its "round" is not"#),
  (#"{"round":"reasons#1"}"#, #"it has no "lines""#),
])
func `held lines of an unknown make are not guessed at`(_ line: String, _ why: String) throws {
  let folder = TemporaryFolder()
  let file = HeldFile(in: StateFolder(folder.path), session: "s")
  try Folder.make(Folder.parent(of: file.path))
  try WholeFile.replace(file.path, with: RecordSeal.sealed(Array(line.utf8)), care: .quick)
  guard case .unreadable(_, let said) = try file.load(for: round) else {
    Issue.record("it was read")
    return
  }
  #expect(said.hasPrefix(why))
}

@Test func `what a chat was asked about is remembered in any order, and then forgotten`() throws {
  let folder = TemporaryFolder()
  let file = ChatFile(in: StateFolder(folder.path("huddle")), session: "s")
  let memory = ChatMemory(["b": 2, "a": 1])
  try file.store(memory)
  #expect(file.load() == memory)
  try file.store(ChatMemory())
  #expect(file.load() == ChatMemory())
  #expect(try Folder.names(in: Folder.parent(of: file.path)) == [])
}
