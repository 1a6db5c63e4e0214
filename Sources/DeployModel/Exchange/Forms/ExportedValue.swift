/// A value and the name under which another program is to get it.
package struct ExportedValue: Sendable {
  package let key: VariableKey
  package let value: Secret

  package init(_ key: VariableKey, _ value: Secret) {
    self.key = key
    self.value = value
  }
}
