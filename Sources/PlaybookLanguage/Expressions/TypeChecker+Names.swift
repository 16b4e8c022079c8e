import Values

extension TypeChecker {
  mutating func type(ofName name: String, at span: SourceSpan) -> ValueType {
    if let local = locals[name] { return local }
    if let looped = names.looped[name], !isInside(looped) || names.names[name] == nil {
      reportLooped(name, looped, at: span)
      return looped.type
    }
    if let type = names.names[name] { return type }
    reportUnknownName(name, at: span)
    return .unknown
  }

  mutating func type(
    ofMember name: String, of base: Expression, in whole: Expression
  ) -> ValueType {
    let baseType = type(of: base)
    let place = whole.nameSpan(after: base, name)
    switch baseType {
    case .unknown, .blank: return .unknown
    case .list: return property(name, of: base, baseType, at: place)
    case .span where LanguageFunction.spanProperties.contains(name): return .number
    case .item(let list):
      let variable: String? = if case .name(let name) = base.node { name } else { nil }
      itemFields.append(.init(list: list, field: name, variable: variable, span: place))
    default: break
    }
    guard let fields = names.fields(of: baseType) else { return .unknown }
    if let type = fields[name] {
      if case .item(let list) = baseType { checkHung("\(list).\(name)", on: base, at: place) }
      return type
    }
    reportUnknownField(name, of: base, baseType, at: place)
    return .unknown
  }

  private mutating func property(
    _ name: String, of base: Expression, _ type: ValueType, at place: SourceSpan
  ) -> ValueType {
    if let function = LanguageFunction.property(name) {
      let call = TypedCall(name: name, base: type, arguments: [], span: place)
      return function.type(&self, call)
    }
    reportUnknownProperty(name, of: base, type, at: place)
    return .unknown
  }

  mutating func type(ofIndex index: Expression, of base: Expression) -> ValueType {
    let baseType = type(of: base)
    let indexType = type(of: index)
    switch baseType {
    case .unknown, .blank: return .unknown
    case .list(let element):
      expect(
        .oneOf([.number], "a list's entry is named by its place"), given: indexType, at: index.span)
      if case .literal(.number(let number)) = index.node, number.isZero {
        report(
          .indexFromZero, at: index.span, "places in a list are counted from 1",
          label: "write 1 for the first")
      }
      return element
    case .record(let fields):
      guard case .literal(.text(let name)) = index.node else {
        let types = fields.map(\.type)
        return types.dropFirst().reduce(types.first ?? .unknown) { $0.joined(with: $1) }
      }
      if let field = fields.first(where: { $0.name == name }) { return field.type }
      reportUnknownField(name, of: base, baseType, at: index.span)
      return .unknown
    default:
      report(
        .wrongArgument, at: base.span, "only lists and sets of values have entries",
        label: "this is \(baseType.words)")
      return .unknown
    }
  }
}
