extension Rule {
  static let flyTomlSeveralBuildSources = Rule(
    "FC983", "fly-toml-several-build-sources", .warning, "An image comes from one source",
    rationale: """
      Of an image, a builder, a Dockerfile and a built-in builder one is used, and the others are \
      read by people alone.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/config.go",
    example: .flyToml(
      at: "dockerfile = 'Dockerfile'",
      wrong: "[build]\nbuilder = 'heroku/builder:24'\ndockerfile = 'Dockerfile'",
      right: "[build]\ndockerfile = 'Dockerfile'"),
    .flyToml { file, report in
      guard let build = file.root.table("build") else { return }
      let sources = [["image"], ["builder", "buildpacks"], ["dockerfile", "build-target"]]
      let found = (sources + [["builtin"]]).compactMap { keys in keys.first(where: build.gives) }
      guard let last = found.last, found.count > 1 else { return }
      let names = found.map { "'\($0)'" }.joined(separator: ", ")
      report.add(
        "the image comes from \(found.count) sources: \(names)",
        help: "keep the one that is meant", at: build.place(of: last))
    })
}

extension FlyTable {
  fileprivate func gives(_ key: String) -> Bool {
    written(key) != nil || texts(key)?.isEmpty == false
  }
}
