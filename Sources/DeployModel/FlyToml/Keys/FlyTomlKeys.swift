/// Every key of fly.toml that flyctl knows.
///
/// Types, defaults and aliases were read from the sources of flyctl (see `source`): the
/// structures of `internal/appconfig`, its rewriting of older files in `patches.go`, and fly-go's
/// `machine_types.go`. `flyconf schema fly.toml`, `flyconf explain`, the reader and the rules all
/// follow from this table.
package enum FlyTomlKeys {
  /// The sources that the table was read from.
  static let source = PlatformSource.flyctl("internal/appconfig/config.go")

  /// Those sources by their address, which has the commit in it, and their date.
  package static let provenance = "\(source.address), \(source.date)"

  package static let root = FlySection(
    [
      FlyKey("app", .text, "The application's name, unique on the platform"),
      FlyKey(
        "primary_region", .text, "The region in which new machines and volumes are made",
        standard: "the nearest one, at the first deployment"),
      FlyKey(
        "kill_signal", .word(PlatformWords.signals), "The signal that asks a machine to stop",
        standard: "SIGINT"),
      FlyKey(
        "kill_timeout", .duration(.seconds),
        "How long a machine has between that signal and its end, at most 5m", standard: "5s"),
      FlyKey("swap_size_mb", .wholeNumber, "The size of a swap partition, in MB", standard: "none"),
      FlyKey("console_command", .text, "What `fly console` runs"),
      FlyKey(
        "host_dedication_id", .text, "The group of hosts that is reserved for the application"),
      FlyKey(
        "machine_config", .text, "A Machines configuration as JSON, or the path of one",
        standard: "none"),
      FlyKey(
        "container", .text, "The container whose image a deployment replaces", standard: "app"),
      FlyKey("experimental", .table(experimental), "Settings that may change or go"),
      FlyKey("build", .table(build), "How the image is made, or which one is used"),
      FlyKey("deploy", .table(deploy), "How a new version takes the place of the old one"),
      FlyKey("env", .map(.stringified), "Environment variables that are no secret"),
      FlyKey(
        "processes", .map(.text), "Process groups: a name and the command that each runs",
        standard: "one group, 'app', which runs the image's own command"),
      FlyKey(
        "mounts", .tables(mount, allowsSingle: true), "Volumes, and where machines find them",
        aliases: ["mount"]),
      FlyKey("http_service", .table(httpService), "The service on ports 80 and 443"),
      FlyKey(
        "services", .tables(service, allowsSingle: true), "Services on other ports or protocols"),
      FlyKey(
        "checks", .namedTables(topLevelCheck), "Checks that are shown and do not route requests"),
      FlyKey("files", .tables(file, allowsSingle: false), "Files that are put into machines"),
      FlyKey(
        "machine_checks", .tables(machineCheck, allowsSingle: false),
        "Commands that try a new version in a machine of its own before it is deployed"),
      FlyKey(
        "restart", .tables(restart, allowsSingle: false),
        "What happens when a machine's process ends"),
      FlyKey(
        "vm", .tables(machine, allowsSingle: true), "The size of machines",
        aliases: ["compute", "computes"]),
      FlyKey("statics", .tables(`static`, allowsSingle: false), "Files that Fly.io serves itself"),
      FlyKey(
        "metrics", .tables(metrics, allowsSingle: true), "Where Prometheus metrics are read",
        aliases: ["metric"]),
    ],
    dropped: [
      .init("http", "write [http_service]"),
      .init("regions", "name one in primary_region, and others with `fly scale count --region`"),
      .init("platform", "remove it: there is only one platform"),
    ])

  static let processes = FlyKey(
    "processes", .list(.text), "The process groups that this is for", standard: "all groups")
}

extension FlyTomlKeys {
  /// Every section under the path by which messages call it, the root under an empty one.
  package static let sections: [(path: String, section: FlySection)] = sections(of: root, at: "")

  private static func sections(
    of section: FlySection, at path: String
  ) -> [(path: String, section: FlySection)] {
    let inner = section.keys.flatMap { key -> [(path: String, section: FlySection)] in
      guard let (section, name) = key.type.section(under: key.name) else { return [] }
      return sections(of: section, at: path.isEmpty ? name : "\(path).\(name)")
    }
    return [(path, section)] + inner
  }

  /// Where a key of this name belongs; at most three places.
  static func sections(with key: String) -> [String] {
    let found = sections.filter { entry in entry.section.keys.contains { $0.name == key } }
    guard found.count <= 3 else { return [] }
    return found.map { $0.path.isEmpty ? "the top level" : "[\($0.path)]" }
  }
}

extension FlyType {
  /// The section that stands under a key of this type, and the key with what stands for a name.
  func section(under key: String) -> (FlySection, String)? {
    switch self {
    case .table(let section), .tables(let section, _), .limits(let section): (section, key)
    case .namedTables(let section): (section, "\(key).NAME")
    default: nil
    }
  }
}
