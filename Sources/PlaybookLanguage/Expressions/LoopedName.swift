/// A name that has a value for every item, or pair of items, of the loops around it.
package struct LoopedName: Sendable, Equatable {
  /// One of the loops.
  package struct Loop: Sendable, Equatable {
    package let variable: String
    /// What the variable stands for.
    package let type: ValueType
    /// How the playbook writes the list: `vendors`.
    package let source: String

    package init(variable: String, type: ValueType, source: String) {
      self.variable = variable
      self.type = type
      self.source = source
    }
  }

  package let type: ValueType
  /// The loops around it, outer to inner.
  package let loops: [Loop]
  /// The loops whose items say which value is meant: a row of `r.plan` says which `r` it is of.
  package let deciding: [Loop]
  package let line: Int

  package init(type: ValueType, loops: [Loop], deciding: [Loop], line: Int) {
    self.type = type
    self.loops = loops
    self.deciding = deciding
    self.line = line
  }

  /// `for every item of 'vendors'`, `for every pair of 'vendors' and 'criteria'`.
  var extent: String {
    let lists = deciding.map { "'\($0.source)'" }
    return lists.count == 1
      ? "for every item of \(lists[0])" : "for every pair of \(lists.joined(separator: " and "))"
  }

  /// `v in vendors, c in criteria`.
  func clauses(_ variable: (Loop) -> String) -> String {
    deciding.map { "\(variable($0)) in \($0.source)" }.joined(separator: ", ")
  }
}
