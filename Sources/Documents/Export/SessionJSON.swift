package import Outcomes
import PlaybookLanguage
package import Session
package import Values

/// A session as one JSON object, for `export --format json` and `show --json`.
///
/// Answers stand by address with what was recorded and how it reads; ids are those of the journal.
package struct SessionJSON {
  private let session: MeetingSession
  private let summary: Summary
  private let details: MeetingDetails
  private let builder: DocumentBuilder

  package init(session: MeetingSession, summary: Summary, details: MeetingDetails) {
    self.session = session
    self.summary = summary
    self.details = details
    builder = DocumentBuilder(session: session, summary: summary, details: details)
  }

  /// One line of JSON and a newline.
  package var text: String { value.printable + "\n" }

  package var value: JSONValue {
    .object(
      meeting + [
        .init("people", .array(session.state.people.map(person))),
        .init("answers", .object(answers)),
        .init("items", .array(session.state.items.filter(\.isLive).map(item))),
        .init("outcomes", .array(outcomes)),
        .init("ballots", .object(ballots)),
        .init("signatures", .object(signatures)),
        .init("open", .array(summary.openPoints.map(remark))),
        .init("parked", .array(summary.parked.map(remark))),
        .init("notes", .array(summary.notes.map(remark))),
        .init("deferred", .array(summary.deferred.map(remark))),
        .init("warnings", .array(summary.warnings.map { .string($0) })),
        .init("documents", .array(builder.documentIDs.map { .string($0) })),
      ])
  }

  private var meeting: [JSONValue.Member] {
    let opened = session.state.opened
    return [
      .init("session", .orNull(opened?.session)), .init("title", .orNull(opened?.title)),
      .init("project", .orNull(opened?.project)),
      .init(
        "playbook",
        [
          "id": .string(session.playbook.id), "version": .string(session.playbook.version),
          "title": .string(session.playbook.title),
          "sha256": .orNull(session.state.pinned?.sha256),
        ]),
      .init("date", .string(details.date.iso)), .init("start", .orNull(details.start?.display)),
      .init("end", .orNull(details.end?.display)), .init("recorder", .orNull(details.recorder)),
      .init("private", .bool(session.state.isPrivate)),
      .init("zone", .orNull(opened?.zone)), .init("closed", .bool(session.state.isClosed)),
    ]
  }

  private func person(_ person: Participant) -> JSONValue {
    [
      "id": .string(person.id), "name": .string(person.name),
      "roles": .array(person.roles.map { .string($0) }), "function": .orNull(person.function),
      "remote": .bool(person.isRemote), "email": .orNull(person.email),
      "presence": .string(
        person.presence == .here ? "here" : person.presence == .away ? "away" : "left"),
    ]
  }
}

// MARK: - What was said

extension SessionJSON {
  private var answers: [JSONValue.Member] {
    session.state.answers.sorted { $0.key < $1.key }.map { address, answer in
      let question = session.index.questions[address.question]?.content
      let shown = question.map { AnswerKinds.show(answer.value, of: $0, builder.context) }
      return JSONValue.Member(
        address.description,
        [
          "value": answer.value, "shown": .orNull(shown), "via": .string(answer.via.rawValue),
          "by": .orNull(answer.by), "why": .orNull(answer.why),
        ])
    }
  }

  private func item(_ item: Item) -> JSONValue {
    [
      "id": .string(item.id), "list": .string(item.list.description), "text": .string(item.text),
      "by": .array(item.by.map { .string($0) }), "row": .object(item.row),
      "group": .orNull(item.group), "source": .orNull(item.source),
    ]
  }

  private var ballots: [JSONValue.Member] {
    let cast = session.state.ballots.map { address, ballots in
      (
        address,
        isSecret(address)
          ? JSONValue.array(ballots.map(\.value).sorted { $0.encoded() < $1.encoded() })
          : .object(ballots.map { .init($0.person, $0.value) })
      )
    }
    let counted = session.state.counts.map { address, counts in
      (
        address,
        JSONValue.object([
          .init("totals", .object(counts.map { .init($0.item, .number(Number($0.votes))) }))
        ])
      )
    }
    return (cast + counted).sorted { $0.0 < $1.0 }.map { .init($0.0.description, $0.1) }
  }

  /// Whose ballot is whose stays out of the file where the round was anonymous.
  private func isSecret(_ address: Address) -> Bool {
    session.index.questions[address.question]?.content.isAnonymous ?? false
  }

  private var signatures: [JSONValue.Member] {
    builder.questions(.signoff).map { question in
      let standing = SignoffStanding(session: session, question: question, details: details)
      return JSONValue.Member(
        question.id,
        [
          "document": .orNull(question.document),
          "in_force": standing.isKnown ? .bool(standing.isInForce) : .null,
          "standing": .string(standing.words),
          "text": .number(Number(standing.textNumber)), "digest": .string(standing.digest),
          "lines": .array(standing.table.lines.map(JSONWriter.signature)),
        ])
    }
  }
}

// MARK: - What came of it

extension SessionJSON {
  private var outcomes: [JSONValue] {
    let chart = builder.riskChart
    return summary.outcomes.map { outcome($0, chart) }
  }

  private func outcome(_ outcome: Outcome, _ chart: PointChart?) -> JSONValue {
    var fields = outcome.fields.map { JSONValue.Member($0.name, field($0.value)) }
    if outcome.kind == .risk {
      fields.append(.init("score", outcome.score.map { .number($0) } ?? .null))
      fields.append(.init("band", .orNull(chart?.band(of: outcome))))
    }
    if [.action, .risk].contains(outcome.kind), outcome["state"] == .blank {
      fields.append(.init("state", .string("open")))
    }
    let read = outcome.read.map { read -> JSONValue in
      [
        "verdict": .string(read.verdict.rawValue), "by": .orNull(read.by),
        "note": .orNull(read.note),
      ]
    }
    let flaws = outcome.flaws.map { JSONValue.string($0.words) }
    return .object(
      [
        .init("id", .string(outcome.id)), .init("kind", .string(outcome.kind.rawValue)),
        .init("text", .string(outcome.text)), .init("item", .orNull(outcome.item)),
      ] + fields + [.init("read", read ?? .null), .init("flaws", .array(flaws))])
  }

  /// Values that JSON has as they are, all others as they read.
  private func field(_ value: Value) -> JSONValue {
    switch value {
    case .blank: .null
    case .number(let number), .percent(let number), .rating(let number, _): .number(number)
    case .money(let money):
      ["amount": .number(money.amount), "currency": .string(money.currency)]
    case .date(let date): .string(date.iso)
    case .yesno(let holds): .bool(holds)
    case .list(let values): .array(values.map(field))
    case .record(let fields): .object(fields.map { .init($0.name, field($0.value)) })
    default: .string(builder.text(of: value))
    }
  }

  private func remark(_ remark: Summary.Remark) -> JSONValue {
    [
      "id": .string(remark.id), "text": .string(remark.text),
      "by": .array(remark.by.map { .string($0.name) }), "owner": .orNull(remark.owner?.name),
      "due": .orNull(remark.due?.iso),
    ]
  }
}
