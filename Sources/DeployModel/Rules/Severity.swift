/// How much a finding matters.
public enum Severity: String, CaseIterable, Sendable, Comparable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Probably a mistake; deploying is possible.
  case warning
  /// A mistake that must be mended before a deployment.
  case error

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
