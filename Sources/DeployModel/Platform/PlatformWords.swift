/// The words that Fly.io knows for a setting, each list sorted.
public enum PlatformWords {
  private static let validation = PlatformSource.flyctl("internal/appconfig/validation.go")
  private static let reference = PlatformSource.documentation("reference/configuration/")

  /// `[deploy] strategy`.
  public static let deployStrategies = PlatformFact(
    ["bluegreen", "canary", "immediate", "rolling"], source: validation)

  /// `[[services.ports]] handlers`. flyctl does not check them.
  public static let handlers = PlatformFact(
    ["http", "pg_tls", "proxy_proto", "tls"], source: reference)

  /// `[[restart]] policy`.
  public static let restartPolicies = PlatformFact(
    ["always", "never", "on-failure"], source: validation)

  /// `auto_stop_machines`; `true` and `false` are read too.
  public static let autoStop = PlatformFact(["off", "stop", "suspend"], source: reference)

  /// `kill_signal`, as the documentation has it.
  public static let killSignals = PlatformFact(
    ["SIGINT", "SIGKILL", "SIGQUIT", "SIGSTOP", "SIGTERM", "SIGUSR1", "SIGUSR2"],
    source: reference)

  /// The signals that the Machines API can send. `SIGSTOP` is not among them, `SIGHUP` is.
  public static let machineSignals = PlatformFact(
    ["SIGHUP", "SIGINT", "SIGKILL", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2"],
    source: .documentation("machines/api/machines-resource/"))

  /// The signals that either of them knows.
  static let signals = Set(killSignals.value + machineSignals.value).sorted()

  /// `[[services]] protocol`.
  public static let serviceProtocols = PlatformFact(["tcp", "udp"], source: reference)

  /// `[checks.NAME] type`.
  public static let checkTypes = PlatformFact(["http", "tcp"], source: validation)

  /// `protocol` of a check by http.
  public static let checkProtocols = PlatformFact(["http", "https"], source: reference)

  /// `concurrency.type`. flyctl does not check it.
  public static let concurrencyTypes = PlatformFact(
    ["connections", "requests"], source: reference)

  /// `[build] compression`.
  public static let compressions = PlatformFact(["gzip", "zstd"], source: validation)

  /// `[[vm]] persist_rootfs`.
  public static let rootFilePolicies = PlatformFact(
    ["always", "never", "restart"], source: .flyGo("machine_types.go"))

  /// `replay_cache.type`.
  public static let replayCacheTypes = PlatformFact(["cookie", "header"], source: reference)
}
