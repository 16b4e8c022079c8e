import PlaybookLanguage
import Values

/// A question's `min` and `max`: for amounts the least and the most, for lists how many.
struct AnswerLimits {
  private let least: Number?
  private let most: Number?

  init(_ question: Question) {
    least = question.least
    most = question.most
  }

  /// What to say of an amount outside the limits; `unit` is written behind them: ` %`.
  func refusal(of number: Number, unit: String = "") -> String? {
    let isLow = least.map { number < $0 } ?? false
    let isHigh = most.map { number > $0 } ?? false
    guard isLow || isHigh else { return nil }
    return switch (least, most) {
    case (let least?, let most?):
      "From \(least.display)\(unit) to \(most.display)\(unit) is asked for."
    case (let least?, nil): "At least \(least.display)\(unit) is asked for."
    default: "At most \(most?.display ?? "")\(unit) is asked for."
    }
  }

  /// What a line may mean within the limits: one answer, or the question which; nil for none.
  func choose(
    _ line: String, _ readings: [(amount: Number, label: String, value: JSONValue)]
  ) -> AnswerReading? {
    let fit = readings.filter { refusal(of: $0.amount) == nil }
    guard fit.count > 1 else { return fit.first.map { .answer($0.value) } }
    return .choose(
      question: "\(line.quoted): which?",
      options: fit.map { .init($0.label, $0.value, takesEnter: false) })
  }

  /// What to say of too few or too many.
  func refusal(ofCount count: Int) -> String? {
    if let least = least?.wholeValue, count < least {
      return "At least \(least.counted("is", "are")) asked for, and this is \(count)."
    }
    if let most = most?.wholeValue, count > most {
      return "At most \(most.counted("is", "are")) asked for, and this is \(count)."
    }
    return nil
  }
}
