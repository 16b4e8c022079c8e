import Values

/// What a meeting is called where nobody named it: its project and its playbook.
package enum MeetingTitle {
  /// `Apollo pre-mortem`; words that end the one and begin the other stand once: a project “Churn
  /// offer model” makes “Churn offer model scoping” of “Model scoping”.
  package static func words(project: String, playbook: String) -> String {
    let first = project.split(separator: " ")
    let second = playbook.lowercasedFirst.split(separator: " ")
    let shared = stride(from: min(first.count, second.count), to: 0, by: -1).first { count in
      zip(first.suffix(count), second.prefix(count)).allSatisfy {
        TextFolding.fold(String($0)) == TextFolding.fold(String($1))
      }
    }
    return (first + second.dropFirst(shared ?? 0)).joined(separator: " ")
  }
}
