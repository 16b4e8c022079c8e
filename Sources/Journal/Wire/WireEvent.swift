import Session

/// A fact that knows its own members on a line: read by name, written in order.
protocol WireEvent {
  init(reading fields: inout WireReader) throws(RecordFault)
  func write(to fields: inout WireWriter)
}

/// Every type of record by its name on disk, apart from the names in the code.
///
/// A rename in the code never breaks a file: the names here are the format.
enum WireTable {
  typealias Read = @Sendable (inout WireReader) throws(RecordFault) -> SessionEvent

  static let readers: [String: Read] =
    [openingReaders, peopleReaders, answerReaders, itemReaders, outcomeReaders]
    .reduce(into: [:]) { all, some in
      for (name, read) in some { all[name] = read }
    }

  /// Writes an event's own members and gives its name on disk.
  static func write(_ event: SessionEvent, to fields: inout WireWriter) -> String {
    switch event {
    case .sessionOpened, .playbookPinned, .sessionLinked, .sessionResumed, .sessionClosed,
      .playbookChanged, .sessionRenamed:
      writeOpening(event, to: &fields)
    case .peopleJoined, .personLeft, .stepEntered, .stepLeft, .stepReopened, .turnEnded,
      .timeChanged:
      writePeople(event, to: &fields)
    case .answerSet, .ballotsCast, .ballotCounted, .eventsUndone:
      writeAnswer(event, to: &fields)
    case .itemsAdded, .itemEdited, .itemMoved, .itemMerged, .itemsRemoved:
      writeItem(event, to: &fields)
    case .outcomeRead, .outcomeSettled, .signoffGiven, .actionUpdated:
      writeOutcome(event, to: &fields)
    case .unknown(let type): type
    }
  }
}
