extension Rule {
  static let flyTomlAppMalformed = Rule(
    "FC921", "fly-toml-app-malformed", .error,
    "The application's name has lower-case letters, digits and dashes",
    rationale: """
      Fly.io refuses other names when the application is made. Names are host names too: they \
      begin and end with a letter or digit and have 63 of them at most.
      """,
    reference:
      "https://github.com/superfly/flyctl/blob/ad0172fa/internal/command/launch/plan_builder.go",
    protects: .platform,
    example: .flyToml(at: "app = 'My_Shop'", wrong: "app = 'My_Shop'", right: "app = 'my-shop'"),
    .flyToml { file, report in
      guard let name = file.root.text("app"), !name.content.isEmpty,
        !TemplateText.isFound(in: name.content)
      else { return }
      do throws(MalformedValue) {
        _ = try AppName(name.content)
      } catch {
        report.add(error.reason, help: error.help, at: name)
      }
    })
}
