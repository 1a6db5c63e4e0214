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
}
