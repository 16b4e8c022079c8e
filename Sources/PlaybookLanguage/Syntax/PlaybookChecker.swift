enum PlaybookChecker { static func check(_ decoder: PlaybookDecoder) -> [Diagnostic] { [] } }
