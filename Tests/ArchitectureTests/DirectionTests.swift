import Testing

/// The rooms lean on each other in one direction, and the pure ones on nothing that changes.
struct `The rooms` {
  static let sources = Result { try SourceTree.files(in: "Sources", [".swift"]) }

  @Test func `import only what their direction allows`() throws {
    let wrong = try Self.sources.get().flatMap { file in
      let allowed = RoomDirections.allowed[file.room] ?? []
      return Import.all(in: file).filter { line in
        let isFallback = line.module == "Foundation" && line.isFallback
        return !allowed.contains(line.module)
          && !(isFallback && allowed.contains("FoundationEssentials"))
      }
    }
    #expect(wrong.map(\.place) == [])
  }

  @Test func `are all in the table of directions`() throws {
    let known = Set(RoomDirections.allowed.keys).union(RoomDirections.doors)
    #expect(try SourceTree.names(in: "Sources").filter { !known.contains($0) } == [])
  }

  @Test func `hand no C type on`() throws {
    let wrong = try Self.sources.get().flatMap(Import.all).filter {
      RoomDirections.ofC.contains($0.module)
        && ["package", "public", "@_exported"].contains($0.access)
    }
    #expect(wrong.map(\.place) == [])
  }

  @Test func `that are pure read no clock, environment, file or randomness`() throws {
    let wrong = try Self.sources.get().filter { RoomDirections.pure.contains($0.room) }
      .flatMap { $0.places(of: Self.outsideWords) }
    #expect(wrong == [])
  }

  /// How Swift, Foundation and C let the outside in, and our own doors that do.
  private static let outsideWords = [
    "clock_gettime", "gettimeofday", "ContinuousClock", "SuspendingClock", "Date()", "Date.now",
    "TimeZone.current", "Locale.current", "Calendar.current", "getenv", "ProcessInfo",
    "CommandLine", "SystemRandomNumberGenerator", ".random(", ".randomElement()", ".shuffled()",
    "arc4random", "getrandom", "UUID()", "hashValue", "FileManager", "FileHandle", "fopen",
    "contentsOf: URL", "contentsOfFile", "readLine(", "huddle_sync_data",
    "huddle_lock_alone", "huddle_sync_directory", "huddle_signals_open",
  ]

  @Test func `but the console write no escape codes`() throws {
    let spellings = [#"\u{1b}"#, #"\u{1B}"#, #"\u{9b}"#, #"\u{9B}"#]
    let wrong = try Self.sources.get().filter { $0.room != "Console" }
      .flatMap { $0.places(of: spellings) }
    #expect(wrong == [])
  }

  @Test func `write to the terminal through the console's output alone`() throws {
    let writing = ["print(", "debugPrint(", "dump(", "fputs(", "puts(", "printf("]
    let wrong = try Self.sources.get().flatMap { file in
      file.code.filter { line in
        // A method of that name is another thing than the library's function.
        writing.contains {
          line.text.holds($0) && !line.text.contains("." + $0)
            && !line.text.contains("func " + $0)
        }
      }.map { "\(file.path):\($0.number): \($0.text)" }
    }
    #expect(wrong == [])
  }

  @Test func `start no thread, and share nothing that the compiler does not see`() throws {
    let words = [
      "Task {", "Task.detached", "TaskGroup", "async ", "await ", "Thread", "pthread_", "Dispatch",
      "nonisolated(unsafe)", "@unchecked", "@preconcurrency", "fork()",
    ]
    let wrong = try Self.sources.get().flatMap { $0.places(of: words) }
    #expect(wrong == [])
  }

  @Test func `leave escaping to the writers`() throws {
    let wrong = try Self.sources.get().filter { !$0.path.hasPrefix("Sources/Documents/Writers/") }
      .flatMap { $0.places(of: ["&amp;", "&lt;", "&quot;"]) }
    #expect(wrong == [])
  }

  @Test func `know a session's state only as a fold`() throws {
    let folding = try SourceTree.files(in: "Sources/Session", [".swift"])
      .filter { !$0.places(of: ["state.apply("]).isEmpty }
    #expect(folding.map(\.path) == ["Sources/Session/Fold/SessionLog.swift"])
  }

  @Test func `look at a state from expressions only where it is noted`() throws {
    let served = [
      "SessionScope", "Plans/", "Earlier/SessionScope", "Kinds/", "SetAside", "MeetingWarnings",
      "AgendaWalk", "Tallies",
    ]
    let wrong = try SourceTree.files(in: "Sources/Session", [".swift"]).filter { file in
      served.contains { file.path.hasPrefix("Sources/Session/" + $0) }
    }.flatMap { $0.places(of: [" state.", "(state.", "!state.", "scope.state", "self.state."]) }
    #expect(wrong == [])
  }

  @Test func `take for recorded only what the journal gave back`() throws {
    let wrong = try Self.sources.get().flatMap { file in
      let saved = file.code.first { $0.text.contains("journal.append(") }?.number ?? .max
      return file.code.filter { $0.text.contains(".accept(") && $0.number < saved }
        .map { "\(file.path):\($0.number)" }
    }
    #expect(wrong == [])
  }
}
