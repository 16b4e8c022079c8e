/// The playbooks and the parts they share, as they are built into the program.
///
/// The installed program is one file, so each YAML file of this folder is embedded as its bytes.
/// Nothing is parsed here.
package enum Catalogue {
  /// One file: the name by which it is run or used, and its text in UTF-8.
  package struct Entry: Sendable {
    /// `pre-mortem` for a meeting, `common/opening` for a part.
    package let name: String
    package let bytes: [UInt8]
  }

  /// What `huddle run` knows by name, in the order in which it is listed.
  package static let meetings = [
    Entry(name: "pre-mortem", bytes: PackageResources.pre_mortem_yaml),
    Entry(name: "model-scoping", bytes: PackageResources.model_scoping_yaml),
    Entry(name: "project-reset", bytes: PackageResources.project_reset_yaml),
    Entry(name: "retrospective", bytes: PackageResources.retrospective_yaml),
    Entry(name: "debrief", bytes: PackageResources.debrief_yaml),
    Entry(name: "decision", bytes: PackageResources.decision_yaml),
    Entry(name: "one-on-one", bytes: PackageResources.one_on_one_yaml),
  ]

  /// What a playbook's `use:` finds where no file of that name lies beside it.
  package static let parts = [
    Entry(name: "common/opening", bytes: PackageResources.opening_yaml),
    Entry(name: "common/closing", bytes: PackageResources.closing_yaml),
    Entry(name: "common/five-whys", bytes: PackageResources.five_whys_yaml),
    Entry(name: "common/imported", bytes: PackageResources.imported_yaml),
    Entry(name: "common/imported-groups", bytes: PackageResources.imported_groups_yaml),
  ]

  /// The file with this name, meeting or part.
  package static func entry(named name: String) -> Entry? {
    (meetings + parts).first { $0.name == name }
  }
}
