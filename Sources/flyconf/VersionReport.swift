import DeployModel
import Documents

/// What `flyconf --version` prints: the tool's version and that of the libcrypto it runs with.
struct VersionReport {
  func run(in context: Context) throws -> ExitCode {
    let version = Libcrypto.version
    guard Libcrypto.isSupported else {
      throw Failure(
        .couldNotRun, "libcrypto \(version) is too old; 3.0 or later is needed",
        help: "install OpenSSL 3: on Debian and Ubuntu `apt-get install libssl3`")
    }
    let node: Node = .object([
      "format": "flyconf.version/1", "version": Node(.string(Flyconf.version)),
      "libcrypto": Node(.string(version)),
    ])
    try context.console.out(
      context.options.format.isMachine
        ? JSONWriter.document(node) : "flyconf \(Flyconf.version) (libcrypto \(version))\n")
    return .fine
  }
}
