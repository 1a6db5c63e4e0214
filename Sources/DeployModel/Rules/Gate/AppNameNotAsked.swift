extension Rule {
  package static let appNameNotAsked = Rule(
    "FC844", "app-name-not-asked", .warning,
    "Fly.io has said whose the application's name is",
    rationale: """
      Without an answer nobody knows. Fly.io answers only who shows a token of theirs.
      """,
    reference: "https://fly.io/docs/machines/api/apps-resource/",
    example: .scanned(
      "deployment.json",
      wrong: "flyconf check --online",
      right: "FLY_API_TOKEN=… flyconf check --online"),
    .gate)
}
