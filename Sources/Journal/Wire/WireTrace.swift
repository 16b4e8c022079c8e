import Values

/// What a type of record asks its reader for: its members, by name, with the form of each.
///
/// The readers are the one place that knows the format. Followed through once with made-up values
/// they tell it, so that the published schema cannot say anything else than what is read.
final class WireTrace {
  private(set) var fields: [Field] = []

  struct Field: Sendable {
    let name: String
    let form: Form
    var isRequired: Bool
  }

  indirect enum Form: Sendable {
    case text, whole, flag, date, address, anything, object
    case choice([String])
    case list(Form)
    case entries([Field])
  }

  func note(_ name: String, _ form: Form, isRequired: Bool) {
    fields.append(Field(name: name, form: form, isRequired: isRequired))
  }

  /// A member that is asked for as one that may be missing, and must not be.
  func require(_ name: String) {
    guard let index = fields.lastIndex(where: { $0.name == name }) else { return }
    fields[index].isRequired = true
  }

  /// The members of each type of record, by its name on disk.
  static let types: [(type: String, fields: [Field])] = WireTable.readers.keys.sorted().map {
    type in
    let trace = WireTrace()
    var reader = WireReader(following: trace)
    _ = try? WireTable.readers[type]?(&reader)
    return (type, trace.fields)
  }
}
