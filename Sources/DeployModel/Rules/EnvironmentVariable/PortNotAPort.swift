import Documents

extension Rule {
  static let portNotAPort = Rule(
    "FC224", "port-not-a-port", .error,
    "The plain variable PORT is a port from 1 to 65535",
    rationale: """
      The application listens where PORT says, and fly.toml names the same port as \
      internal_port. With anything else in it the two do not meet, and no request arrives.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-http_service-section",
    protects: .platform,
    example: .fields(
      .variables, at: "encrypted_value",
      wrong: #"{ "key": "PORT", "encrypted_value": "plain:80800" }"#,
      right: #"{ "key": "PORT", "encrypted_value": "plain:8080" }"#),
    .eachVariable { variable, report in
      guard try variable.isPortWithoutPort else { return }
      report.add(
        \.encryptedValue, "the value of 'PORT' is no port, expected 1 to 65535",
        help: "write digits alone, such as 'plain:8080'")
    })
}

extension EnvironmentVariable {
  /// Whether this is the plain variable PORT and its value is not a port; false where another
  /// rule says what is wrong with the value.
  var isPortWithoutPort: Bool {
    get throws(Unreadable) {
      guard key.value == "PORT", case .plain(let text) = try encryptedValue.get(),
        try !isSecret.get(), !isOfSecretCategory, !text.isBlank || required.value == false
      else { return false }
      if let address = try? TCPAddress(text), address.host == nil { return false }
      return SecretShape.find(in: text) == nil
    }
  }
}
