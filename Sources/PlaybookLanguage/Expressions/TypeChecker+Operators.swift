import Values

extension TypeChecker {
  mutating func type(
    of operation: BinaryOperator, _ left: Expression, _ right: Expression, at span: SourceSpan
  ) -> ValueType {
    switch operation {
    case .or, .and:
      expect(.condition, of: left)
      expect(.condition, of: right)
      return .yesno
    case .plus, .minus, .times, .divided:
      return arithmetic(operation, left, right, at: span)
    case .equal, .notEqual:
      equality(left, right, at: span)
      return .yesno
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      ordering(left, right, at: span)
      return .yesno
    case .isIn, .isNotIn:
      membership(left, right)
      return .yesno
    }
  }

  // MARK: - Arithmetic

  private mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, at span: SourceSpan
  ) -> ValueType {
    let types = (type(of: left), type(of: right))
    if types.0 == .blank || types.1 == .blank { return .blank }
    if types.0.isOpen || types.1.isOpen { return .unknown }
    if isLoneMonths(types.0, left) || isLoneMonths(types.1, right) { return .unknown }
    let families = (
      left.isNumberLiteral && operation.isSum ? types.1.literalFamily : types.0.family,
      right.isNumberLiteral && operation.isSum ? types.0.literalFamily : types.1.family
    )
    if let result = Self.result(of: operation, families.0, families.1) { return result }
    reportOperands(operation, types.0, types.1, right, at: span)
    return .unknown
  }

  /// Months that a function gives cannot be added: only `months(n)` itself beside the day.
  private mutating func isLoneMonths(_ type: ValueType, _ expression: Expression) -> Bool {
    guard type == .months, expression.months == nil else { return false }
    reportLoneMonths(at: expression.span)
    return true
  }

  private static func result(
    of operation: BinaryOperator, _ left: ValueType.Family, _ right: ValueType.Family
  ) -> ValueType? {
    switch (operation, left, right) {
    case (_, .number, .number): .number
    case (.plus, .money, .money), (.minus, .money, .money): .money
    case (.times, .money, .number), (.times, .number, .money), (.divided, .money, .number): .money
    case (.divided, .money, .money), (.divided, .span, .span): .number
    case (.plus, .span, .span), (.minus, .span, .span): .span
    case (.times, .span, .number), (.times, .number, .span), (.divided, .span, .number): .span
    case (.minus, .date, .date): .span
    case (.plus, .date, .span), (.plus, .date, .months), (.minus, .date, .span),
      (.minus, .date, .months), (.plus, .span, .date), (.plus, .months, .date):
      .date
    default: nil
    }
  }

  private mutating func reportOperands(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType, _ rightSide: Expression,
    at span: SourceSpan
  ) {
    report(
      .wrongOperands, at: span,
      "'\(operation.rawValue)' does not go between \(left.words) and \(right.words)",
      notes: arithmeticNotes(operation, left, right, rightSide))
  }

  private func arithmeticNotes(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType, _ rightSide: Expression
  ) -> [String] {
    let families: Set = [left.family, right.family]
    if families.contains(.text) || families.contains(.choice) {
      return ["texts are put together in prose, {a} {b}, or with [a, b].join(' ')"]
    }
    if families == [.date, .number] || families == [.span, .number], operation.isSum {
      let count = rightSide.isNumberLiteral ? rightSide.source : "n"
      return ["say of what: \(operation.rawValue) days(\(count)), weeks or months"]
    }
    if families.contains(.item) {
      return ["name the field of the item that is meant: risk.score"]
    }
    if families == [.money, .number], operation.isSum { return [Self.moneyNote] }
    if families == [.money] { return ["money times a number is money, money by money a number"] }
    return []
  }

  private static let moneyNote =
    "only a number written here takes the money's currency; ask for the other with kind: money"

  // MARK: - Comparing

  private mutating func equality(_ left: Expression, _ right: Expression, at span: SourceSpan) {
    let types = (type(of: left), type(of: right))
    if types.0 == .months || types.1 == .months { return reportLoneMonths(at: span) }
    if case .choice(let options) = types.0 { refuseUndeclared(right, among: options) }
    if case .choice(let options) = types.1 { refuseUndeclared(left, among: options) }
    guard !areComparable(types.0, types.1, left, right) else { return }
    reportIncomparable(types.0, types.1, at: span)
  }

  private func areComparable(
    _ a: ValueType, _ b: ValueType, _ left: Expression, _ right: Expression
  ) -> Bool {
    if a.isOpen || b.isOpen || a.family == b.family { return true }
    switch (a.family, b.family) {
    case (.text, .choice), (.choice, .text): return true
    case (.money, .number): return right.isNumberLiteral
    case (.number, .money): return left.isNumberLiteral
    default: return false
    }
  }

  private mutating func reportIncomparable(
    _ left: ValueType, _ right: ValueType, at span: SourceSpan
  ) {
    let families: Set = [left.family, right.family]
    var notes: [String] = []
    if families == [.person, .text] {
      notes = ["compare people with people, owner == lead, or their names: owner.name == 'Ana'"]
    } else if families == [.item, .text] {
      notes = ["compare the item's words: r.text == 'like this'"]
    } else if families == [.yesno, .text] {
      notes = ["yes and no stand without quotes: x == yes"]
    } else if families == [.money, .number] {
      notes = [Self.moneyNote]
    } else if families == [.date, .text] {
      notes = ["a day is written date('2030-01-15')"]
    } else if families.contains(.list) {
      notes = ["to look for one thing in a list: x in list; to count it: list.count"]
    }
    report(
      .incomparable, at: span, "\(left.words) and \(right.words) are never the same", notes: notes)
  }

  private mutating func ordering(_ left: Expression, _ right: Expression, at span: SourceSpan) {
    let types = (type(of: left), type(of: right))
    if types.0.isOpen || types.1.isOpen { return }
    let ordered: Set<ValueType.Family> = [.number, .money, .date, .span, .text]
    if types.0.family == types.1.family, ordered.contains(types.0.family) { return }
    let families: Set = [types.0.family, types.1.family]
    if families == [.money, .number], areComparable(types.0, types.1, left, right) { return }
    report(
      .incomparable, at: span, "\(types.0.words) and \(types.1.words) have no order",
      notes: orderingNotes(families))
  }

  private func orderingNotes(_ families: Set<ValueType.Family>) -> [String] {
    if families.contains(.choice) {
      return ["options have no order: use 'kind: scale', or options with numbers"]
    }
    if families.contains(.list) { return ["to compare how many there are: list.count"] }
    if families == [.span, .number] {
      return ["compare with a length of time, days(30), or compare its days: (a - b).days"]
    }
    if families == [.money, .number] { return [Self.moneyNote] }
    if families.contains(.date) { return ["a day is written date('2030-01-15')"] }
    return []
  }

  private mutating func membership(_ left: Expression, _ right: Expression) {
    let types = (type(of: left), type(of: right))
    expect(
      .oneOf(
        [.list], "after 'in' stands a list", note: "for a part of a text: contains(text, 'part')"),
      given: types.1, at: right.span)
    if case .choice(let options) = types.0, case .list(let parts) = right.node {
      for part in parts { refuseUndeclared(part, among: options) }
    }
    if case .choice(let options) = types.1.element { refuseUndeclared(left, among: options) }
    let element = types.1.element
    if case .list = types.1, !areComparable(types.0, element, left, right) {
      reportIncomparable(types.0, element, at: left.span)
    }
  }

  /// A text beside a choice must be one of its options.
  private mutating func refuseUndeclared(_ expression: Expression, among options: [String]) {
    guard case .literal(.text(let text)) = expression.node, !options.contains(text) else { return }
    let nearest = NearestWord.find(text, in: options)
    report(
      .undeclaredOption, at: expression.span, "'\(text)' is not one of the options",
      label: nearest.map { "did you mean '\($0)'?" },
      notes: ["the options are \(DisplayText.joined(options.map { "'\($0)'" }))"])
  }
}

extension BinaryOperator {
  fileprivate var isSum: Bool { self == .plus || self == .minus }
}

extension ValueType {
  /// What a number literal beside this is: money beside money, in its currency.
  fileprivate var literalFamily: Family { family == .money ? .money : .number }
}

extension Expression {
  /// A number that stands in the playbook itself, with or without a sign.
  var isNumberLiteral: Bool {
    switch node {
    case .literal(.number): true
    case .negate(let operand): operand.isNumberLiteral
    default: false
    }
  }
}
