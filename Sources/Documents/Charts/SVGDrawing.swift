import Values

/// A picture in SVG, drawn on a grid of whole and half pixels so that it repeats to the byte.
///
/// Colours are those of Okabe and Ito, which people with any colour vision tell apart
/// (https://jfly.uni-koeln.de/color/); none of them says anything that words do not say as well.
struct SVGDrawing {
  enum Colour: String {
    case blue = "#0072B2", orange = "#E69F00", green = "#009E73", vermilion = "#D55E00"
    case sky = "#56B4E9", purple = "#CC79A7"
  }

  enum Anchor: String { case start, middle, end }

  let width: Double
  private(set) var elements: [String] = []

  init(width: Double = 720) { self.width = width }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: Colour,
    opacity: Double = 1, title: String? = nil, isOutlined: Bool = false
  ) {
    elements.append(
      "<rect x=\"\(Self.px(x))\" y=\"\(Self.px(y))\" width=\"\(Self.px(max(0, width)))\" "
        + "height=\"\(Self.px(max(0, height)))\" fill=\"\(colour.rawValue)\""
        + (opacity < 1 ? " fill-opacity=\"\(Self.px(opacity))\"" : "")
        + (isOutlined ? " stroke=\"currentColor\" stroke-width=\"2\"" : "")
        + Self.closing("rect", title)
    )
  }

  mutating func frame(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    elements.append(
      "<rect x=\"\(Self.px(x))\" y=\"\(Self.px(y))\" width=\"\(Self.px(width))\" "
        + "height=\"\(Self.px(height))\" fill=\"none\" stroke=\"currentColor\" "
        + "stroke-opacity=\"0.4\"/>")
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, opacity: Double = 0.4)
  {
    elements.append(
      "<line x1=\"\(Self.px(x1))\" y1=\"\(Self.px(y1))\" x2=\"\(Self.px(x2))\" "
        + "y2=\"\(Self.px(y2))\" stroke=\"currentColor\" stroke-opacity=\"\(Self.px(opacity))\"/>")
  }

  mutating func path(_ points: [(Double, Double)], _ colour: Colour) {
    let list = points.map { "\(Self.px($0.0)),\(Self.px($0.1))" }.joined(separator: " ")
    elements.append(
      "<polyline points=\"\(list)\" fill=\"none\" stroke=\"\(colour.rawValue)\" "
        + "stroke-width=\"2\"/>")
  }

  mutating func polygon(_ points: [(Double, Double)], _ colour: Colour, title: String? = nil) {
    let list = points.map { "\(Self.px($0.0)),\(Self.px($0.1))" }.joined(separator: " ")
    elements.append(
      "<polygon points=\"\(list)\" fill=\"\(colour.rawValue)\"" + Self.closing("polygon", title))
  }

  mutating func disc(
    _ x: Double, _ y: Double, _ radius: Double, _ colour: Colour, title: String? = nil
  ) {
    elements.append(
      "<circle cx=\"\(Self.px(x))\" cy=\"\(Self.px(y))\" r=\"\(Self.px(radius))\" "
        + "fill=\"\(colour.rawValue)\"" + Self.closing("circle", title))
  }

  /// Words whose baseline is at `y`; `on` a colour they are white.
  mutating func text(
    _ words: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Int = 13,
    isOnColour: Bool = false, isBold: Bool = false
  ) {
    elements.append(
      "<text x=\"\(Self.px(x))\" y=\"\(Self.px(y))\" text-anchor=\"\(anchor.rawValue)\" "
        + "font-size=\"\(size)\"" + (isBold ? " font-weight=\"600\"" : "")
        + " fill=\"\(isOnColour ? "#fff" : "currentColor")\">"
        + HTMLText.escape(words.singleLine) + "</text>")
  }

  /// Words in lines of so many letters that end at `x`, the first at `y`.
  ///
  /// None is cut: on a wall nothing can be pointed at to read the rest. Gives how much more room
  /// they take than one line.
  mutating func label(
    _ words: String, letters: Int, _ x: Double, _ y: Double, isBold: Bool = false
  ) -> Double {
    let lines = TextWrapping.lines([.text(words.singleLine)], letters)
    for (place, line) in lines.enumerated() {
      text(line, x, y + Double(place) * Self.line, .end, isBold: isBold)
    }
    return Double(lines.count - 1) * Self.line
  }

  private static let line = 15.0

  /// The whole picture, with a title for those who do not see it.
  func finished(height: Double, title: String) -> String {
    let words = HTMLText.escape(title.singleLine)
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.px(width)) "
      + "\(Self.px(height))\" role=\"img\" aria-label=\"\(words)\" "
      + "style=\"font-family: system-ui, sans-serif\">\n<title>\(words)</title>\n"
      + elements.joined(separator: "\n") + "\n</svg>"
  }

  private static func closing(_ element: String, _ title: String?) -> String {
    guard let title else { return "/>" }
    return "><title>\(HTMLText.escape(title.singleLine))</title></\(element)>"
  }

  /// At most two decimals, the same on every machine.
  static func px(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1_000_000 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? "\(rest / 10)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }
}
