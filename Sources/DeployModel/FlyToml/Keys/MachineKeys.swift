extension FlyTomlKeys {
  static let machine = FlySection(
    [
      FlyKey(
        "size", .word(MachineSize.all.map(\.name)), "A machine size by name",
        standard: "shared-cpu-1x"),
      FlyKey("memory", .memory, "Memory, such as 512mb or 1gb; a bare number is in MB"),
      FlyKey("cpu_kind", .word(CPUKind.allCases.map(\.rawValue)), "The kind of cpu"),
      FlyKey("cpus", .wholeNumber, "The number of cpus"),
      FlyKey("memory_mb", .wholeNumber, "Memory in MB; counts before memory"),
      FlyKey("max_memory_mb", .wholeNumber, "Up to which the memory may grow, in MB"),
      FlyKey("gpus", .wholeNumber, "The number of GPUs, which Fly.io offers no more"),
      FlyKey("gpu_kind", .text, "The kind of GPU, which Fly.io offers no more"),
      FlyKey(
        "host_dedication_id", .text, "The group of hosts that is reserved for the application"),
      FlyKey("kernel_args", .list(.text), "Arguments of the kernel"),
      FlyKey(
        "persist_rootfs", .word(PlatformWords.rootFilePolicies.value),
        "When a machine keeps its root file system", standard: "never"),
      processes,
    ],
    dropped: [
      .init("mounts", "write [[mounts]] at the top level", .flyVolumeOfMachine),
      .init("mount", "write [[mounts]] at the top level", .flyVolumeOfMachine),
      .init("memory_gb", "write memory, such as memory = \"1gb\""),
      .init("cpu", "write cpus"),
    ])

  static let mount = FlySection([
    FlyKey("source", .text, "The name of the volume: letters, digits and underscores"),
    FlyKey("destination", .text, "Where the volume is found, an absolute path but not /"),
    FlyKey(
      "initial_size", .volumeSize(allowsNumber: true), "The size of a new volume, 1gb to 500gb",
      standard: "1gb"),
    FlyKey(
      "snapshot_retention", .wholeNumber, "How many days snapshots are kept, 1 to 60",
      standard: "5"),
    FlyKey(
      "scheduled_snapshots", .boolean, "Whether a snapshot is made every day", standard: "true"),
    FlyKey(
      "auto_extend_size_threshold", .wholeNumber,
      "From which use on the volume grows, 50 to 99 percent"),
    FlyKey(
      "auto_extend_size_increment", .volumeSize(allowsNumber: false),
      "By how much it grows, 1GB to 100GB"),
    FlyKey(
      "auto_extend_size_limit", .volumeSize(allowsNumber: false),
      "Up to which size it grows, 1GB to 500GB"),
    processes,
  ])

  static let restart = FlySection(
    [
      FlyKey(
        "policy", .word(PlatformWords.restartPolicies.value, isChecked: true),
        "When a process that ended is started again"),
      FlyKey("retries", .wholeNumber, "How often, for on-failure"),
      processes,
    ],
    dropped: [.init("max_retries", "write retries")])

  static let file = FlySection([
    FlyKey("guest_path", .text, "Where the file is put, an absolute path"),
    FlyKey("local_path", .text, "A file beside fly.toml that holds it"),
    FlyKey("secret_name", .text, "A secret that holds it, in base64"),
    FlyKey("raw_value", .text, "What it holds; flyctl encodes it itself"),
    processes,
  ])

  static let `static` = FlySection([
    FlyKey("guest_path", .text, "The folder in the image"),
    FlyKey("url_prefix", .text, "The beginning of the paths that are served from it"),
    FlyKey("tigris_bucket", .text, "A Tigris bucket instead of the image"),
    FlyKey("index_document", .text, "What is served for the folder itself, from a bucket"),
  ])

  static let metrics = FlySection([
    FlyKey("port", .wholeNumber, "The port"),
    FlyKey("path", .text, "The path"),
    FlyKey("https", .boolean, "Whether TLS is spoken", standard: "false"),
    processes,
  ])
}
