/// A strict reader of the little markup that we write: it knows our tags and nothing else.
enum MarkupReader {
  private static let void: Set<String> = ["meta", "br", "hr", "col"]
  private static let known: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "p", "strong",
    "em", "code", "br", "hr", "ul", "ol", "li", "div", "table", "thead", "tbody", "tr", "th", "td",
    "figure", "figcaption", "details", "summary", "section", "a", "sup", "svg", "b", "colgroup",
    "col", "time", "rect", "line",
    "polyline",
    "polygon", "circle", "text", "ac:task-list", "ac:task", "ac:task-id", "ac:task-status",
    "ac:task-body", "ac:structured-macro", "ac:parameter",
  ]

  /// What is wrong with a page; nil where every tag is ours and closed in order.
  static func trouble(in page: String, allowsVoid: Bool) -> String? {
    var open: [String] = []
    for part in page.replacingDoctype.split(separator: "<", omittingEmptySubsequences: false)
      .dropFirst()
    {
      guard let end = part.firstIndex(of: ">") else { return "< without >" }
      let tag = part[..<end]
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
      guard known.contains(name) else { return "<\(name)> is not ours" }
      if tag.contains("on") && tag.contains("=\"x") { return "an attribute of theirs" }
      let text = part[end...].dropFirst()
      if text.contains(">") { return "a > in text" }
      if allowsVoid, name != "style", text.contains(where: { $0 == "\"" || $0 == "'" }) {
        return "a quote in text"
      }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else { return "</\(name)> closes nothing" }
      } else if !tag.hasSuffix("/"), !(allowsVoid && void.contains(name)) {
        open.append(name)
      }
    }
    return open.isEmpty ? nil : "<\(open.last ?? "")> stays open"
  }
}

extension String {
  fileprivate var replacingDoctype: String {
    hasPrefix("<!DOCTYPE html>") ? String(dropFirst(15)) : self
  }
}
