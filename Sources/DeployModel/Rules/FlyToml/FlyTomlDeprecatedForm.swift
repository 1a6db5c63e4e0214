extension Rule {
  static let flyTomlDeprecatedForm = Rule(
    "FC906", "fly-toml-deprecated-form", .warning, "Nothing is written in a form of old files",
    rationale: """
      flyctl rewrites older forms before it reads the file. Other tools do not, and what stands \
      there is not what is deployed until one knows how.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/patches.go",
    example: .flyToml(
      at: "kill_timeout = '10s'", wrong: "[experimental]\nkill_timeout = '10s'",
      right: "kill_timeout = '10s'"),
    .readingFlyToml(.flyDeprecatedForm))
}
