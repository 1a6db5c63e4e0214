/// A region that Fly.io has closed, with the one that takes its place.
public struct DeprecatedRegion: Hashable, Sendable {
  /// The code it had.
  public let code: String

  /// The city it was in.
  public let city: String

  /// The code of the current region that `fly launch` uses instead.
  public let replacement: String

  /// The closed region with a code, or nil.
  public static func named(_ code: String) -> DeprecatedRegion? {
    all.value.first { $0.code == code }
  }

  /// The closed regions, sorted by code, and where their replacements were read.
  ///
  /// Removed from the documentation on 2025-10-16.
  public static let all = PlatformFact(
    [
      DeprecatedRegion(code: "atl", city: "Atlanta", replacement: "dfw"),
      DeprecatedRegion(code: "bog", city: "Bogota", replacement: "gru"),
      DeprecatedRegion(code: "bos", city: "Boston", replacement: "ewr"),
      DeprecatedRegion(code: "den", city: "Denver", replacement: "dfw"),
      DeprecatedRegion(code: "eze", city: "Ezeiza", replacement: "gru"),
      DeprecatedRegion(code: "gdl", city: "Guadalajara", replacement: "dfw"),
      DeprecatedRegion(code: "gig", city: "Rio de Janeiro", replacement: "gru"),
      DeprecatedRegion(code: "hkg", city: "Hong Kong", replacement: "sin"),
      DeprecatedRegion(code: "mad", city: "Madrid", replacement: "cdg"),
      DeprecatedRegion(code: "mia", city: "Miami", replacement: "dfw"),
      DeprecatedRegion(code: "otp", city: "Bucharest", replacement: "fra"),
      DeprecatedRegion(code: "phx", city: "Phoenix", replacement: "lax"),
      DeprecatedRegion(code: "qro", city: "Queretaro", replacement: "dfw"),
      DeprecatedRegion(code: "scl", city: "Santiago", replacement: "gru"),
      DeprecatedRegion(code: "sea", city: "Seattle", replacement: "sjc"),
      DeprecatedRegion(code: "waw", city: "Warsaw", replacement: "ams"),
      DeprecatedRegion(code: "yul", city: "Montreal", replacement: "yyz"),
    ], source: .flyctl("internal/command/launch/plan_builder.go"))
}

extension Region {
  /// The regions that have been closed, sorted by code.
  public static var deprecated: [DeprecatedRegion] { DeprecatedRegion.all.value }
}
