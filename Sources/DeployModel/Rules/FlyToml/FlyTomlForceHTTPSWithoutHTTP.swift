extension Rule {
  static let flyTomlForceHTTPSWithoutHTTP = Rule(
    "FC935", "fly-toml-force-https-without-http", .error,
    "Only a port with the handler http redirects to https",
    rationale: """
      A redirect is an answer by http, which Fly Proxy gives where it speaks http. On other ports \
      Fly.io refuses force_https, after the image has been built.
      """,
    reference: "https://fly.io/docs/reference/configuration/#services-ports",
    protects: .platform,
    example: .flyToml(
      at: "force_https = true",
      wrong: """
        [[services]]
        protocol = 'tcp'
        internal_port = 5432

        [[services.ports]]
        port = 5432
        handlers = ['pg_tls']
        force_https = true
        """,
      right: """
        [[services]]
        protocol = 'tcp'
        internal_port = 5432

        [[services.ports]]
        port = 5432
        handlers = ['pg_tls']
        """),
    .flyToml { file, report in
      for port in file.services.flatMap(\.ports) {
        guard let forced = port.boolean("force_https"), forced.content,
          let handlers = port.knownHandlers, !handlers.contains("http")
        else { continue }
        report.add(
          "force_https is true on a port without the handler http",
          help: "add \"http\" to its handlers, or remove force_https", at: forced)
      }
    })
}

extension FlyTable {
  /// The handlers of a port; none where it has none, and nothing where some are not known.
  var knownHandlers: [String]? {
    guard has("handlers") else { return [] }
    guard let handlers = texts("handlers")?.map(\.content) else { return nil }
    return handlers.allSatisfy(PlatformWords.handlers.value.contains) ? handlers : nil
  }
}
