extension RandomAccessCollection<UInt8> {
  /// Where some bytes stand first.
  func firstPlace(of wanted: some Collection<UInt8>) -> Range<Index>? {
    indices.first { self[$0...].starts(with: wanted) }
      .map { $0..<index($0, offsetBy: wanted.count) }
  }
}
