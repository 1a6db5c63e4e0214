extension FlyTomlKeys {
  static let build = FlySection(
    [
      FlyKey("builder", .text, "The builder for Cloud Native Buildpacks"),
      FlyKey("args", .map(.text), "Arguments of the build"),
      FlyKey("buildpacks", .list(.text), "Buildpacks for the builder"),
      FlyKey("image", .text, "An image that is there already: nothing is built"),
      FlyKey("settings", .map(.any), "Settings of a built-in builder"),
      FlyKey("builtin", .text, "A built-in builder, which is out of use", replacedBy: "dockerfile"),
      FlyKey("dockerfile", .text, "The path of the Dockerfile", standard: "Dockerfile"),
      FlyKey("ignorefile", .text, "The path of the file that says what is not sent to the builder"),
      FlyKey(
        "build-target", .text, "The stage of the Dockerfile that is built",
        standard: "the last one", aliases: ["build_target"]),
      FlyKey(
        "compose", .table(FlySection([FlyKey("file", .text, "The path of the compose file")])),
        "Containers from a compose file", standard: "none"),
      FlyKey(
        "compression", .word(PlatformWords.compressions.value, isChecked: true),
        "How the image's layers are compressed",
        standard: "gzip"),
      FlyKey("compression_level", .wholeNumber, "From 0 to 9", standard: "7"),
    ],
    dropped: [
      .init("target", "write build-target"),
      .init("docker_build_target", "write build-target"),
    ])

  static let deploy = FlySection([
    FlyKey(
      "strategy", .word(PlatformWords.deployStrategies.value, isChecked: true),
      "How machines are replaced",
      standard: "rolling"),
    FlyKey(
      "max_unavailable", .number,
      "How many machines may be down at a time: below 1 a share of all, else a number",
      standard: "0.33"),
    FlyKey(
      "wait_timeout", .duration(.nanoseconds), "How long a machine has to become sound",
      standard: "5m"),
    FlyKey("release_command", .text, "What runs once before machines are replaced"),
    FlyKey(
      "release_command_timeout", .duration(.nanoseconds), "How long that command may take",
      standard: "5m"),
    FlyKey("release_command_vm", .table(machine), "The machine that it runs in"),
    FlyKey("seed_command", .text, "What runs once, after the first deployment"),
  ])

  static let experimental = FlySection(
    [
      FlyKey("cmd", .listOrText, "The image's command, replaced"),
      FlyKey("entrypoint", .listOrText, "The image's entry point, replaced"),
      FlyKey("exec", .listOrText, "The process that is run instead of both"),
      FlyKey("auto_rollback", .boolean, "Whether a failed deployment is undone"),
      FlyKey("enable_consul", .boolean, "Whether a Consul cluster can be used"),
      FlyKey("enable_etcd", .boolean, "Whether an etcd cluster can be used"),
      FlyKey("lazy_load_images", .boolean, "Whether machines start before the image is all there"),
      FlyKey(
        "attached", .table(attached), "Names under which attached applications' secrets are found"),
      FlyKey("machine_config", .text, "A Machines configuration", replacedBy: "machine_config"),
      FlyKey(
        "kill_timeout", .duration(.seconds), "How long a machine has to stop",
        replacedBy: "kill_timeout"),
      FlyKey("metrics_port", .wholeNumber, "Where metrics are read", replacedBy: "metrics.port"),
      FlyKey("metrics_path", .text, "Where metrics are read", replacedBy: "metrics.path"),
    ],
    dropped: [
      .init("allowed_public_ports", "remove it: [[services.ports]] says which ports are public"),
      .init("private_network", "remove it: every application is on the private network"),
      .init("enable_6pn", "remove it: every application is on the private network"),
      .init("use_zstd", "write compression = \"zstd\" in [build]"),
      .init("max_per_region", "remove it: `fly scale count` has --max-per-region"),
    ])

  private static let attached = FlySection([
    FlyKey(
      "secrets", .table(FlySection([FlyKey("export", .map(.text), "A name for each secret")])),
      "Secrets of attached applications")
  ])
}
