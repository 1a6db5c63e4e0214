extension Rule {
  static let flyTomlFraction = Rule(
    "FC910", "fly-toml-fraction", .warning, "Whole numbers stand without a decimal point",
    rationale: "flyctl drops what stands behind the point, or refuses the whole file for it.",
    reference: "https://fly.io/docs/reference/configuration/",
    example: .flyToml(
      at: "swap_size_mb = 512.0", wrong: "swap_size_mb = 512.0", right: "swap_size_mb = 512"),
    .readingFlyToml(.flyFraction))
}
