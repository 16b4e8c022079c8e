import Testing

@testable import Values

@Suite struct JSONValueTests {
  @Test(arguments: [
    ("null", "null"), (" true ", "true"), ("\r\n\t[ ]", "[]"), ("{}", "{}"),
    ("[1,2.50,-0]", "[1,2.5,0]"),
    (#"{"b":1,"a":[{"c":null}]}"#, #"{"b":1,"a":[{"c":null}]}"#), ("1e2", "100"), ("1E-2", "0.01"),
    ("0e+1", "0"), ("0e999999999999999999999", "0"), ("1.0", "1"), ("123.456e3", "123456"),
    (#""\u0041\n\/\"\\""#, #""A\n/\"\\""#), (#""\ud83d\ude00""#, "\"😀\""),
    (#""\u0000\u001F""#, #""\u0000\u001f""#),
    ("\"\u{7F}\u{85}\u{2028}\u{2029}\"", #""\u007f\u0085\u2028\u2029""#), (#""é日本""#, #""é日本""#),
    (#""\b\f\r\t""#, #""\b\f\r\t""#), (#"{"":0}"#, #"{"":0}"#),
    (#"{"a":1,"A":2}"#, #"{"a":1,"A":2}"#),
    ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
    ("1e-128", "0." + String(repeating: "0", count: 127) + "1"),
    (#""\uFFFF\uFEFF""#, "\"\u{FFFF}\u{FEFF}\""),
  ])
  func `json is read and written again`(text: String, written: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(value.encoded() == written)
    #expect(try JSONValue(parsing: value.encoded()) == value)
  }

  @Test(arguments: [
    ("", "1:1", JSONError.Problem.empty), ("  ", "1:3", .empty),
    ("\u{FEFF}1", "1:1", .byteOrderMark),
    ("[1,]", "1:3", .trailingComma), (#"{"a":1,}"#, "1:7", .trailingComma),
    ("[,1]", "1:2", .unexpected("','")),
    ("[1 2]", "1:4", .unexpected("'2'")), ("[1", "1:3", .unfinished),
    ("{\"a\"", "1:5", .unfinished),
    ("{a:1}", "1:2", .unexpected("'a'")), ("{'a':1}", "1:2", .unexpected("'''")),
    ("tru", "1:4", .unfinished),
    ("trux", "1:4", .unexpected("'x'")), ("True", "1:1", .unexpected("'T'")),
    ("NaN", "1:1", .unexpected("'N'")),
    ("01", "1:1", .badNumber), ("1.", "1:1", .badNumber), (".5", "1:1", .unexpected("'.'")),
    ("+1", "1:1", .unexpected("'+'")), ("-", "1:1", .badNumber), ("1e", "1:1", .badNumber),
    ("-01", "1:1", .badNumber),
    ("1 1", "1:3", .afterTheEnd), ("[]]", "1:3", .afterTheEnd),
    ("\"a\nb\"", "1:3", .controlInString),
    (#""\x""#, "1:2", .badEscape), (#""\u12""#, "1:2", .badEscape),
    (#""\u12g4""#, "1:2", .badEscape),
    (#""\ud800""#, "1:2", .loneSurrogate), (#""\udc00""#, "1:2", .loneSurrogate),
    (#""\ud800\u0041""#, "1:2", .loneSurrogate), (#"{"a":1,"a":2}"#, "1:8", .duplicateName("a")),
    ("{\"a\":1,\n \"\\u0061\":2}", "2:2", .duplicateName("a")),
    ("{\"é\":1,\"e\u{301}\":2}", "1:8", .duplicateName("é")),
    ("1e128", "1:1", .numberOutOfReach("1e128")), ("1e-129", "1:1", .numberOutOfReach("1e-129")),
    ("// x\n1", "1:1", .unexpected("'/'")), ("\"abc", "1:5", .unfinished),
    ("\"abc\\", "1:6", .unfinished),
    ("\u{7F}", "1:1", .unexpected("the byte 0x7f")), ("[\"日本\" x]", "1:7", .unexpected("'x'")),
    ("1e999999999999999999999", "1:1", .numberOutOfReach("1e999999999999999999999")),
    (
      "123456789012345678901234567890123456789", "1:1",
      .numberOutOfReach("123456789012345678901234567890123456789")
    ),
  ])
  func `what is no json is refused with its place`(
    text: String, place: String, problem: JSONError.Problem
  ) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    #expect(error?.problem == problem)
    #expect(error.map { "\($0.line):\($0.column)" } == place)
    #expect(error?.description.isEmpty == false)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.offset == 1)
  }

  @Test func `nesting has a limit`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSONValue(parsing: nested(64))
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(65)) }
    #expect(error?.problem == .tooDeep(limit: 64))
    let endless = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONError.self) { try JSONValue(parsing: endless) }
  }

  @Test func `every beginning of a text ends in an error, never a trap`() {
    let text = Array(#"{"a":[1.5e3,"\ud83d\ude00é",true,null],"b":{"c":-0.1}}"#.utf8)
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONValue(parsing: text.prefix(length)) }
    }
  }

  @Test func `values are written as literals and read by name`() {
    let value: JSONValue = ["n": 1, "name": "Ana", "ok": true, "list": [1, nil], "none": nil]
    #expect(value.encoded() == #"{"n":1,"name":"Ana","ok":true,"list":[1,null],"none":null}"#)
    #expect(value["n"]?.int == 1 && value["name"]?.string == "Ana" && value["ok"]?.bool == true)
    #expect(value["list"]?.array?.count == 2 && value["none"]?.isNull == true && value["x"] == nil)
    #expect(value.object?.count == 5 && value["n"]?["n"] == nil && value["n"]?.string == nil)
  }
}
