import Console
import Documents
import Journal
import Outcomes
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  static let exportSession = Subcommand(
    "export", "[SESSION | PROJECT]", most: 1,
    summary: "write the documents of a session: agreement, minutes, actions …",
    example: "huddle export 2026-11-20-apollo --format markdown --document agreement",
    options: [
      Option(
        "--format", "NAMES",
        "one or several of: "
          + ExportFormat.allCases.map(\.rawValue)
          .joined(separator: ", ")),
      Option("--document", "IDS", "only these documents, such as agreement,minutes"),
      Option("--all", nil, "every document in every format that fits, in a folder of its own"),
      Option(
        "--out", "DIR", "where to write: a folder, or a file for one page; - is standard output"),
      Option("--force", nil, "replace files that are there already"), .noNames,
    ]
  ) { invocation, world in
    let reading = try SessionStore(world)
      .read(invocation.operands.first, namesPeople: !invocation.has("--no-names"))
    return try SessionExport(reading, invocation, world).run()
  }
}

/// Writes the documents of a session as files, and says which.
struct SessionExport {
  let session: MeetingSession
  private let nameless: NamelessSession?
  private let library: SessionLibrary
  let stem: String
  let invocation: Invocation
  let world: World

  init(_ reading: SessionStore.Reading, _ invocation: Invocation, _ world: World) {
    let nameless = invocation.has("--no-names") ? NamelessSession(reading.session) : nil
    session = nameless?.session ?? reading.session
    self.nameless = nameless
    library = reading.library
    let name =
      JournalPath.stem(reading.path).split(separator: "/").last.map(String.init) ?? "session"
    stem = nameless?.stem(name) ?? name
    self.invocation = invocation
    self.world = world
  }

  func run() throws(Failure) -> Int32 {
    if nameless?.isNamedByPlaybook == true {
      world.errors.line(
        StyledText(
          "The playbook’s own words (headings, questions) have somebody’s name; they stay as they are.",
          .warn))
    }
    let asked = try formats()
    let exporter = Exporter(
      session: session, summary: Summary(of: session), details: MeetingDetails(of: session),
      later: laterWords(for: asked))
    let isAll = invocation.has("--all")
    let formats = asked.filter { !isAll || !exporter.isEmpty($0) }
    let wanted = try documents(exporter) ?? exporter.documentIDs
    let empty = isAll ? exporter.emptyDocuments.filter(wanted.contains) : []
    let tables =
      invocation.options["--document"] != nil
      ? wanted : isAll ? Outcome.Kind.allCases.map(\.rawValue) : nil
    let files = exporter.files(
      formats: formats, documents: wanted.filter { !empty.contains($0) }, tables: tables)
    let isPiped = invocation.options["--out"] == "-"
    if !empty.isEmpty, !isPiped {
      world.errors.line("Left out, as there is nothing in them: \(empty.joined(separator: ", ")).")
    }
    tellEmpty(formats, exporter, tables)
    let folder = invocation.options["--out"] ?? (hasOwnFolder ? stem : ".")
    if folder == "-", formats.contains(.docx), !invocation.has("--all") {
      throw Failure("A .docx is no text for standard output: --out DIR writes it.", .usage)
    }
    if folder == "-" {
      // Word's is no text; of everything the rest is.
      for file in files where !file.name.hasSuffix(".docx") { world.output.document(text(file)) }
      return 0
    }
    if let only = files.first, files.count == 1, isFile(folder, only) {
      try refuseTaken(folder)
      try write(only, to: folder)
      world.output.line("\(folder)")
      return 0
    }
    try refuseFile(folder, for: files)
    for file in files { try refuseTaken(path(folder)(file)) }
    try Files.makeFolder(folder)
    for file in files {
      let path = path(folder)(file)
      try write(file, to: path)
      world.output.line("\(path)")
    }
    tellImporters(formats)
    return 0
  }

  /// What later meetings and follow-ups say of this one's actions.
  ///
  /// The library is read for formats that hand it over, and for no other. What of it cannot be read
  /// is told by `huddle actions`; an export is of one session.
  private func laterWords(for formats: [ExportFormat]) -> (String) -> LaterWord? {
    guard formats.contains(where: { $0.scope != .documents }) else { return { _ in nil } }
    let followUps = try? library.outcomes(only: [], forPlaybook: session.playbook.id).followUps
    let id = session.state.opened?.session ?? ""
    return { action in
      guard let later = followUps?.action(action, in: id) else { return nil }
      let status = later.isFinished ? later.status : later.status.map { _ in "open" }
      return LaterWord(
        status: status == "closed" ? "done" : status,
        // The words of another meeting may name people who were not in this one.
        text: nameless == nil ? later.text : nil,
        owner: later.owner.map { nameless?.person($0) ?? $0 },
        due: later.due.flatMap { CalendarDate(iso: $0) }, at: later.at)
    }
  }

  /// A format that was asked for by name is never passed over in silence.
  private func tellEmpty(_ formats: [ExportFormat], _ exporter: Exporter, _ tables: [String]?) {
    guard !invocation.has("--all") else { return }
    for format in formats where format.scope != .documents {
      guard exporter.files(formats: [format], tables: tables).isEmpty else { continue }
      let why =
        switch format {
        case .madr: "no decision was taken"
        case .csv: "--document names no table with anything in it"
        default: "it has no plan and no dated steps"
        }
      world.errors.line("Nothing to write as \(format.rawValue): \(why).")
    }
  }

