package import PlaybookLanguage
import Playbooks

/// Playbooks for tests: from text, and those that are shipped.
package enum TestPlaybook {
  package struct Broken: Error, CustomStringConvertible {
    package let description: String
  }

  /// A whole playbook; parts come from the catalogue, or from `parts` by name.
  package static func load(_ text: String, parts: [String: String] = [:]) throws -> Playbook {
    let (playbook, diagnostics) = PlaybookLoader.load(text: text, file: "test.yaml") { name in
      if let text = parts[name] { return (Array(text.utf8), name + ".yaml") }
      return Catalogue.entry(named: name).map { ($0.bytes, name + ".yaml") }
    }
    guard let playbook else { throw Broken(description: "\(diagnostics)") }
    return playbook
  }

  /// A playbook of one section with these steps; `rest` stands at the top level after it.
  package static func steps(
    _ steps: String, top: String = "", rest: String = "", parts: [String: String] = [:]
  ) throws -> Playbook {
    try load(
      """
      huddle: 1
      id: small
      version: 1.0.0
      title: Small
      summary: A small meeting.
      \(top)
      sections:
        - id: all
          title: All
          steps:
      \(indented(steps))
      \(rest)
      """, parts: parts)
  }

  package static func shipped() throws -> [Playbook] {
    try Catalogue.meetings.map { try load(String(decoding: $0.bytes, as: UTF8.self)) }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "      " + $0 }
      .joined(separator: "\n")
  }
}
