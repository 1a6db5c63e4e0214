extension Rule {
  static let flyTomlSwapSizeNotPositive = Rule(
    "FC926", "fly-toml-swap-size-not-positive", .warning, "A swap partition has a size",
    rationale: """
      A machine has no swap partition unless one is asked for: 0 asks for what holds anyway, and \
      less than that cannot be made.
      """,
    reference: "https://fly.io/docs/reference/configuration/#swap_size_mb-option",
    example: .flyToml(
      at: "swap_size_mb = 0", wrong: "swap_size_mb = 0", right: "swap_size_mb = 512"),
    .flyToml { file, report in
      guard let size = file.root.integer("swap_size_mb"), size.content <= 0 else { return }
      report.add(
        "swap_size_mb is \(size.content), and no swap partition has that size",
        help: "write the size in MB, such as 512, or remove it", at: size.keySpan,
        fix: size.content == 0 ? .removal : nil)
    })
}
