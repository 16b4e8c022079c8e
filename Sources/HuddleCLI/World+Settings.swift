#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

import Values

// Settings that cannot be what their owner meant are refused, rather than something else be done
// quietly: minutes with the wrong hour are noticed too late.
extension World {
  /// Throws for the first variable of the environment that makes no sense.
  func checkSettings() throws(Failure) {
    try checkClock()
    try checkZone()
    try checkColumns()
    try checkHome()
  }

  private func given(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func checkClock() throws(Failure) {
    guard let epoch = environment["SOURCE_DATE_EPOCH"] else { return }
    guard let seconds = Int64(epoch), (0...253_402_300_799).contains(seconds) else {
      throw Failure(
        "SOURCE_DATE_EPOCH is “\(epoch)”; it is a moment in seconds since 1970, such as 1795168800.",
        .badSettings)
    }
  }

  private func checkColumns() throws(Failure) {
    guard let columns = given("COLUMNS") else { return }
    guard let count = Int(columns), count >= 0 else {
      throw Failure(
        "COLUMNS is “\(columns)”; it is how wide a line may be, such as 80. Without it the window "
          + "says.", .badSettings)
    }
  }

  private func checkHome() throws(Failure) {
    guard let home = given("HOME"), !home.hasPrefix("/") else { return }
    throw Failure("HOME is “\(home)”; it is a whole path, such as /home/ana.", .badSettings)
  }

  // MARK: The zone

  private static let zoneFolders = [
    "/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/usr/lib/zoneinfo",
    "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
  ]

  /// The C library takes a zone that it does not know for UTC, and says nothing.
  private func checkZone() throws(Failure) {
    guard let zone = given("TZ") else { return }
    let name = zone.hasPrefix(":") ? String(zone.dropFirst()) : zone
    guard !["UTC", "GMT"].contains(name), !Self.isRule(name) else { return }
    let folders = (given("TZDIR").map { [$0] } ?? []) + Self.zoneFolders
    let paths = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
    guard !paths.contains(where: Self.isZoneFile) else { return }
    guard name.hasPrefix("/") || folders.contains(where: Files.exists) else {
      throw Failure(
        "TZ is “\(zone)”, and this machine has no time zones: install its tzdata, or say TZ=UTC.",
        .badSettings)
    }
    throw Failure(
      "TZ is “\(zone)”, which is no time zone here; it is a name such as Europe/Oslo, or UTC.",
      .badSettings)
  }

  private static func isZoneFile(_ path: String) -> Bool {
    guard Files.size(path) > 0, !Files.isFolder(path), let bytes = try? Files.read(path) else {
      return false
    }
    return bytes.starts(with: "TZif".utf8)
  }

  /// A zone as POSIX writes it, such as `CET-1CEST` or `<+03>-3`: a name and how far it is from UTC.
  private static func isRule(_ text: String) -> Bool {
    let isNamed = text.hasPrefix("<")
    let name = isNamed ? text.dropFirst().prefix { $0 != ">" } : text.prefix { $0.isLetter }
    guard name.count >= 3 else { return false }
    var offset = text.dropFirst(name.count + (isNamed ? 2 : 0))
    if let sign = offset.first, "+-".contains(sign) { offset.removeFirst() }
    return offset.first?.isNumber == true
  }

  // MARK: The home

  /// The person's folder: `HOME`, else what the system knows of the account.
  ///
  /// A service, or a shell that was started bare, has no `HOME`; sessions are not to land in `/`.
  var home: String {
    if let home = given("HOME") { return home }
    guard let account = getpwuid(getuid()), let folder = account.pointee.pw_dir else { return "/" }
    return String(cString: folder)
  }
}
