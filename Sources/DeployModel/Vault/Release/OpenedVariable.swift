/// A variable with the value that a program is to get.
package struct OpenedVariable: Sendable {
  package let key: VariableKey
  package let value: Secret
  /// Where the value is sealed: the variable itself, or the credential that it refers to; nothing
  /// for a value that anyone can read.
  package let source: SealedEntry?

  package var isSecret: Bool { source != nil }

  package init(_ key: VariableKey, _ value: Secret, from source: SealedEntry?) {
    self.key = key
    self.value = value
    self.source = source
  }
}
