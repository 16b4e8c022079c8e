// Throws bytes at what reads bytes, for as long as it is told to: libFuzzer's driver over one of
// the targets below. Built by Scripts/fuzz alone, with the sanitizers that it needs.
//
//     fuzz TARGET [libFuzzer's arguments]     TARGET as named in `targets`

/// What is thrown at, by name. A target traps where something that has to hold does not.
let targets: [String: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt] = [
  "journal": { take(journal, $0, $1) }, "playbook": { take(playbook, $0, $1) },
  "answers": { take(answers, $0, $1) }, "expression": { take(expression, $0, $1) },
  "words": { take(words, $0, $1) }, "keys": { take(keys, $0, $1) },
  "meeting": { take(meeting, $0, $1) },
]

func take(_ target: ([UInt8]) -> Void, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Begins in place of the program's own `main`, which libFuzzer's would be.
@_cdecl("fuzz_main")
func begin(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  let name = arguments[1].map { String(cString: $0) } ?? ""
  guard count > 1, let target = targets[name] else {
    print(targets.keys.sorted().joined(separator: " "))
    return 64
  }
  // The driver sees the arguments without the target's name.
  for place in 1..<Int(count) { arguments[place] = arguments[place + 1] }
  var left = count - 1
  var rest = arguments
  return runDriver(&left, &rest, target)
}
