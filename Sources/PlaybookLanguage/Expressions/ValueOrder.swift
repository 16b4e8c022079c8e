/// How two values stand to each other.
enum ValueOrder: Equatable {
  case before, same, after

  init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .before : a == b ? .same : .after
  }
}
