extension JSONValue {
  /// Reads one JSON text (RFC 8259), strictly.
  ///
  /// Refused, beyond what the RFC refuses: a byte order mark, a name that stands twice in an
  /// object, nesting over 64 deep, half surrogate pairs, and numbers that ``Number`` cannot hold
  /// exactly.
  package init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    var parser = JSONParser(bytes: Array(bytes))
    self = try parser.document()
  }

  /// Reads one JSON text, strictly.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}
