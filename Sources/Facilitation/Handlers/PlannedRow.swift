import PlaybookLanguage
import Session
import Values

/// A row of a schedule or of a matrix of duties, which are typed and shown in their own way.
enum PlannedRow {
  case task(Item, ScheduleEditing)
  case duties(Item, DutyEditing)

  /// Nil for an item of any other list.
  init?(_ item: Item, _ room: Room) {
    guard let question = room.session.index.questions[item.list.question]?.content else {
      return nil
    }
    switch question.kind {
    case .schedule: self = .task(item, ScheduleEditing(question, room))
    case .raci: self = .duties(item, DutyEditing(question, room))
    default: return nil
    }
  }

  /// As a list shows it.
  var words: String {
    switch self {
    case .task(let item, let editing): ScheduleText(editing.question, editing.room).line(item)
    case .duties(let item, let editing): editing.words(item)
    }
  }

  /// As it would be typed again.
  var typed: String {
    switch self {
    case .task(let item, let editing): ScheduleText(editing.question, editing.room).typed(item)
    case .duties(let item, let editing): editing.typed(item)
    }
  }

  /// What its line, typed again, comes to.
  func decide(_ line: String) -> Decision {
    switch self {
    case .task(let item, let editing): editing.decide(line, item)
    case .duties(let item, let editing): editing.decide(line, item)
    }
  }
}
