// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  // Finds the metadata of generic types by code and not by their names, for which the runtime
  // searches all conformances of the program: a tenth of the time of a command goes into that.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
]

let package = Package(
  name: "flyconf",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "flyconf", targets: ["flyconf"]),
    .library(name: "DeployModel", targets: ["DeployModel"]),
  ],
  targets: [
    .systemLibrary(
      name: "COpenSSL",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev", "pkg-config"]), .brew(["openssl@3", "pkgconf"])]),
    .target(name: "Documents", swiftSettings: settings),
    .target(name: "CommandKit", swiftSettings: settings),
    .target(
      name: "DeployModel", dependencies: ["Documents", "COpenSSL"], swiftSettings: settings),
    .executableTarget(
      name: "flyconf", dependencies: ["DeployModel", "CommandKit", "Documents"],
      swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: settings),
    .testTarget(name: "CommandKitTests", dependencies: ["CommandKit"], swiftSettings: settings),
    .testTarget(
      name: "DeployModelTests", dependencies: ["DeployModel", "Documents"],
      swiftSettings: settings),
    .testTarget(
      name: "flyconfTests",
      dependencies: ["flyconf", "DeployModel", "CommandKit", "Documents"],
      exclude: ["Transcripts"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
