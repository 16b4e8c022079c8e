import Values

// Another playbook in the place of the pinned one: what hangs on a renamed question moves along.
extension SessionState {
  mutating func apply(_ changed: PlaybookChanged) {
    pinned = changed.pinned
    touched.insert(.everything)
    for (old, new) in changed.renamed where old != new { rename(old, new) }
    for (address, value) in changed.converted {
      guard let answer = answers[address] else { continue }
      // Its words were taken out of the file.
      guard value != .null else {
        set(nil, at: address)
        continue
      }
      set(Answer(value: value, via: answer.via, by: answer.by, why: answer.why), at: address)
    }
  }

  private mutating func rename(_ old: String, _ new: String) {
    func moved(_ address: Address) -> Address? {
      let (question, suffix) =
        address.isWriting
        ? (String(address.question.dropLast(6)), ".alone") : (address.question, "")
      guard question == old else { return nil }
      return Address(new + suffix, items: address.items, person: address.person)
    }
    for (address, answer) in answers {
      guard let place = moved(address) else { continue }
      set(nil, at: address)
      set(answer, at: place)
    }
    for address in settled {
      guard let place = moved(address) else { continue }
      settled.remove(address)
      settled.insert(place)
    }
    for place in items.indices where moved(items[place].list) != nil {
      items[place].list = moved(items[place].list) ?? items[place].list
    }
    lookup.lists.rename(moved)
    endings.rename(moved)
    ballots.rename(moved)
    turns.rename(moved)
    counts.rename(moved)
    signatures.rename(moved)
    writingsEnded.rename(moved)
  }
}

extension PagedDictionary {
  /// Moves values to other keys; where the answer is nil they stay.
  fileprivate mutating func rename(_ moved: (Key) -> Key?) {
    for (key, value) in self {
      guard let place = moved(key) else { continue }
      self[key] = nil
      self[place] = value
    }
  }
}

extension Dictionary {
  fileprivate mutating func rename(_ moved: (Key) -> Key?) {
    for (key, value) in self {
      guard let place = moved(key) else { continue }
      self[key] = nil
      self[place] = value
    }
  }
}
