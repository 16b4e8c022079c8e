/// The playbooks that huddle brings along, embedded in the binary.
package enum Catalogue {
  package struct Entry: Sendable {
    /// The id by which it is run or used: `pre-mortem`, `common/opening`.
    package let id: String
    package let text: String

    /// Parts are used by playbooks and not run by themselves.
    package var isPart: Bool { id.hasPrefix("common/") }
  }

  /// All of them, in the order in which they are listed.
  package static var entries: [Entry] {
    [
      entry("pre-mortem", PackageResources.pre_mortem_yaml),
      entry("model-scoping", PackageResources.model_scoping_yaml),
      entry("project-reset", PackageResources.project_reset_yaml),
      entry("common/opening", PackageResources.opening_yaml),
      entry("common/closing", PackageResources.closing_yaml),
      entry("common/five-whys", PackageResources.five_whys_yaml),
    ]
  }

  private static func entry(_ id: String, _ bytes: [UInt8]) -> Entry {
    Entry(id: id, text: String(decoding: bytes, as: UTF8.self))
  }
}
