#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Makes a Word document of Markdown, by pandoc where it is installed.
package struct WordProcessor {
  private let environment: [String: String]

  /// `environment` tells where programs are found.
  package init(environment: [String: String]) { self.environment = environment }

  /// Whether there is a pandoc on the path.
  package var isInstalled: Bool {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/pandoc", X_OK) == 0 }
  }

  /// Converts one file into another; false where pandoc says no (it says why itself).
  ///
  /// The document is its owner's alone. `epoch` is the moment, in seconds since 1970, that the document says it was made at: with it, two
  /// conversions of the same text give the same bytes.
  package func convert(_ markdown: String, to document: String, epoch: Int64) -> Bool {
    var settings = environment
    settings["HUDDLE_DOCUMENT"] = document
    settings["SOURCE_DATE_EPOCH"] = String(epoch)
    let command = ShellCommand(
      "umask 077; pandoc --from=gfm --to=docx --output=\"$HUDDLE_DOCUMENT\" --", argument: markdown,
      environment: settings)
    return command.start().map { ShellCommand.wait($0) == 0 } ?? false
  }
}
