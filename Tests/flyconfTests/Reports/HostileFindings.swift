import DeployModel

@testable import flyconf

/// Files whose findings have all that report formats trip over: percent signs, colons, brackets,
/// quotes, line breaks, emoji, tabs, Cyrillic, and very long lines.
enum HostileFindings {
  static let key = "a%0A::error::]]>&<\\\"'\\n, ключ 😀\\t\\u0001"

  /// A fly.toml with an unknown key of that name, twice, in lines that end in CRLF.
  static let flyToml =
    "app = 'shop'\r\nprimary_region = 'mad' # 😀\r\n"
    + "'a%0A::error::]]>&<, ключ 😀' = 1\r\n"
    + "\"]]>\\n::error\\t\" = '\(String(repeating: "x", count: 10_000))'\r\n"
    + "[http_service]\r\n  internal_port = 8080\r\n  \"😀:,%\" = { x = true }\r\n"

  static let name = "конфиг 100%, 'a:b'/fly [x].toml"

  static func write(in test: TestContext) throws { try test.write(flyToml, to: name) }
}
