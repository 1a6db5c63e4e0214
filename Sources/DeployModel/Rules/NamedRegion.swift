import Documents

/// A region as a configuration names it, and where it does so.
struct NamedRegion {
  var code: String
  /// The element of `regions_additional`; nothing for the primary region.
  var element: Int?

  var field: PartialKeyPath<DeploymentConfiguration> {
    element == nil ? \.regionPrimary : \.regionsAdditional
  }
}

extension DeploymentConfiguration {
  /// The primary region and the additional ones, as far as they could be read.
  var namedRegions: [NamedRegion] {
    let primary = regionPrimary.value.map { NamedRegion(code: $0, element: nil) }
    let additional = (regionsAdditional.value ?? nil) ?? []
    return [primary].compactMap(\.self)
      + additional.enumerated().map { NamedRegion(code: $1, element: $0) }
  }
}
