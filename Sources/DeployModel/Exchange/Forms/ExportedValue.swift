/// A value and the name under which another program is to get it.
package struct ExportedValue: Sendable {
  package let key: VariableKey
  package let value: Secret
  /// Where its variable belongs: what is advised for it has to read that one and no other.
  package let environment: EnvironmentName

  /// Whether it has a `${…}`.
  package var hasReference: Bool {
    value.withBytes { $0.contains(UInt8(ascii: "$")) }
      && ShellReference.isFound(in: value.text() ?? "")
  }

  package init(_ key: VariableKey, _ value: Secret, of environment: EnvironmentName) {
    self.key = key
    self.value = value
    self.environment = environment
  }
}
