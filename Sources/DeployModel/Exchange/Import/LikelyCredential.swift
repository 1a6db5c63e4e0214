extension ImportedValue {
  /// Whether the value is one that opens a service, by its name or its shape: it wants a rotation
  /// schedule, which a credential has and a variable has not.
  package var looksLikeCredential: Bool {
    guard let text = value.text(), !text.isEmpty else { return false }
    return SecretKeyName.guards(text, under: key) || SecretShape.find(in: text) != nil
  }
}
