extension FlyTomlKeys {
  static let httpService = FlySection(
    [
      FlyKey(
        "internal_port", .wholeNumber, "The port on which the application listens in its machine"),
      FlyKey("force_https", .boolean, "Whether http is redirected to https", standard: "false"),
    ] + starting + [
      FlyKey("concurrency", .table(concurrency), "How much one machine takes at a time"),
      FlyKey("tls_options", .table(tlsOptions), "TLS versions and protocols"),
      FlyKey("http_options", .table(httpOptions), "What Fly Proxy does with requests"),
      FlyKey(
        "checks", .tables(strictHTTPCheck, allowsSingle: false),
        "Checks by http that take a machine out of routing"),
      FlyKey(
        "machine_checks", .tables(machineCheck, allowsSingle: false),
        "Commands that try a new version in a machine of its own before it is deployed"),
    ],
    dropped: serviceDropped + [
      .init("tcp_checks", "write [checks.NAME] with type = \"tcp\" and a port"),
      .init("http_checks", "write [[http_service.checks]]"),
      .init("ports", "remove it: [http_service] is on 80 and 443; other ports need [[services]]"),
      .init("protocol", "remove it: [http_service] speaks http and https"),
    ])

  static let service = FlySection(
    [
      FlyKey(
        "protocol", .word(PlatformWords.serviceProtocols.value), "What is spoken", standard: "tcp"),
      FlyKey("internal_port", .port, "The port on which the application listens in its machine"),
    ] + starting + [
      FlyKey("ports", .tables(port, allowsSingle: true), "The public ports"),
      FlyKey("concurrency", .limits(concurrency), "How much one machine takes at a time"),
      FlyKey("tcp_checks", .tables(tcpCheck, allowsSingle: true), "Checks by connecting"),
      FlyKey("http_checks", .tables(httpCheck, allowsSingle: true), "Checks by http"),
      FlyKey(
        "machine_checks", .tables(machineCheck, allowsSingle: false),
        "Commands that try a new version in a machine of its own before it is deployed"),
    ],
    dropped: serviceDropped + [
      .init("script_checks", "remove it: Fly.io runs no scripts as checks of a service"),
      .init("checks", "write [[services.http_checks]] or [[services.tcp_checks]]"),
      .init("http_options", "write it in the port that has the handler http"),
      .init("tls_options", "write it in the port that has the handler tls"),
      .init("force_https", "write it in the port that has the handler http"),
    ])

  /// When machines start and stop, and which they are.
  private static let starting = [
    FlyKey(
      "auto_stop_machines", .autoStop, "What becomes of machines that have nothing to do",
      standard: "off"),
    FlyKey(
      "auto_start_machines", .boolean, "Whether machines are started when requests come",
      standard: "true"),
    FlyKey(
      "min_machines_running", .wholeNumber,
      "How many machines of the primary region are never stopped", standard: "0"),
    processes,
  ]

  private static let serviceDropped: [FlySection.DroppedKey] = [
    .init("auto_machine_start", "write auto_start_machines"),
    .init("auto_machine_stop", "write auto_stop_machines"),
    .init("min_machine_running", "write min_machines_running"),
    .init(
      "max_machines_running",
      "remove it: Fly.io starts at most as many machines as `fly scale count` has made"),
    .init("force_instance_key", "remove it: it is of the Machines API"),
    .init("restart_machine_strategy", "write [[restart]]"),
    .init("timeout", "remove it: http_options.idle_timeout is what it may have meant"),
  ]

  static let concurrency = FlySection([
    FlyKey(
      "type", .word(PlatformWords.concurrencyTypes.value), "What is counted",
      standard: "connections"),
    FlyKey(
      "hard_limit", .wholeNumber, "At which number a machine gets nothing more",
      standard: "none"),
    FlyKey(
      "soft_limit", .wholeNumber, "From which number on other machines are preferred or started",
      standard: "20"),
  ])

  static let port = FlySection(
    [
      FlyKey("port", .port, "The public port, from 1 to 65535"),
      FlyKey("start_port", .wholeNumber, "The first of several public ports"),
      FlyKey("end_port", .wholeNumber, "The last of them"),
      FlyKey(
        "handlers", .list(.word(PlatformWords.handlers.value)),
        "What Fly Proxy does with the connection",
        standard: "none: it is passed on"),
      FlyKey(
        "force_https", .boolean, "Whether http is redirected to https; needs the handler http",
        standard: "false"),
      FlyKey("tls_options", .table(tlsOptions), "TLS versions and protocols"),
      FlyKey("http_options", .table(httpOptions), "What Fly Proxy does with requests"),
      FlyKey(
        "proxy_proto_options",
        .table(
          FlySection([
            FlyKey("version", .text, "The version of the PROXY protocol, such as v2")
          ])), "The PROXY protocol, for the handler proxy_proto"),
    ],
    dropped: [
      .init("protocol", "write it in the service"),
      .init("internal_port", "write it in the service"),
    ])

  static let tlsOptions = FlySection([
    FlyKey("alpn", .list(.text), "Application protocols that are offered"),
    FlyKey("versions", .list(.text), "TLS versions that are offered"),
    FlyKey(
      "default_self_signed", .boolean, "Whether an unknown name gets a self-signed certificate"),
  ])

  static let httpOptions = FlySection([
    FlyKey("compress", .boolean, "Whether responses are compressed", standard: "false"),
    FlyKey("response", .table(response), "What is changed in responses"),
    FlyKey("h2_backend", .boolean, "Whether the application speaks HTTP/2", standard: "false"),
    FlyKey(
      "idle_timeout", .wholeNumber, "After how many idle seconds a connection ends"),
    FlyKey(
      "headers_read_timeout", .wholeNumber, "How many seconds a request's headers may take"),
    FlyKey(
      "replay_cache", .tables(replayCache, allowsSingle: false),
      "Which replayed requests are remembered"),
  ])

  private static let response = FlySection([
    FlyKey("headers", .map(.any), "Headers that are set, or, with false, removed"),
    FlyKey("pristine", .boolean, "Whether Fly.io's own headers are left out", standard: "false"),
  ])

  private static let replayCache = FlySection([
    FlyKey("path_prefix", .text, "The paths that are remembered"),
    FlyKey("ttl_seconds", .wholeNumber, "How long, 10 seconds or more"),
    FlyKey("type", .word(PlatformWords.replayCacheTypes.value), "What tells requests apart"),
    FlyKey("name", .text, "The name of the cookie or the header"),
    FlyKey("allow_bypass", .boolean, "Whether a request can ask not to be replayed"),
  ])
}
