/// A place where Fly.io runs machines.
public struct Region: Hashable, Sendable, CustomStringConvertible {
  /// Three lower-case letters, mostly the code of an airport nearby.
  public let code: String

  /// The city with its country or state.
  public let city: String

  public var description: String { "\(code) (\(city))" }

  /// The current regions, sorted by code.
  public static var all: [Region] { current.value }

  /// The region with a code, or nil where there is none now.
  public static func named(_ code: String) -> Region? {
    all.first { $0.code == code }
  }

  /// The current regions and where they were read.
  public static let current = PlatformFact(
    [
      Region(code: "ams", city: "Amsterdam, Netherlands"),
      Region(code: "arn", city: "Stockholm, Sweden"),
      Region(code: "bom", city: "Mumbai, India"),
      Region(code: "cdg", city: "Paris, France"),
      Region(code: "dfw", city: "Dallas, Texas (US)"),
      Region(code: "ewr", city: "Secaucus, NJ (US)"),
      Region(code: "fra", city: "Frankfurt, Germany"),
      Region(code: "gru", city: "Sao Paulo, Brazil"),
      Region(code: "iad", city: "Ashburn, Virginia (US)"),
      Region(code: "jnb", city: "Johannesburg, South Africa"),
      Region(code: "lax", city: "Los Angeles, California (US)"),
      Region(code: "lhr", city: "London, United Kingdom"),
      Region(code: "nrt", city: "Tokyo, Japan"),
      Region(code: "ord", city: "Chicago, Illinois (US)"),
      Region(code: "sin", city: "Singapore, Singapore"),
      Region(code: "sjc", city: "San Jose, California (US)"),
      Region(code: "syd", city: "Sydney, Australia"),
      Region(code: "yyz", city: "Toronto, Canada"),
    ], source: .documentation("reference/regions/"))
}

extension Region: Comparable {
  public static func < (left: Region, right: Region) -> Bool { left.code < right.code }
}
