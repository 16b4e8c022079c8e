/// Several names where one was asked for: `Bo / Ana L.`, `Bo & Ana`, `Bo, Ana and Cy`.
package enum NamesTogether {
  /// The names one by one; a single name is itself.
  package static func apart(_ text: String) -> [String] {
    text.split { ",;/&+".contains($0) }.flatMap { piece in
      piece.split(whereSeparator: \.isWhitespace).split { ["and", "or"].contains($0.lowercased()) }
        .map { $0.joined(separator: " ") }
    }.filter { !$0.isEmpty }
  }
}
