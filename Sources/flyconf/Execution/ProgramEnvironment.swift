import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The environment variables that a program is started with.
struct ProgramEnvironment: Sendable {
  /// Those of the vault.
  var variables: [OpenedVariable]
  /// Whether nothing but them is there, not even what flyconf was started with.
  var isPristine: Bool

  /// Whether a variable leads to the keys of the vault, which are none of a program's business.
  static func isKey(_ name: some StringProtocol) -> Bool {
    name.hasPrefix("FLYCONF_IDENTITY") || name.hasPrefix("FLYCONF_PASSPHRASE")
  }

  /// The most bytes of one variable, from its name to the NUL at its end; nothing where only all of
  /// them together have a limit.
  ///
  /// Source: Linux, execve(2), "Limits on size of arguments and environment".
  static var largestVariable: Int? {
    #if os(Linux)
      32 * sysconf(Int32(_SC_PAGESIZE))
    #else
      nil
    #endif
  }

  /// All of it, each as a name, an equals sign and a value.
  ///
  /// - Parameter inherited: What flyconf was started with, which need not be text.
  func entries(inheriting inherited: [[UInt8]]) -> [[UInt8]] {
    let replaced = Set(variables.map(\.key.text))
    let kept = inherited.filter { entry in
      let name = String(decoding: entry.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      return !Self.isKey(name) && !replaced.contains(name)
    }
    return (isPristine ? [] : kept)
      + variables.map { variable in
        Array("\(variable.key)=".utf8) + variable.value.withBytes { Array($0) }
      }
  }
}
