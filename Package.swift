// swift-tools-version: 6.2
import PackageDescription

// Every room is built the same way: Swift 6, warnings are errors, imports say what they share.
let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// What the program is made of leaves the toolchain's string processing out, and with it an engine
// for regular expressions, 1.4 MB: Values searches texts for words.
let lean =
  house + [.unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])]

// Where a person waits for a line and not for a library, small code is quick enough.
let small = lean + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

// A program is no library: what nobody calls goes, though another room might have called it; what is
// the same twice is there once; and nothing is kept for exceptions, which only the toolchain's own
// linker, lld, can leave out.
let alone: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld"]
      + [
        "--no-export-dynamic", "--icf=safe", "-T",
        "\(Context.packageDirectory)/Sources/huddle/no-frames.ld",
      ]
      .flatMap { ["-Xlinker", $0] },
    .when(platforms: [.linux], configuration: .release))
]

func room(
  _ name: String, path: String? = nil, uses: [Target.Dependency] = [],
  without excluded: [String] = [], resources: [Resource]? = nil, as settings: [SwiftSetting] = lean
) -> Target {
  .target(
    name: name, dependencies: uses, path: path, exclude: excluded, resources: resources,
    swiftSettings: settings)
}

func tests(
  _ name: String, uses: [Target.Dependency] = [], without excluded: [String] = [],
  as settings: [SwiftSetting] = house
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + uses,
    exclude: excluded, swiftSettings: settings)
}

// MARK: - C libraries: what Debian and Homebrew keep for us

let cLibraries: [Target] = [
  .systemLibrary(
    name: "CLibedit", pkgConfig: "libedit",
    providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
  .systemLibrary(
    name: "CYAML", pkgConfig: "yaml-0.1",
    providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
  .systemLibrary(
    name: "CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
  .systemLibrary(
    name: "CLibmd", pkgConfig: "libmd",
    providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
  .target(name: "CEditLine", dependencies: ["CLibedit"]),
  .target(
    name: "CSystem",
    dependencies: ["CZlib", .target(name: "CLibmd", condition: .when(platforms: [.linux]))]),
]

// MARK: - Pure rooms: no clock, no environment, no file, no randomness

let pureRooms: [Target] = [
  room("Values", uses: ["CSystem"]),
  room("PlaybookLanguage", uses: ["Values", "CYAML"], as: small),
  room("Session", uses: ["PlaybookLanguage", "Values"]),
  room("Outcomes", uses: ["Session", "PlaybookLanguage", "Values"], as: small),
  room("Facilitation", uses: ["Outcomes", "Session", "PlaybookLanguage", "Values"], as: small),
  room("Documents", uses: ["Outcomes", "Session", "PlaybookLanguage", "Values"], as: small),
  room(
    "Playbooks", path: "Playbooks", without: ["README.md"],
    resources: [
      .embedInCode("pre-mortem.yaml"), .embedInCode("model-scoping.yaml"),
      .embedInCode("project-reset.yaml"), .embedInCode("retrospective.yaml"),
      .embedInCode("debrief.yaml"), .embedInCode("decision.yaml"),
      .embedInCode("one-on-one.yaml"), .embedInCode("common/opening.yaml"),
      .embedInCode("common/closing.yaml"), .embedInCode("common/five-whys.yaml"),
      .embedInCode("common/imported.yaml"), .embedInCode("common/imported-groups.yaml"),
    ]),
]

// MARK: - Shell rooms: files and the terminal

let shellRooms: [Target] = [
  room("Journal", uses: ["Session", "PlaybookLanguage", "Values", "CSystem"]),
  room("Console", uses: ["CEditLine", "CSystem"]),
]

// MARK: - Tests

let testRooms: [Target] = [
  room("TestSupport", path: "Tests/TestSupport", uses: ["CSystem"], as: house),
  room(
    "MeetingKit", path: "Tests/MeetingKit",
    uses: ["Facilitation", "Outcomes", "Session", "PlaybookLanguage", "Playbooks", "Values"],
    as: house),
  .executableTarget(
    name: "console-probe", dependencies: ["Console"], path: "Tests/ConsoleProbe",
    swiftSettings: house),
  .executableTarget(
    name: "journal-probe", dependencies: ["Journal", "Session", "Values"],
    path: "Tests/JournalProbe", swiftSettings: house),
  tests("Values", uses: ["CSystem"], as: lean),
  tests("PlaybookLanguage", uses: ["Values"], without: ["Fixtures"]),
  tests("Session", uses: ["MeetingKit", "Facilitation", "PlaybookLanguage", "Values"]),
  tests("Outcomes", uses: ["MeetingKit", "Session", "PlaybookLanguage", "Values"]),
  tests(
    "Facilitation", uses: ["MeetingKit", "Outcomes", "Session", "PlaybookLanguage", "Values"]),
  tests("Documents", uses: ["Outcomes", "Session", "PlaybookLanguage", "Values"]),
  tests("Journal", uses: ["journal-probe", "Session", "Values"], without: ["Golden"]),
  tests("Console", uses: ["console-probe"]),
  .testTarget(
    name: "HuddleTests",
    dependencies: [
      "huddle", "HuddleCLI", "Playbooks", "PlaybookLanguage", "Values", "Console", "TestSupport",
    ],
    swiftSettings: house),
  .testTarget(name: "ArchitectureTests", dependencies: ["Playbooks"], swiftSettings: house),
]

// MARK: - The fuzzer, which links only with the sanitizer that Scripts/fuzz builds with

let fuzzers: [Target] =
  Context.environment["HUDDLE_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Console", "HuddleCLI", "Journal", "MeetingKit", "Playbooks", "PlaybookLanguage",
        "Facilitation", "Session", "Values",
      ], path: "Tests/Fuzz", swiftSettings: house)
  ]

// MARK: - The tool

let tool: [Target] = [
  room(
    "HuddleCLI",
    uses: [
      "Console", "Journal", "Documents", "Facilitation", "Outcomes", "Session",
      "PlaybookLanguage", "Playbooks", "Values", "CSystem",
    ], as: small),
  .executableTarget(
    name: "huddle", dependencies: ["HuddleCLI"], exclude: ["no-frames.ld"], swiftSettings: lean,
    linkerSettings: alone),
]

let package = Package(
  name: "huddle",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "huddle", targets: ["huddle"])],
  targets: cLibraries + pureRooms + shellRooms + testRooms + fuzzers + tool,
  swiftLanguageModes: [.v6]
)
