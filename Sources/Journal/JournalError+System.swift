extension JournalError {
  /// A fault while opening or reading.
  init(_ path: String, opening fault: SystemFault) {
    if fault == .notAFile || fault.isLink || fault.isFolder {
      self.init(path, .notAFile)
    } else if fault.isMissing {
      self.init(path, .missing)
    } else if fault.operation == "lock" && fault.isHeldByAnother {
      self.init(path, .locked)
    } else {
      self.init(path, .cannotUse(operation: fault.operation, reason: fault.reason))
    }
  }
}

extension SystemFault {
  /// Not a plain file.
  static let notAFile = SystemFault("open as a file", 0)
}
