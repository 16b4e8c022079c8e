/// Text in pieces, each with the style that says what it means.
///
/// It may hold anything that people typed: control characters are made visible where it is
/// written, in ``Output``, and nowhere before. A string literal is plain text, and an
/// interpolation may style what it inserts:
///
///     let text: StyledText = "Saved \("12 items", .good) in \(name)"
package struct StyledText: Sendable, Equatable {
  /// A run of text in one style.
  package struct Span: Sendable, Equatable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var spans: [Span]

  package init(spans: [Span] = []) {
    self.spans = spans
  }

  /// Text in one style.
  package init(_ text: some StringProtocol, _ style: Style = .plain) {
    spans = text.isEmpty ? [] : [Span(String(text), style)]
  }

  /// The text alone, without its styles.
  package var string: String { spans.map(\.text).joined() }

  /// Whether there is no text at all.
  package var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(spans: left.spans + right.spans)
  }

  package static func += (left: inout StyledText, right: StyledText) {
    left.spans += right.spans
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(stringInterpolation: Interpolation) {
    self.init(spans: stringInterpolation.spans)
  }

  /// Collects the literal and the inserted pieces of an interpolated text.
  package struct Interpolation: StringInterpolationProtocol {
    var spans: [Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      spans.reserveCapacity(interpolationCount * 2 + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(Span(literal)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      spans.append(Span(value.description))
    }

    package mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: Style
    ) {
      spans.append(Span(value.description, style))
    }

    package mutating func appendInterpolation(_ text: StyledText) {
      spans += text.spans
    }
  }
}
