import Testing

@testable import Values

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `sha256 agrees with the standard's examples`(text: String, digest: String) {
    #expect(Digest.sha256(Array(text.utf8)) == digest)
    #expect(Digest.sha256(AnyCollection(Array(text.utf8))) == digest)
  }

  @Test func `sha256 of a million letters agrees with the standard`() {
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      Digest.sha256(letters) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [
    ("", "00000000"), ("123456789", "cbf43926"), ("a", "e8b7be43"),
    ("The quick brown fox jumps over the lazy dog", "414fa339"),
  ])
  func `crc32 agrees with the known check values`(text: String, check: String) {
    #expect(Digest.hex8(Digest.crc32(Array(text.utf8))) == check)
  }

  @Test func `a version 7 uuid begins with its milliseconds`() {
    let random: [UInt8] = [0xCC, 0x33, 0xD8, 0xDC, 0x0C, 0x0C, 0x39, 0x8F, 0xFF, 0xFF]
    let uuid = Identifier.uuidV7(milliseconds: 0x017F_22E2_79B0, random: random)
    #expect(uuid == "017f22e2-79b0-7c33-98dc-0c0c398fffff")
    #expect(
      Identifier.uuidV7(milliseconds: -1, random: []) == "00000000-0000-7000-8000-000000000000")
  }

  @Test func `a version 8 uuid is the same for the same parts only`() {
    let first = Identifier.uuidV8(hashing: [Array("ab".utf8), Array("c".utf8)])
    #expect(first == Identifier.uuidV8(hashing: [Array("ab".utf8), Array("c".utf8)]))
    #expect(first != Identifier.uuidV8(hashing: [Array("a".utf8), Array("bc".utf8)]))
    #expect(first.utf8.count == 36)
    #expect(Array(first)[14] == "8" && "89ab".contains(Array(first)[19]))
  }

  @Test(arguments: [
    ("0199754e-2a10-7c3e-9b1f-6f0d2b7a4c11", "xutar"),
    ("00000000-0000-7000-8000-000000000000", "aaaaa"),
    ("ffffffff-ffff-ffff-ffff-ffffffffffff", "77777"),
    ("00000000-0000-7000-8000-000000000001", "aaaab"),
  ])
  func `a short tag is five letters of the tail`(uuid: String, tag: String) {
    #expect(Identifier.shortTag(of: uuid) == tag)
  }

  @Test func `a short tag of anything is five characters`() {
    for text in ["", "x", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"] {
      #expect(Identifier.shortTag(of: text).utf8.count == 5)
    }
  }

  @Test(arguments: [
    ("Apollo", "apollo"), ("Replace billing by May!", "replace-billing-by-may"),
    ("Überprüfung Q3", "uberprufung-q3"), ("Ærøskøbing", "aeroskobing"), ("straße", "strasse"),
    ("--x--", "x"), ("Łódź", "lodz"), ("e\u{301}te\u{301}", "ete"), ("Ana's plan", "anas-plan"),
    ("a_b.c/d", "a-b-c-d"), ("Nguyễn", "nguyen"), ("İstanbul", "istanbul"), ("Þór", "thor"),
    (String(repeating: "ab ", count: 40), String(repeating: "ab-", count: 21) + "a"),
  ])
  func `a slug is plain letters, digits and single dashes`(text: String, slug: String) {
    #expect(Slug.make(text) == slug)
  }

  @Test(arguments: ["", "日本", "!!!", "-"])
  func `a slug of nothing is p and a digest`(text: String) {
    let slug = Slug.make(text)
    #expect(slug.hasPrefix("p-") && slug.utf8.count == 8)
    #expect(slug == "p-" + Digest.sha256(Array(text.utf8)).prefix(6))
  }
}
