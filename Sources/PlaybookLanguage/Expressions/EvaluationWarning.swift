/// Why an expression gave blank in a meeting, for the record; the meeting goes on.
package struct EvaluationWarning: Sendable, Hashable {
  package enum Reason: String, Sendable, CaseIterable {
    case divisionByZero, overflow, twoCurrencies, noSuchDay, rootOfNegative, notAShare
    /// Values that do not go together and that could not be foreseen.
    case wrongKinds
    case tooMuchWork
  }

  package let reason: Reason
  package let span: SourceSpan

  package init(_ reason: Reason, at span: SourceSpan) {
    self.reason = reason
    self.span = span
  }

  /// In words, without a full stop: "this divides by zero".
  package var message: String {
    switch reason {
    case .divisionByZero: "this divides by zero"
    case .overflow: "this is too large to count with"
    case .twoCurrencies: "this mixes two currencies"
    case .noSuchDay: "there is no such day"
    case .rootOfNegative: "a negative number has no square root"
    case .notAShare: "there are more successes than tries, or fewer than none"
    case .wrongKinds: "these values do not go together"
    case .tooMuchWork: "this is too much to work out"
    }
  }
}
