/// Where the programs of this package stand that were built along with the tests.
package enum BuiltProduct {
  /// The path of a program, such as `huddle`; the test target has to depend on it.
  package static func path(_ name: String) -> String {
    // The test bundle stands beside them, whoever runs it.
    for argument in CommandLine.arguments {
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      if let bundle = parts.lastIndex(where: { $0.hasSuffix(".xctest") }) {
        return (parts[..<bundle] + [Substring(name)]).joined(separator: "/")
      }
    }
    return "./\(name)"
  }
}
