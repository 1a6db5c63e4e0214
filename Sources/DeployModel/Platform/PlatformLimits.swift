/// The numbers within which Fly.io accepts a configuration, or to which it corrects one.
public enum PlatformLimits {
  private static let volumes = PlatformSource.documentation("volumes/overview/")
  private static let validation = PlatformSource.flyctl("internal/appconfig/validation.go")
  private static let reference = PlatformSource.documentation("reference/configuration/")

  /// The size of a volume, in gigabytes.
  public static let volumeGigabytes = PlatformFact(1...500, source: volumes)

  /// The size of a volume when none is asked for, in gigabytes.
  public static let defaultVolumeGigabytes = PlatformFact(1, source: volumes)

  /// How long snapshots of a volume are kept, in days.
  public static let snapshotRetentionDays = PlatformFact(1...60, source: validation)

  /// How long snapshots are kept when nothing is said, in days.
  public static let defaultSnapshotRetentionDays = PlatformFact(5, source: volumes)

  /// How full a volume is, in percent, when it is extended.
  public static let autoExtendThreshold = PlatformFact(50...99, source: validation)

  /// By how much a volume is extended, in gigabytes.
  public static let autoExtendIncrement = PlatformFact(1...100, source: validation)

  /// Up to what size a volume is extended, in gigabytes.
  public static let autoExtendLimit = PlatformFact(1...500, source: validation)

  /// The interval of a check on a service, in seconds; what lies outside is raised or lowered.
  public static let serviceCheckInterval = PlatformFact(1...60, source: validation)

  /// The timeout of a check on a service, in seconds; what lies outside is raised or lowered.
  public static let serviceCheckTimeout = PlatformFact(1...60, source: validation)

  /// The grace period of a check on a service, in seconds: 0, or within this range.
  public static let serviceCheckGracePeriod = PlatformFact(1...60, source: validation)

  /// The shortest interval of a check under `[checks]`, in seconds; a shorter one is refused.
  public static let topLevelCheckMinimumInterval = PlatformFact(2, source: validation)

  /// The longest timeout of a check under `[checks]`, in seconds; a longer one is refused.
  public static let topLevelCheckMaximumTimeout = PlatformFact(60, source: validation)

  /// How hard the layers of an image are compressed.
  public static let compressionLevel = PlatformFact(0...9, source: validation)

  /// How long the place of a replayed request is remembered at least, in seconds.
  public static let minimumReplayCacheTime = PlatformFact(
    10, source: .documentation("networking/dynamic-request-routing/"))

  /// How long a machine has to stop when nothing is said, in seconds.
  public static let defaultKillTimeout = PlatformFact(5, source: reference)

  /// The longest that a machine can have to stop, in seconds.
  public static let maximumKillTimeout = PlatformFact(300, source: reference)

  /// How long a deployment waits for a machine or a release command, in seconds.
  public static let defaultDeployTimeout = PlatformFact(300, source: reference)

  /// The number of `[[statics]]` sections.
  public static let maximumStatics = PlatformFact(10, source: reference)

  /// The number of connections or requests above which a machine counts as busy.
  public static let defaultSoftLimit = PlatformFact(20, source: reference)

  /// The number of bytes that `fly secrets import` reads in one line.
  public static let maximumSecretLine = PlatformFact(
    65_536, source: .flyctl("internal/command/secrets/parser.go"))

  /// The grace period that a check on a service is given: 0 stays, the rest is clamped.
  public static func clampedGracePeriod(_ seconds: Int) -> Int {
    seconds == 0 ? 0 : clamped(seconds, to: serviceCheckGracePeriod)
  }

  /// The nearest value within a range of the platform.
  public static func clamped(_ value: Int, to range: PlatformFact<ClosedRange<Int>>) -> Int {
    min(max(value, range.value.lowerBound), range.value.upperBound)
  }
}
