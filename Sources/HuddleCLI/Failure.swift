/// Why a command ends early: what to say on standard error, and the status to exit with.
package struct Failure: Error {
  let words: String
  let status: Int32

  init(_ words: String, _ status: ExitStatus) {
    self.words = words
    self.status = status.rawValue
  }

  init(_ words: String, status: Int32) {
    self.words = words
    self.status = status
  }
}

/// Exit statuses, as in BSD's sysexits.h.
enum ExitStatus: Int32 {
  case done = 0
  case usage = 64
  case badData = 65
  case missingFile = 66
  case cannotCreate = 73
  case inputOutput = 74
  case temporary = 75
  case badSettings = 78
  case hungUp = 129
  case interrupted = 130
  case terminated = 143
}
