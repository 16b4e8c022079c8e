/// Markdown as Notion imports it: headings to the third level, no HTML in cells.
package enum NotionMarkdown {
  package static func write(_ document: Document) -> String {
    MarkdownPage(deepestHeading: 3, cellBreak: "; ").text(document)
  }
}
