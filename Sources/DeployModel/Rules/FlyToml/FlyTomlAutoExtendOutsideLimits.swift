extension Rule {
  static let flyTomlAutoExtendOutsideLimits = Rule(
    "FC976", "fly-toml-auto-extend-outside-limits", .error,
    "A volume grows within the limits of Fly.io",
    rationale: """
      It begins to grow when 50 to 99 percent are in use, by 1 to 100 GB at a time, and up to 500 \
      GB at most. flyctl refuses other values.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "auto_extend_size_threshold = 40",
      wrong: """
        [[mounts]]
        source = 'data'
        destination = '/data'
        auto_extend_size_threshold = 40
        auto_extend_size_increment = '1GB'
        """,
      right: """
        [[mounts]]
        source = 'data'
        destination = '/data'
        auto_extend_size_threshold = 80
        auto_extend_size_increment = '1GB'
        """),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        if let percent = mount.integer(AutoExtension.threshold), percent.content != 0 {
          let limits = PlatformLimits.autoExtendThreshold.value
          report.check(percent, within: limits, AutoExtension.threshold, unit: "") { "\($0)" }
        }
        for (key, limits) in [
          (AutoExtension.increment, PlatformLimits.autoExtendIncrement.value),
          (AutoExtension.limit, PlatformLimits.autoExtendLimit.value),
        ] {
          let size = mount.written(key)?.map { try? FlySize.gigabytes($0) }
          guard let size else { continue }
          report.check(size, within: limits, key, unit: " GB") { "\"\($0)GB\"" }
        }
      }
    })
}

extension FlyTomlReport {
  fileprivate mutating func check(
    _ value: FlyTable.Value<Int>, within limits: ClosedRange<Int>, _ key: String, unit: String,
    _ write: (Int) -> String
  ) {
    guard !limits.contains(value.content) else { return }
    add(
      "'\(key)' is \(value.content)\(unit), outside of \(limits.lowerBound) to "
        + "\(limits.upperBound)\(unit)",
      help: "write \(write(limits.nearest(to: value.content)))", at: value)
  }
}
