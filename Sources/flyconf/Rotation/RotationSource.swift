import CommandKit
import DeployModel

/// Where the new value of a credential comes from.
struct RotationSource: Sendable {
  var value: ValueOptions
  /// Whether it is the value that the credential had before the present one.
  var isPrevious: Bool
  var command: ValueCommand?

  /// Whether one is named; a value can still stand on standard input, or be typed.
  var isGiven: Bool { value.isGiven || isPrevious || command != nil }
}

extension Parameter where Value == RotationSource {
  /// The options of a rotation that say where the value comes from.
  static var rotationSource: Self {
    let command: Parameter<String?> = .option(
      "--command", placeholder: "COMMAND",
      "Run COMMAND with the old value as its input; its output is the new one")
    let source: Self = .group(
      { RotationSource(value: $0, isPrevious: $1, command: $2.map { ValueCommand(text: $0) }) },
      .value,
      .flag("--previous", summary: "Take the value again that it had before"),
      command)
    return source.map { source throws(UsageError) in
      let count = [source.value.isGiven, source.isPrevious, source.command != nil].count { $0 }
      guard count <= 1 else {
        throw UsageError(
          message: "the value is to come from \(count) places",
          hint: "give one of --value-file, --generate, --previous and --command")
      }
      return source
    }
  }
}
