import TestSupport
import Testing

@Test func `a pseudo-terminal shows what a program draws and tells how it ended`() throws {
  let terminal = try PseudoTerminal(
    command: "/bin/sh", arguments: ["-c", "stty size; read -r x; printf 'got %s' \"$x\"; exit 3"],
    rows: 10, columns: 40)
  try terminal.waitFor("10 40")
  terminal.send("naïve 日本\r")
  try terminal.waitFor("got naïve 日本")
  #expect(try terminal.waitForExit() == 3)
}

@Test func `a pseudo-terminal's window can close`() throws {
  let terminal = try PseudoTerminal(command: "/bin/cat")
  terminal.send("here\r")
  try terminal.waitFor("here\n".filter { $0 != "\n" })
  terminal.closeWindow()
  #expect(try terminal.waitForExit() == 129)
}
