/// The currencies that huddle knows: four signs, and the active codes of ISO 4217.
package enum Currency {
  private static let signs = ["£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY"]

  /// `GBP` for `£`; nil where it is no known sign.
  package static func code(forSign sign: String) -> String? { signs[sign] }

  /// `GBP` for `quid`; a word that several currencies share is the one at hand, where it is one of
  /// them.
  ///
  /// Nil where it is no known word, or says too little.
  package static func code(forWord word: String, atHand: String?) -> String? {
    guard let codes = words[word.lowercased()] else { return nil }
    return atHand.flatMap { codes.contains($0) ? $0 : nil } ?? (codes.count == 1 ? codes[0] : nil)
  }

  private static let words: [String: [String]] = {
    let dollars = ["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD"]
    let crowns = ["SEK", "NOK", "DKK", "ISK", "CZK"]
    let francs = ["CHF", "XOF", "XAF"]
    return [
      "quid": ["GBP"], "pound": ["GBP"], "pounds": ["GBP"], "sterling": ["GBP"],
      "euro": ["EUR"], "euros": ["EUR"], "yen": ["JPY"], "zloty": ["PLN"],
      "dollar": dollars, "dollars": dollars, "bucks": dollars,
      "franc": francs, "francs": francs, "franken": ["CHF"], "kr": crowns, "kronor": crowns,
      "kroner": crowns, "crowns": crowns,
    ]
  }()

  /// `£` for `GBP`; nil where people write the code itself.
  package static func sign(forCode code: String) -> String? {
    signs.first { $0.value == code }?.key
  }

  /// True for an active ISO 4217 code in capitals.
  package static func isCode(_ text: String) -> Bool { codes.contains(text) }

  private static let codes = Set(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF \
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD \
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH \
    UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split(separator: " ").map(String.init))
}