  /// What the other tool asks for, and cannot know.
  private func tellImporters(_ formats: [ExportFormat]) {
    guard formats.contains(.jira) else { return }
    world.errors.line(
      "Jira’s wizard wants the date pattern yyyy-MM-dd; it finds assignees by e-mail.")
  }

  /// `--out plan.html`, where one page is all there is to write.
  private func isFile(_ path: String, _ file: ExportFile) -> Bool {
    let suffix = file.name.split(separator: ".").last.map { ".\($0)" } ?? ""
    return path.hasSuffix(suffix) && path.count > suffix.count && !Files.isFolder(path)
  }

  /// `--out plan.html` with several pages to write: a folder of that name is nothing anybody meant.
  private func refuseFile(_ path: String, for files: [ExportFile]) throws(Failure) {
    let endings = Set(files.compactMap { $0.name.split(separator: ".").last.map(String.init) })
    let isNamedLikeOne = path.split(separator: "/").last.map { name in
      name.split(separator: ".").dropFirst().last.map { endings.contains(String($0)) } ?? false
    }
    let isTaken = Files.exists(path) && !Files.leadsToFolder(path)
    guard isTaken || isNamedLikeOne == true && !Files.exists(path) else { return }
    throw Failure(
      "--out \(path) is one file, and this writes \(files.count.counted("file")): --out DIR names a "
        + "folder for them; for one page say which: --document agreement --format html.",
      isTaken ? .cannotCreate : .usage)
  }

  private func refuseTaken(_ path: String) throws(Failure) {
    guard Files.isTaken(path), !invocation.has("--force") else { return }
    throw Failure(
      "\(path) is there already. --force replaces it, --out DIR goes elsewhere.", .cannotCreate)
  }

  private func text(_ file: ExportFile) -> String { nameless?.shown(file.text) ?? file.text }

  private func write(_ file: ExportFile, to path: String) throws(Failure) {
    guard file.name.hasSuffix(".docx") else {
      return try Files.write(text(file), to: path, replacing: invocation.has("--force"))
    }
    // Under names that are huddle's own while it writes: no file is lost, and no link is followed.
    let (source, made) = (path + ".md.part", path + ".part")
    Files.remove(made)
    try Files.write(text(file), to: source, replacing: true)
    defer { for name in [source, made] { Files.remove(name) } }
    let last = session.log.records.last?.at.milliseconds ?? 0
    guard
      WordProcessor(environment: world.environment)
        .convert(source, to: made, epoch: last / 1000)
    else { throw Failure("pandoc could not make \(path).", .inputOutput) }
    try Files.move(made, to: path)
  }

  /// Everything at once is too much to lie about where one stands.
  private var hasOwnFolder: Bool { invocation.has("--all") && invocation.options["--out"] == nil }

  private func path(_ folder: String) -> (ExportFile) -> String {
    let hasOwnFolder = hasOwnFolder
    return { file in
      // A document's id comes from a file that anyone may have written.
      let name = Files.plainName(file.name)
      if hasOwnFolder { return "\(folder)/\(name)" }
      return folder == "." ? "\(stem)-\(name)" : "\(folder)/\(stem)-\(name)"
    }
  }

  private func formats() throws(Failure) -> [ExportFormat] {
    let hasWord = WordProcessor(environment: world.environment).isInstalled
    if invocation.has("--all") {
      if invocation.options["--format"] != nil {
        throw Failure("--all writes every format: leave --format or --all out.", .usage)
      }
      let isPiped = invocation.options["--out"] == "-"
      if !hasWord, !isPiped { world.errors.line("pandoc is not installed, so there is no .docx.") }
      return ExportFormat.allCases.filter { $0 != .docx || hasWord && !isPiped }
    }
    guard let given = invocation.options["--format"] else { return [.markdown] }
    var formats: [ExportFormat] = []
    for name in given.split(separator: ",").map({ String($0).trimmed }) {
      guard let format = ExportFormat(rawValue: name.lowercased()) else {
        let near = NearestWord.find(name, in: ExportFormat.allCases.map(\.rawValue))
        throw Failure(
          "There is no format “\(name)”"
            + (near.map { ": did you mean \($0)?" } ?? "; huddle help export lists them."), .usage)
      }
      if format == .docx, !hasWord {
        throw Failure(
          "A .docx is made by pandoc, which is not installed here: apt install pandoc, or "
            + "brew install pandoc. --format html opens in Word as well.", .missingFile)
      }
      formats.append(format)
    }
    return formats
  }

  /// Without a choice, Markdown is the playbook's own documents and the minutes.
  private func documents(_ exporter: Exporter) throws(Failure) -> [String]? {
    let known = exporter.documentIDs
    guard let given = invocation.options["--document"] else {
      guard !invocation.has("--all") else { return nil }
      let own = session.playbook.documents.map(\.id)
      return (own.isEmpty ? ["agreement"] : own) + ["minutes", "actions"]
    }
    let ids = given.split(separator: ",").map { String($0).trimmed }
    for id in ids where !known.contains(id) { throw Failure.noDocument(id, known) }
    return ids
  }
}
