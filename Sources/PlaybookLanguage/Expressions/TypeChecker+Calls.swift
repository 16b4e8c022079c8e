import Values

extension TypeChecker {
  mutating func call(
    _ name: String, _ arguments: [Expression], at span: SourceSpan
  ) -> ValueType {
    guard let function = LanguageFunction.plain(name) else {
      reportUnknownFunction(name, arguments, at: span)
      // A variable that it may name is nobody's mistake.
      let isOfList = LanguageFunction.list(name) != nil
      for argument in isOfList ? Array(arguments.prefix(1)) : arguments { _ = type(of: argument) }
      return .unknown
    }
    guard function.arity.contains(arguments.count) else {
      return reportCount(function, at: span)
    }
    let call = TypedCall(name: name, base: .unknown, arguments: arguments, span: span)
    return function.type(&self, call)
  }

  mutating func method(
    _ name: String, of base: Expression, _ arguments: [Expression], in whole: Expression
  ) -> ValueType {
    if name == LanguageFunction.ofItems, case .name(let asked) = base.node {
      return answer(asked, arguments, of: base, in: whole)
    }
    let baseType = type(of: base)
    let place = whole.nameSpan(after: base, name)
    guard let function = LanguageFunction.list(name) else {
      reportUnknownMethod(name, of: base, arguments, at: place)
      return .unknown
    }
    if baseType.isOpen {
      return typeOnUnknown(function, arguments, at: whole.span)
    }
    guard case .list = baseType else {
      report(
        .wrongArgument, at: place, "'\(name)' works on a list", label: "this is \(baseType.words)")
      return .unknown
    }
    return applied(function, to: baseType, arguments, at: whole.span)
  }

  /// What the arguments say is checked even where nothing is known of the list.
  private mutating func typeOnUnknown(
    _ function: LanguageFunction, _ arguments: [Expression], at span: SourceSpan
  ) -> ValueType {
    applied(function, to: .list(.unknown), arguments, at: span)
  }

  private mutating func applied(
    _ function: LanguageFunction, to base: ValueType, _ arguments: [Expression],
    at span: SourceSpan
  ) -> ValueType {
    if isMissingVariable(function, arguments) {
      return reportMissingVariable(function, arguments, at: span)
    }
    guard function.arity.contains(arguments.count) else { return reportCount(function, at: span) }
    let call = TypedCall(name: function.name, base: base, arguments: arguments, span: span)
    return function.type(&self, call)
  }

  private func isMissingVariable(_ function: LanguageFunction, _ arguments: [Expression]) -> Bool {
    let isNamed = if case .name? = arguments.first?.node { true } else { false }
    return switch function.variable {
    case .never: false
    case .optional: arguments.count == 2 && !isNamed
    case .required: arguments.count == 1 || arguments.count == 2 && !isNamed
    }
  }

  private mutating func reportMissingVariable(
    _ function: LanguageFunction, _ arguments: [Expression], at span: SourceSpan
  ) -> ValueType {
    report(
      .missingVariable, at: arguments[0].span,
      "'\(function.name)' first names each item, then says what of it",
      notes: ["write it like \(function.usage)"])
    return .unknown
  }

  private mutating func reportCount(
    _ function: LanguageFunction, at span: SourceSpan
  ) -> ValueType {
    report(
      .wrongArgumentCount, at: span, "'\(function.name)' takes \(function.arity.words)",
      notes: ["write it like \(function.usage)"])
    return .unknown
  }

  // MARK: - For the table of functions

  /// The type of an argument, which must be one of these.
  @discardableResult
  mutating func argument(
    _ index: Int, of call: TypedCall, among families: Set<ValueType.Family>
  ) -> ValueType {
    let argument = call.arguments[index]
    let type = type(of: argument)
    guard !type.isOpen, !families.contains(type.family) else { return type }
    let all = families.map(\.words).sorted().joined(separator: " or ")
    let wanted = families.contains(.text) ? "text" : all
    report(
      .wrongArgument, at: argument.span, "'\(call.name)' takes \(wanted) here",
      label: "this is \(type.words)")
    return .unknown
  }

  /// The type of the second argument, with the first naming an entry of the list.
  mutating func body(of call: TypedCall) -> ValueType {
    guard case .name(let variable) = call.arguments[0].node else { return .unknown }
    reportHidden(variable, at: call.arguments[0].span)
    let outer = locals[variable]
    locals[variable] = call.base.element
    defer { locals[variable] = outer }
    return type(of: call.arguments[1])
  }
}

extension ClosedRange<Int> {
  /// `1 argument`, `1 or 2 arguments`, `2 to 8 arguments`.
  fileprivate var words: String {
    let several = upperBound.counted("argument")
    switch upperBound - lowerBound {
    case 0: return upperBound == 0 ? "no arguments" : several
    case 1: return "\(lowerBound) or \(several)"
    default: return "\(lowerBound) to \(several)"
    }
  }
}

extension Expression {
  /// Where a field's or function's name stands after its base, as far as both are on one line.
  func nameSpan(after base: Expression, _ name: String) -> SourceSpan {
    if case .member = node, span.length > name.count {
      return SourceSpan(
        file: span.file, line: span.line, column: span.column + span.length - name.count,
        length: name.count)
    }
    let start = base.span.column + base.span.length + 1
    guard base.span.line == span.line, start + name.count <= span.column + span.length else {
      return span
    }
    return SourceSpan(file: span.file, line: span.line, column: start, length: name.count)
  }
}
