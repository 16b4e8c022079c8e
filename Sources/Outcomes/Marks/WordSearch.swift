/// Finds which of many words a text holds, by bytes and in one go through the text, however many
/// words there are: as Aho and Corasick do it.
struct WordSearch {
  /// One byte further on the way through a word.
  private struct Node {
    var next: [UInt8: Int] = [:]
    /// The longest other beginning of a word that ends in the same bytes.
    var fallback = 0
    /// The nearest such beginning that is a whole word; 0 where none is.
    var shorter = 0
    /// The word that ends here.
    var word: Int?
  }

  private var nodes = [Node()]
  private var numbers: [String: Int] = [:]

  /// How many different words are looked for.
  var count: Int { numbers.count }

  init(_ words: [String]) {
    for word in words where numbers[word] == nil {
      add(word, numbers.count)
      numbers[word] = numbers.count
    }
    link()
  }

  /// The number of a word that is looked for.
  func number(of word: String) -> Int? { numbers[word] }

  /// The numbers of the words that a text holds.
  func words(in text: String) -> Set<Int> {
    var found: Set<Int> = []
    var place = 0
    for byte in text.utf8 {
      place = step(place, byte)
      var end = nodes[place].word == nil ? nodes[place].shorter : place
      // Where a word was found before, so were the shorter ones that it ends in.
      while let word = nodes[end].word, found.insert(word).inserted { end = nodes[end].shorter }
    }
    return found
  }

  private mutating func add(_ word: String, _ number: Int) {
    var place = 0
    for byte in word.utf8 {
      if let next = nodes[place].next[byte] {
        place = next
      } else {
        nodes.append(Node())
        nodes[place].next[byte] = nodes.count - 1
        place = nodes.count - 1
      }
    }
    if place > 0 { nodes[place].word = number }
  }

  /// Shorter beginnings first: each one’s fallback is shorter than itself.
  private mutating func link() {
    var waiting = Array(nodes[0].next.values)
    var done = 0
    while done < waiting.count {
      let place = waiting[done]
      done += 1
      for (byte, next) in nodes[place].next {
        let fallback = step(nodes[place].fallback, byte)
        nodes[next].fallback = fallback
        nodes[next].shorter = nodes[fallback].word == nil ? nodes[fallback].shorter : fallback
        waiting.append(next)
      }
    }
  }

  private func step(_ from: Int, _ byte: UInt8) -> Int {
    var place = from
    while true {
      if let next = nodes[place].next[byte] { return next }
      if place == 0 { return 0 }
      place = nodes[place].fallback
    }
  }
}
