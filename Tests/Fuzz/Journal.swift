import Journal
import Session

/// A session's file: whatever it holds, reading it ends, and what was read can be written again.
func journal(_ bytes: [UInt8]) {
  let contents = JournalReader.contents(of: bytes)
  for record in contents.records {
    let line = RecordCodec.line(record)
    guard line.count <= RecordCodec.longestLine else { continue }
    guard let again = try? RecordCodec.record(line.dropLast()) else {
      fatalError("record \(record.number) cannot be read again")
    }
    precondition(again == record, "record \(record.number) reads back as something else")
  }
  _ = contents.trouble("fuzz")
  _ = SessionLog(replaying: contents.records).state
  _ = SessionLibrary.look(at: bytes, path: "fuzz")
}
