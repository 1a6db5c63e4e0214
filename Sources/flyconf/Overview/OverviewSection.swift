import Documents

/// A part of the overview. A new one is a file beside this, and a line in `all`.
struct OverviewSection: Sendable {
  /// What stands before its first line.
  var title: String
  /// What people see; nothing where it does not apply.
  var lines: @Sendable (OverviewSubject) -> [String]
  /// What programs read.
  var members: @Sendable (OverviewSubject) -> [Node.Member]

  static let all: [OverviewSection] = [
    .environments, .findings, .vault, .rotation, .certificate, .deployments, .next,
  ]

  /// The column at which lines begin.
  static let indentation = 13
}
