extension Neighbours {
  /// The values to choose from, for a help line: `2 or 4`.
  func choice(_ write: (Int) -> String) -> String {
    all.map(write).joined(separator: " or ")
  }
}

extension Int {
  /// The amount of megabytes as a memory size is written: `512MB`, `4GB`.
  var asMemorySize: String { MemorySize(megabytes: self).map { "\($0)" } ?? "\(self)MB" }
}

extension ClosedRange<Int> {
  /// The value of the range that is nearest to another.
  func nearest(to value: Int) -> Int { Swift.min(Swift.max(value, lowerBound), upperBound) }
}

extension Report {
  /// Where an environment's own value is to be written, for the end of a help line.
  var placeToWrite: String {
    environment == .production ? "" : " under 'environments.\(environment)'"
  }
}
