extension FlyTomlKeys {
  /// flyctl rewrites the durations and headers of these.
  static let httpCheck = FlySection(
    times(bare: .milliseconds) + request(headers: .lenientHeaders), dropped: checkDropped)

  static let tcpCheck = FlySection(times(bare: .milliseconds), dropped: checkDropped)

  /// flyctl rewrites nothing of these.
  static let strictHTTPCheck = FlySection(
    times(bare: .nanoseconds) + request(headers: .map(.text)),
    dropped: checkDropped + [
      .init("port", "remove it: the check uses internal_port; other ports need [checks.NAME]"),
      .init("type", "remove it: the checks of [http_service] are by http"),
    ])

  static let topLevelCheck = FlySection(
    [
      FlyKey("port", .wholeNumber, "The port", standard: "http_service.internal_port"),
      FlyKey("type", .word(PlatformWords.checkTypes.value, isChecked: true), "How it is checked"),
    ] + times(bare: .milliseconds) + request(headers: .lenientHeaders) + [processes],
    dropped: checkDropped)

  static let machineCheck = FlySection([
    FlyKey("command", .list(.text), "The program and its arguments"),
    FlyKey("image", .text, "The image that it runs in", standard: "the one that is deployed"),
    FlyKey("entrypoint", .list(.text), "The image's entry point, replaced"),
    FlyKey("kill_signal", .word(PlatformWords.signals), "The signal that ends it"),
    FlyKey("kill_timeout", .duration(.nanoseconds), "How long it has to end after that signal"),
  ])

  private static func times(bare: FlyType.BareUnit) -> [FlyKey] {
    [
      FlyKey("interval", .duration(bare), "How often it is checked"),
      FlyKey("timeout", .duration(bare), "How long an answer may take"),
      FlyKey(
        "grace_period", .duration(bare), "How long a new machine is left alone before it counts"),
    ]
  }

  private static func request(headers: FlyType) -> [FlyKey] {
    [
      FlyKey("method", .text, "The method of the request", standard: "GET"),
      FlyKey("path", .text, "The path of the request", standard: "/"),
      FlyKey(
        "protocol", .word(PlatformWords.checkProtocols.value), "Whether the application speaks TLS",
        standard: "http"),
      FlyKey(
        "tls_skip_verify", .boolean, "Whether any certificate will do", standard: "false"),
      FlyKey("tls_server_name", .text, "The name that its certificate must have"),
      FlyKey("headers", headers, "Headers of the request"),
    ]
  }

  private static let checkDropped: [FlySection.DroppedKey] = [
    .init("restart_limit", "remove it: a machine is not restarted when a check fails"),
    .init("retries", "remove it: one failed check takes a machine out of routing"),
    .init("expected_status", "remove it: any 2xx is sound, and nothing else"),
    .init("kind", "remove it: it can be set by the Machines API alone"),
    .init("name", "remove it: checks of a service have no names"),
  ]
}
