extension Rule {
  static let flyTomlSnapshotRetentionOutsideLimits = Rule(
    "FC974", "fly-toml-snapshot-retention-outside-limits", .error,
    "Snapshots of a volume are kept for 1 to 60 days",
    rationale: """
      flyctl refuses the file otherwise. To make no snapshots at all, write scheduled_snapshots.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "snapshot_retention = 90",
      wrong: "[[mounts]]\nsource = 'data'\ndestination = '/data'\nsnapshot_retention = 90",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'\nsnapshot_retention = 60"),
    .flyToml { file, report in
      let limits = PlatformLimits.snapshotRetentionDays.value
      for mount in file.root.tables("mounts") {
        guard let days = mount.integer("snapshot_retention"), !limits.contains(days.content)
        else { continue }
        let none = days.content == 0 ? ", or scheduled_snapshots = false for none" : ""
        report.add(
          "snapshot_retention \(days.content) is outside the \(limits.lowerBound) to "
            + "\(limits.upperBound) days",
          help: "write \(limits.nearest(to: days.content))\(none)", at: days)
      }
    })
}
