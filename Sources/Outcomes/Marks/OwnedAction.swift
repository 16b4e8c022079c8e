import Values

/// Whose a marked action is, and what is to be done: one reading for all the ways to write it.
///
///     action  = opening… deed "Owner:" names                                     TrailingNames
///             | opening… names link deed      Bo and Ana to …, Bo: …, [Bo] …     LeadingNames
///             | opening… subject names deed   Website: Bo will …                 behindSubject
///             | opening… deed names           … (Bo), … - Bo, … @bo, Owner: Bo   TrailingNames
///             | opening… deed                 nobody’s
///     opening = a number, an arrow, `please`, by when                            ActionOpening
///
/// What stands beside the names and belongs to the deed goes behind it. A line that names nobody is
/// an action that nobody has yet: never one of somebody else.
struct OwnedAction {
  let owners: [String]
  let text: String
  /// Whether the names stand in front, where nothing but an owner stands.
  let isInFront: Bool

  init(_ said: String, _ known: KnownNames) {
    let opening = ActionOpening(said, known)
    let words = opening.rest
    let found: (owners: [String], text: String)?
    if let called = TrailingNames(called: words, known) {
      found = (called.owners, called.text)
      isInFront = false
    } else if let leading = Self.behindSubject(words, known)
      ?? LeadingNames(bidding: words, known) ?? LeadingNames(words, known: known)
      ?? LeadingNames(doing: words, known)
    {
      found = (leading.owners, leading.rest)
      isInFront = true
    } else {
      found = TrailingNames(words, known).map { ($0.owners, $0.text) }
      isInFront = false
    }
    var names: [String] = []
    for name in found?.owners.map(known.spelling) ?? [] where !names.contains(name) {
      names.append(name)
    }
    owners = names
    text = ([found?.text ?? Self.withoutTo(words)] + opening.behind).joined(separator: " ")
  }

  /// `To write the page`: nobody’s, and the deed all the same.
  private static func withoutTo(_ words: String) -> String {
    guard words.hasPrefix("To "), words.dropFirst(3).first?.isLowercase == true else {
      return words
    }
    return words.dropFirst(3).trimmed
  }

  /// `Website: Bo will …`, `Charter -- Ana to …`: first what it is about, then somebody known.
  private static func behindSubject(_ words: String, _ known: KnownNames) -> LeadingNames? {
    for sign in [": ", " -- ", " - ", " – ", " — "] {
      guard let range = words.firstRange(of: sign) else { continue }
      let subject = words[..<range.lowerBound].trimmed
      guard (1...6).contains(subject.split(separator: " ").count),
        NameList.pieces(subject).allSatisfy({ !known.mayBe($0) && !known.contains($0) }),
        let names = LeadingNames(String(words[range.upperBound...]), known: known, trust: .prose),
        sign == " -- " || names.owners.allSatisfy({ known.contains($0) })
      else { continue }
      return LeadingNames(owners: names.owners, rest: "\(subject): \(names.rest)")
    }
    return nil
  }
}

extension MutableCollection<Mark> {
  /// Gives each marked action that is nobody’s yet to those whom the rest of the log told of: who
  /// owns something further down is known by then.
  mutating func nameLate(_ known: KnownNames) {
    for place in indices
    where self[place].kind == .action && self[place].isExplicit && self[place].owners.isEmpty {
      let action = OwnedAction(self[place].text, known)
      guard !action.owners.isEmpty, action.owners.allSatisfy(known.contains) else { continue }
      self[place].owners = action.owners
      self[place].text = action.text
    }
  }
}
