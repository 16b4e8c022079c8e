import Values

// What hung on an item that was merged reads as its survivor's: the survivor's own value first.
extension SessionState {
  /// The address as it is now: each item in it gives way to what it was merged into.
  package func standing(_ address: Address) -> Address {
    guard !address.items.isEmpty else { return address }
    return Address(
      address.question, items: address.items.map { survivor(of: $0)?.id ?? $0 },
      person: address.person)
  }

  /// The answer at an address, else that of an item merged into one of its items.
  func standing(at address: Address) -> Answer? {
    if let own = answers[address] { return own }
    guard items.contains(where: { $0.into != nil }) else { return nil }
    let merged = answers.keys.filter {
      $0.question == address.question && standing($0) == address
    }
    return merged.min().flatMap { answers[$0] }
  }

  /// The live rows and entries of a list, with those of items merged into its own.
  func standingItems(in list: Address) -> [Item] {
    items.filter { item in
      item.isLive && item.list.question == list.question && standing(item.list) == list
    }
  }
}
