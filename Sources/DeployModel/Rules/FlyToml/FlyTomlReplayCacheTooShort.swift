extension Rule {
  static let flyTomlReplayCacheTooShort = Rule(
    "FC945", "fly-toml-replay-cache-too-short", .warning,
    "A replayed request's place is remembered for 10 seconds or more",
    rationale: """
      Fly Proxy remembers nothing for a shorter time: every request goes to the application again, \
      which the cache was to spare it.
      """,
    reference: PlatformLimits.minimumReplayCacheTime.source,
    example: .flyToml(
      at: "ttl_seconds = 5",
      wrong: """
        [http_service]
        internal_port = 8080

        [[http_service.http_options.replay_cache]]
        path_prefix = '/'
        ttl_seconds = 5
        type = 'cookie'
        name = 'session'
        """,
      right: """
        [http_service]
        internal_port = 8080

        [[http_service.http_options.replay_cache]]
        path_prefix = '/'
        ttl_seconds = 60
        type = 'cookie'
        name = 'session'
        """),
    .flyToml { file, report in
      let least = PlatformLimits.minimumReplayCacheTime.value
      let caches = file.services.flatMap(\.httpOptions).flatMap { $0.tables("replay_cache") }
      for time in caches.compactMap({ $0.integer("ttl_seconds") }) where time.content < least {
        report.add(
          "ttl_seconds is \(time.content), expected \(least) or more", help: "write \(least)",
          at: time)
      }
    })
}
