extension Rule {
  static let flyTomlMadeText = Rule(
    "FC911", "fly-toml-made-text", .warning, "Every variable and header is a string",
    rationale: """
      flyctl makes strings of other values in its own way: 1.0 becomes 1, ten million 1e+07, a \
      date gets a zone, and a table becomes `map[…]`.
      """,
    reference: "https://pkg.go.dev/fmt",
    example: .flyToml(
      at: "RATE = 10000000.0", wrong: "[env]\nRATE = 10000000.0",
      right: "[env]\nRATE = '10000000'"),
    .readingFlyToml(.flyMadeText))
}
