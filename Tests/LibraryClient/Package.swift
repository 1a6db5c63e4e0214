// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "client",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "flyconf", path: "../..")],
  targets: [
    .executableTarget(
      name: "client", dependencies: [.product(name: "DeployModel", package: "flyconf")])
  ],
  swiftLanguageModes: [.v6]
)
