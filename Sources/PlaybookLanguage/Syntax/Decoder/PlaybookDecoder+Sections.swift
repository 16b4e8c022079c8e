/// Sections, and the parts that are used among them.
extension PlaybookDecoder {
  func sections(_ fields: Fields) -> [Section] {
    items(fields, "sections").flatMap { node in
      node["use"] != nil ? usedSections(node) : [section(node)]
    }
  }

  private func section(_ node: YAMLNode) -> Section {
    let fields = fields(node, LanguageTable.section)
    let id = slug(fields, "id").map { source -> String in
      checkUnique(scope.prefix + source.text, written: source.text, source, in: \.sectionSpans)
      return scope.prefix + source.text
    }
    let loops = loops(fields, "each")
    return inside(loops.map(\.variable)) {
      Section(
        id: id ?? "", title: written(fields, "title") ?? Template(.prose([]), at: fields.span),
        time: duration(fields, "time"), tip: written(fields, "tip"),
        condition: logic(fields, "if"), each: loops, steps: steps(fields, "steps", in: id ?? ""))
    }
  }

  private func usedSections(_ node: YAMLNode) -> [Section] {
    var sections: [Section] = []
    use(node) { use, part in
      sections = part["sections"] != nil ? self.sections(part) : [sectionOfSteps(use, part)]
      sections = sections.map { section in
        var section = section
        section.condition = Self.both(use.condition, section.condition)
        section.each = use.each + section.each
        section.tip = section.tip ?? use.tip
        return section
      }
      if sections.count == 1, let time = use.time { sections[0].time = time }
    }
    return sections
  }

  /// A part of plain steps, used among sections: one section with the part's title.
  private func sectionOfSteps(_ use: Use, _ part: Fields) -> Section {
    let title = part["title"].flatMap { written($0, called: "title") }
    return Section(
      id: use.namespace, title: title ?? Template(.prose([.text(use.namespace)]), at: part.span),
      time: duration(part, "time"), steps: steps(part, "steps", in: use.namespace))
  }

  /// Both conditions, where there are two.
  static func both(_ first: Expression?, _ second: Expression?) -> Expression? {
    guard let first, let second else { return first ?? second }
    return Expression(.binary(.and, first, second), at: second.span)
  }
}
