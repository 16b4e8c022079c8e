import Testing
import Values

/// The bytes of a file, and what they say.
private let files: [(bytes: [UInt8], text: String)] = [
  (Array("Zoë".utf8), "Zoë"),
  ([0x5A, 0x6F, 0xEB], "Zoë"),
  ([0x93, 0x68, 0x69, 0x94, 0x20, 0x96], "“hi” –"),
  ([0xFF, 0xFE, 0x5A, 0x00, 0xEB, 0x00], "Zë"),
  ([0xFE, 0xFF, 0x00, 0x5A, 0x00, 0xEB], "Zë"),
  ([], ""),
]

@Test(arguments: files)
func `a file is read in the encoding that its bytes show`(_ bytes: [UInt8], _ text: String) {
  #expect(TextBytes.text(bytes) == text)
}
