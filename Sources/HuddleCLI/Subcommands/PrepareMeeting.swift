import Console
import Facilitation
import Journal
import PlaybookLanguage
import Session
import Values

extension Subcommand {
  static let prepareMeeting = Subcommand(
    "prepare", "PLAYBOOK", most: 1,
    summary: "get a meeting ready: drafts stand in the lines, and Enter starts the clock",
    example: "huddle prepare pre-mortem --draft drafts.yaml --project Apollo",
    options: [
      Option("--draft", "FILE", "answers by question; each stands in its line, ready to change"),
      .project,
      .people,
      .also,
    ]
  ) { invocation, world in
    guard let name = invocation.operands.first else {
      throw Failure("Which playbook? huddle prepare pre-mortem --draft drafts.yaml.", .usage)
    }
    let playbook = try PlaybookShelf(world).load(name)
    let preparation = try invocation.options["--draft"].map {
      try Preparation($0, for: playbook, world)
    }
    return try LiveMeeting(world).prepare(playbook, preparation, invocation)
  }
}

extension LiveMeeting {
  /// Shows the plan and what stands ready; nothing is begun before Enter.
  func prepare(_ playbook: Playbook, _ preparation: Preparation?, _ invocation: Invocation) throws
    -> Int32
  {
    if world.hasNobody { throw Self.nobody }
    tellPlan(playbook)
    if let preparation { tellDrafts(playbook, preparation) }
    guard starts() else {
      world.say("Nothing is begun. The same command comes back here.", .dim)
      return ExitStatus.done.rawValue
    }
    return try begin(playbook, invocation, preparation)
  }

  /// Every section with the clock times that it would have from now on.
  private func tellPlan(_ playbook: Playbook) {
    let time = playbook.time.map { " · \($0.display)" } ?? ""
    world.say("\(playbook.title) \(playbook.version)\(time)", .bold)
    var at = world.now()
    for section in MeetingSession(log: SessionLog(), playbook: playbook).agenda().sections {
      let clock = at.clockTime(offsetSeconds: world.offset(at: at)).display
      world.say(
        "\(clock)  \(section.title)" + (section.time.map { ", \($0.display)" } ?? ""), indent: 3)
      at = at.adding(section.time ?? TimeSpan(seconds: 0))
    }
  }

  private func tellDrafts(_ playbook: Playbook, _ preparation: Preparation) {
    let (drafted, refused) = preparation.drafts.questions(of: playbook)
    let count = drafted.count
    let names = drafted.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    world.say(
      count == 0
        ? "No draft stands ready."
        : "\(count.counted("draft stands", "drafts stand")) ready, and none is an answer "
          + "before you press Enter on it: \(names.joined(separator: ", ")).", .dim)
    guard !refused.isEmpty else { return }
    world.say(
      "Left out, because the room does it together: \(refused.joined(separator: ", ")).", .warn)
  }

  private func starts() -> Bool {
    world.say("Enter starts the clock; Ctrl-D begins nothing.", .bold)
    guard case .line = reader.readLine(ReadRequest(prompt: StyledText("start> ", .accent))) else {
      return false
    }
    return true
  }
}
