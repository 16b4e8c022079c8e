package import Values

/// What a list says of a playbook, read from its first lines: the rest of the file stays unread.
///
/// For playbooks that are known to be sound; whether another one is, only the loader can say.
package struct PlaybookHead: Sendable, Equatable {
  package private(set) var title = ""
  package private(set) var summary = ""
  package private(set) var time: TimeSpan?

  /// Nil where a title does not stand above the sections.
  package init?(bytes: [UInt8]) {
    guard var events = YAMLEventStream(bytes), Self.begins(&events) else { return nil }
    while case .scalar(let key, _) = events.next().kind, key != "sections", key != "steps" {
      switch events.next().kind {
      case .scalar(let words, _): take(words, as: key)
      case .sequenceStart, .mappingStart:
        guard Self.pass(&events) else { return nil }
      default: return nil
      }
    }
    if title.isEmpty { return nil }
  }

  private mutating func take(_ words: String, as key: String) {
    switch key {
    case "title": title = words.trimmed
    case "summary": summary = words.trimmed
    case "time": time = TimeSpan(typed: words)
    default: break
    }
  }

  /// Up to the first key of the map that a playbook is.
  private static func begins(_ events: inout YAMLEventStream) -> Bool {
    while true {
      switch events.next().kind {
      case .streamStart, .documentStart: continue
      case .mappingStart: return true
      default: return false
      }
    }
  }

  /// Passes over a list or map that has just begun; false where it has no end.
  private static func pass(_ events: inout YAMLEventStream) -> Bool {
    var depth = 1
    while depth > 0 {
      switch events.next().kind {
      case .sequenceStart, .mappingStart: depth += 1
      case .collectionEnd: depth -= 1
      case .streamEnd, .failure: return false
      default: continue
      }
    }
    return true
  }
}
