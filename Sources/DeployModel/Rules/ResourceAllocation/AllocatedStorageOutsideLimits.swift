import Documents

extension Rule {
  static let allocatedStorageOutsideLimits = Rule(
    "FC605", "allocated-storage-outside-limits", .error, "storage_gb is from 1 to 500",
    rationale: """
      A volume of another size cannot be created. A volume can be extended later and never made \
      smaller, so a size too large by mistake is not mended by correcting the file.
      """,
    reference: "https://fly.io/docs/volumes/overview/",
    protects: .platform,
    example: .fields(
      .resources, at: "storage_gb",
      wrong: #"{ "storage_gb": 0 }"#, right: #"{ "storage_gb": 10 }"#),
    .resources { allocation, report in
      let gigabytes = try allocation.storageGB.get()
      let limits = PlatformLimits.volumeGigabytes.value
      guard !limits.contains(gigabytes) else { return }
      report.add(
        \.storageGB,
        "storage_gb \(gigabytes) is outside the \(limits.lowerBound) to \(limits.upperBound) "
          + "of a volume",
        help: "write \(limits.nearest(to: gigabytes))")
    })
}
