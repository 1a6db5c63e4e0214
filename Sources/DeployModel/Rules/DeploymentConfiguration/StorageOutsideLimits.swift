import Documents

extension Rule {
  static let storageOutsideLimits = Rule(
    "FC111", "storage-outside-limits", .error, "resource_storage is from 1GB to 500GB",
    rationale: """
      A volume of another size cannot be created. A volume can be extended later and never made \
      smaller, so a size too large by mistake is not mended by correcting the file.
      """,
    reference: "data model, Validation Rules, DeploymentConfiguration: "
      + "resource allocations must be within Fly.io limits; "
      + "https://fly.io/docs/volumes/overview/",
    protects: .platform,
    example: .fields(
      .deployment, at: "resource_storage",
      wrong: #"{ "resource_storage": "501GB" }"#, right: #"{ "resource_storage": "10GB" }"#),
    .configuration { deployment, report in
      let text = try deployment.resourceStorage.get()
      let limits = PlatformLimits.volumeGigabytes.value
      guard let gigabytes = SizeText.gigabytes(in: text), !limits.contains(gigabytes)
      else { return }
      let range = "\(limits.lowerBound)GB to \(limits.upperBound)GB"
      report.add(
        \.resourceStorage, "resource_storage \(Quoted(text)) is outside the \(range) of a volume",
        help: "write '\(limits.nearest(to: gigabytes))GB'")
    })
}

extension SizeText {
  /// The number in a text that has the form of a storage size, whether or not it is in limits.
  static func gigabytes(in text: String) -> Int? {
    guard let size = SizeText(text), size.unit == "GB" else { return nil }
    return size.number
  }
}
