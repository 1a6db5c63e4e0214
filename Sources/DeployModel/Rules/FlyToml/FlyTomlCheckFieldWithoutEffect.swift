extension Rule {
  static let flyTomlCheckFieldWithoutEffect = Rule(
    "FC955", "fly-toml-check-field-without-effect", .warning,
    "A check says nothing that only checks of another kind do",
    rationale: """
      A check by tcp connects and sends nothing: it passes on an application that answers every \
      request with an error. A check by http looks at no certificate.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-checks-section",
    example: .flyToml(
      at: "path = '/health'",
      wrong: "[checks.alive]\ntype = 'tcp'\nport = 8080\npath = '/health'",
      right: "[checks.alive]\ntype = 'http'\nport = 8080\npath = '/health'"),
    .flyToml { file, report in
      for check in file.checks {
        switch check.kind {
        case .tcp:
          for key in requestKeys + tlsKeys where check.table.says(key) {
            report.add(
              "\(key) has no effect on a check by tcp",
              help: "remove it, or write type = \"http\"",
              at: check.table.place(of: key), fix: .removal)
          }
        case .http where check.table.text("protocol")?.content != "https":
          for key in tlsKeys where check.table.says(key) {
            report.add(
              "\(key) has no effect on a check that does not use https",
              help: "remove it, or write protocol = \"https\"",
              at: check.table.place(of: key), fix: .removal)
          }
        case .http, nil: break
        }
      }
    })

  private static let requestKeys = ["method", "path", "protocol", "headers"]
  private static let tlsKeys = ["tls_skip_verify", "tls_server_name"]
}

extension FlyTable {
  /// Whether a key is there and holds more than what stands for nothing.
  fileprivate func says(_ key: String) -> Bool {
    if let flag = boolean(key) { return flag.content }
    if let text = text(key) { return !text.content.isEmpty }
    return table(key).map { !$0.isEmpty } ?? false
  }
}
