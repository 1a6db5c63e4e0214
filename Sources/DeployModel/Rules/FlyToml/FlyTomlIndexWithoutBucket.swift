extension Rule {
  static let flyTomlIndexWithoutBucket = Rule(
    "FC993", "fly-toml-index-without-bucket", .warning,
    "An index document is served from a bucket",
    rationale: """
      Fly.io looks at index_document only where the files come from a Tigris bucket: for a folder \
      of the image it does nothing.
      """,
    reference: "https://fly.io/docs/reference/configuration/#the-statics-sections",
    example: .flyToml(
      at: "index_document",
      wrong: """
        [[statics]]
        guest_path = '/public'
        url_prefix = '/'
        index_document = 'index.html'
        """,
      right: """
        [[statics]]
        guest_path = '/public'
        url_prefix = '/'
        tigris_bucket = 'shop-files'
        index_document = 'index.html'
        """),
    .flyToml { file, report in
      for one in file.root.tables("statics") {
        guard let index = one.written("index_document"), !one.has("tigris_bucket") else {
          continue
        }
        report.add(
          "index_document has no effect without tigris_bucket",
          help: "write tigris_bucket, or remove it and let the application serve the folder",
          at: index.keySpan, fix: .removal)
      }
    })
}
