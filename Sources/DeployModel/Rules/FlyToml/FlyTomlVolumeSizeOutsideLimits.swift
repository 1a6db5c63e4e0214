import Documents

extension Rule {
  static let flyTomlVolumeSizeOutsideLimits = Rule(
    "FC973", "fly-toml-volume-size-outside-limits", .error, "A new volume has 1 to 500 GB",
    rationale: """
      flyctl refuses a size below 1 GB, and Fly.io one above 500 GB. A volume can grow later, and \
      never be made smaller.
      """,
    reference: "https://fly.io/docs/volumes/overview/",
    protects: .platform,
    example: .flyToml(
      at: "initial_size = '600gb'",
      wrong: "[[mounts]]\nsource = 'data'\ndestination = '/data'\ninitial_size = '600gb'",
      right: "[[mounts]]\nsource = 'data'\ndestination = '/data'\ninitial_size = '500gb'"),
    .flyToml { file, report in
      let limits = PlatformLimits.volumeGigabytes.value
      for mount in file.root.tables("mounts") {
        guard let size = mount.written("initial_size"),
          let gigabytes = try? FlySize.gigabytes(size.content), !limits.contains(gigabytes)
        else { continue }
        let fault =
          gigabytes < limits.lowerBound
          ? "is less than \(limits.lowerBound) GB" : "is more than \(limits.upperBound) GB"
        report.add(
          "a volume of \(Quoted(size.content)) \(fault)",
          help: "write '\(limits.nearest(to: gigabytes))gb'", at: size)
      }
    })
}
