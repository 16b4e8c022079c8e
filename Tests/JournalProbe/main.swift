// A writer and a reader to be killed, starved and raced by tests: it says on its standard output
// what was acknowledged to it, and nothing else.
//
//     journal-probe write PATH COUNT [BYTES]   begin or go on, add answers, print each number
//     journal-probe hold PATH                  open, print "held", wait to be killed
//     journal-probe check PATH NUMBERS         reopen: every number in the file NUMBERS is a record
//     journal-probe insist PATH COUNT          as write, but goes on after an error, which it prints
//     journal-probe starve PATH                go on with no room for a whole record, then with room
//     journal-probe read PATH COUNT            read so often, print how many damaged lines were seen
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import Journal
internal import Session
internal import Values

func say(_ text: String) {
  let bytes = Array((text + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
}

let moment = Instant(milliseconds: 1_790_000_000_000)

func opening() -> Fact {
  let today = CalendarDate(iso: "2026-09-23")
  return Fact(
    .sessionOpened(
      SessionOpened(
        session: "0199754e-2a10-7c3e-9b1f-6f0d2b7a4c11", title: "Probe", project: "Probe",
        zone: "UTC", offset: 0, today: today ?? Instant(milliseconds: 0).date(offsetSeconds: 0),
        app: "huddle probe")))
}

func answer(_ number: Int, bytes: Int) -> Fact {
  let text = String(repeating: "é", count: bytes / 2) + "\(number)"
  let address = Address("q\(number)")
  return Fact(.answerSet(AnswerSet(address: address, value: .string(text))), done: [address])
}

func journal(_ path: String) throws(JournalError) -> JournalFile {
  do throws(JournalError) {
    let made = try JournalFile.create(path, facts: [opening()], at: moment)
    say("1")
    return made.journal
  } catch {
    guard error.problem == .alreadyThere else { throw error }
    return try JournalFile.open(path).journal
  }
}

/// Reopens as a new writer would, and goes on; exits with 1 where an acknowledged record is lost.
func check(_ path: String, acknowledged: String) throws(JournalError) {
  let numbers = numbers(in: acknowledged)
  let journal: JournalFile
  let contents: JournalContents
  do throws(JournalError) {
    (journal, contents) = try JournalFile.open(path)
  } catch {
    let isUnbegun = error.problem == .missing || error.problem == .empty
    guard numbers.isEmpty && isUnbegun else { throw error }
    return
  }
  let lost = Set(numbers).subtracting(contents.records.map(\.number))
  if !lost.isEmpty {
    say("lost: \(lost.sorted())")
    exit(1)
  }
  try journal.append([answer(journal.lastNumber + 1, bytes: 0)], at: moment)
}

func insist(_ journal: JournalFile) {
  do throws(JournalError) {
    try journal.append([answer(journal.lastNumber + 1, bytes: 20)], at: moment)
    say("\(journal.lastNumber)")
  } catch {
    say(error.description)
  }
}

/// A write for which only a part has room leaves the file as it was, and can be tried again.
func starve(_ journal: JournalFile) throws(JournalError) {
  let before = fileSize(journal.path)
  var limit = rlimit()
  getrlimit(fileSizeLimit, &limit)
  let all = limit.rlim_cur
  limit.rlim_cur = rlim_t(before + 60)
  setrlimit(fileSizeLimit, &limit)
  insist(journal)
  say(fileSize(journal.path) == before ? "cut back" : "left behind")
  limit.rlim_cur = all
  setrlimit(fileSizeLimit, &limit)
  insist(journal)
}

func fileSize(_ path: String) -> Int {
  var found = stat()
  return stat(path, &found) == 0 ? Int(found.st_size) : -1
}

#if canImport(Glibc)
  let fileSizeLimit = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#else
  let fileSizeLimit = RLIMIT_FSIZE
#endif

func numbers(in path: String) -> [Int] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var numbers: [Int] = []
  while true {
    var line = [CChar](repeating: 0, count: 32)
    guard fgets(&line, 32, file) != nil else { return numbers }
    let digits = line.prefix { (48...57).contains($0) }.map { UInt8(bitPattern: $0) }
    if let number = Int(String(decoding: digits, as: UTF8.self)) { numbers.append(number) }
  }
}

func perform(_ arguments: [String]) throws(JournalError) {
  guard arguments.count >= 3 else { exit(64) }
  let path = arguments[2]
  let count = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0
  switch arguments[1] {
  case "write":
    let journal = try journal(path)
    let bytes = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 20
    for _ in 0..<count {
      try journal.append([answer(journal.lastNumber + 1, bytes: bytes)], at: moment)
      say("\(journal.lastNumber)")
    }
  case "hold":
    let journal = try JournalFile.open(path).journal
    say("held")
    // A test that died cannot leave it behind.
    alarm(120)
    while journal.lastNumber > 0 { pause() }
  case "check":
    try check(path, acknowledged: arguments.count > 3 ? arguments[3] : "")
  case "insist":
    let journal = try JournalFile.open(path).journal
    for _ in 0..<count { insist(journal) }
  case "starve":
    try starve(JournalFile.open(path).journal)
  case "read":
    var damaged = 0
    for _ in 0..<count { damaged += try JournalReader.read(path).damage.count }
    say("\(damaged)")
  default: exit(64)
  }
}

do throws(JournalError) {
  try perform(CommandLine.arguments)
} catch {
  let words = Array((error.description + "\n").utf8)
  _ = words.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  exit(error.exitStatus)
}
