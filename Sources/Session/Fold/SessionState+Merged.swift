import Values

// What hung on an item that was merged reads as its survivor's: the survivor's own value first.
extension SessionState {
  /// The address as it is now: each item in it gives way to what it was merged into.
  package func standing(_ address: Address) -> Address {
    guard !address.items.isEmpty, !lookup.absorbed.isEmpty else { return address }
    return Address(
      address.question, items: address.items.map { survivor(of: $0)?.id ?? $0 },
      person: address.person)
  }

  /// The answer at an address, else that of an item merged into one of its items.
  func standing(at address: Address) -> Answer? {
    if let own = answers[address] { return own }
    return formerAddresses(of: address).sorted().lazy.compactMap { answers[$0] }.first
  }

  /// The live rows and entries of a list, with those of items merged into its own.
  func standingItems(in list: Address) -> [Item] {
    let former = formerAddresses(of: list)
    guard !former.isEmpty else { return standing(list) == list ? liveItems(in: list) : [] }
    return ([list] + former).flatMap { lookup.lists[$0] ?? Pages() }.sorted().lazy
      .map { items[$0] }.filter(\.isLive)
  }

  /// Addresses that read as this one since items in them were merged; itself left out.
  private func formerAddresses(of address: Address) -> [Address] {
    guard !address.items.isEmpty, !lookup.absorbed.isEmpty, standing(address) == address else {
      return []
    }
    let chains = address.items.reduce([[String]]([[]])) { chains, item in
      let names = names(of: item)
      return chains.flatMap { chain in names.map { chain + [$0] } }
    }
    return chains.dropFirst().map {
      Address(address.question, items: $0, person: address.person)
    }
  }

  /// An item's id and those of all that were merged into it.
  private func names(of id: String) -> [String] {
    [id] + (lookup.absorbed[id] ?? []).flatMap(names)
  }
}
