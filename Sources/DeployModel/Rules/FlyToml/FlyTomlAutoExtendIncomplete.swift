extension Rule {
  static let flyTomlAutoExtendIncomplete = Rule(
    "FC975", "fly-toml-auto-extend-incomplete", .error,
    "A volume that grows by itself says when and by how much",
    rationale: """
      flyctl refuses a volume that has one of auto_extend_size_threshold and \
      auto_extend_size_increment without the other, or a limit without both.
      """,
    reference: "https://github.com/superfly/flyctl/blob/ad0172fa/internal/appconfig/validation.go",
    protects: .platform,
    example: .flyToml(
      at: "auto_extend_size_threshold",
      wrong: """
        [[mounts]]
        source = 'data'
        destination = '/data'
        auto_extend_size_threshold = 80
        auto_extend_size_limit = '10GB'
        """,
      right: """
        [[mounts]]
        source = 'data'
        destination = '/data'
        auto_extend_size_threshold = 80
        auto_extend_size_limit = '10GB'
        auto_extend_size_increment = '1GB'
        """),
    .flyToml { file, report in
      for mount in file.root.tables("mounts") {
        let missing = AutoExtension.needed.filter { !mount.says($0) }
        guard let first = AutoExtension.keys.first(where: mount.says), !missing.isEmpty
        else { continue }
        let names = missing.map { "'\($0)'" }.joined(separator: " and ")
        report.add(
          "the volume is to grow by itself, and \(names) is missing",
          help: "write \(missing.map(AutoExtension.example).joined(separator: " and "))",
          at: mount.place(of: first))
      }
    })
}

/// The settings of a volume that grows by itself.
enum AutoExtension {
  static let limit = "auto_extend_size_limit"
  static let threshold = "auto_extend_size_threshold"
  static let increment = "auto_extend_size_increment"

  static let keys = [threshold, increment, limit]
  static let needed = [threshold, increment]

  static func example(_ key: String) -> String {
    key == threshold ? "\(key) = 80" : "\(key) = \"1GB\""
  }
}

extension FlyTable {
  /// Whether a key is there with a value other than 0, which flyctl takes for none.
  fileprivate func says(_ key: String) -> Bool {
    has(key) && integer(key)?.content != 0
  }
}
